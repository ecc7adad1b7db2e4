import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What a job would do to each of its devices; from here it is carried out, or not.
package struct DryRunScreen: Screen {
  private let request: JobRequest
  private let rehearsal: Rehearsal
  private var showsObstaclesOnly = false
  private var list: ListView
  private var places: [Int]

  package init(_ request: JobRequest, _ rehearsal: Rehearsal) {
    self.request = request
    self.rehearsal = rehearsal
    places = Array(rehearsal.targets.indices)
    list = ListView(
      columns: DryRunScreen.columns, total: rehearsal.targets.count,
      emptyText: tr("Nothing is in the way of any device."))
  }

  private static var columns: [ListColumn] {
    [
      ListColumn(tr("Name"), width: .fixed(14)), ListColumn(tr("IP address"), width: .fixed(15)),
      ListColumn(tr("What would happen")),
    ]
  }

  package let name = "dry-run"
  package let help = [
    "What the job would do to each device. The devices were asked whether they are there; nothing "
      + "was changed and no password was tried, so a wrong one shows only when it is carried out."
  ]

  package enum Action: Hashable, Sendable { case move, go, filter, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .pageUp, .pageDown, .home, .end], action: .move, label: "Scroll",
      help: "Scroll the devices; PageUp, PageDown, Home and End as well.", isOnBar: false),
    KeyBinding(
      keys: [.enter], action: .go, label: "Carry out", help: "Carries it out, after a question."),
    KeyBinding(
      keys: [.character("f")], action: .filter, label: "Only problems",
      help: "Only devices that would not obey, or all."),
    KeyBinding(
      keys: [.escape], action: .back, label: "Back", help: "Back to the form; nothing is done."),
  ])

  package func title(in context: ScreenContext) -> Phrase? {
    tr("IP Manager > Dry run: \(Words.job(rehearsal.act))")
  }

  package func hints(in context: ScreenContext) -> [KeyHint] {
    DryRunScreen.map.hints { $0 == .go ? whyNot : nil }
  }

  private var whyNot: Phrase? { rehearsal.ready == 0 ? tr("No device will accept this.") : nil }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if case .key(let key) = input, let action = DryRunScreen.map.action(for: key),
      action != .move
    {
      return act(action, context)
    }
    switch list.handle(input, in: area(context.area).list) {
    case .ignored: return .ignored
    case .activated: return act(.go, context)
    case .moved: return .stay
    }
  }

  private mutating func act(_ action: Action, _ context: ScreenContext) -> Outcome {
    switch action {
    case .back: return .pop
    case .go: return whyNot.map { .say(.warning($0)) } ?? go(context)
    case .filter:
      showsObstaclesOnly.toggle()
      places = rehearsal.targets.indices.filter { !showsObstaclesOnly || isObstacle($0) }
      list.setTotal(places.count)
    case .move: break
    }
    return .stay
  }

  /// Asks, and carries it out; before real devices only where it will be accepted, and what is asked then
  /// names them.
  private func go(_ context: ScreenContext) -> Outcome {
    context.capabilities.isPractice ? .push(question) : begin(readyOnly)
  }

  /// Closes the dry run and its form once the job has begun, and shows it: whoever thinks better of it
  /// before has all that was typed.
  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .network(let event) = event else { return .ignored }
    switch event {
    case .jobBegan: return .all([.pop, .pop] + (request.isRetry ? [] : [.push(JobScreen())]))
    case .refused(let refusal): return .say(.warning(Words.of(refusal)))
    default: return .stay
    }
  }

  private func isObstacle(_ place: Int) -> Bool {
    switch rehearsal.foresights[place] {
    case .fails, .lastTry: true
    case .ready, .activates: false
    }
  }

  /// The safe answer is the last one.
  private var question: Question {
    let (ready, all) = (rehearsal.ready, rehearsal.targets.count)
    var answers: [Question.Answer] = []
    if ready < all {
      answers.append(Question.Answer(tr("Only those \(ready)"), .danger, begin(readyOnly)))
    }
    answers.append(
      Question.Answer(
        ready < all ? tr("All \(all)") : tr("Carry out"), .danger, begin(request)))
    answers.append(Question.Answer(tr("Back"), .standard))
    let risk = rehearsal.atRisk
    let warning: Phrase =
      switch risk {
      case 0: ""
      case 1: tr(" For 1 of them a wrong password would be the last: it locks.")
      default: tr(" For \(risk) of them a wrong password would be the last: they lock.")
      }
    let obey: Phrase = tr("\(ready) of \(Words.devices(all)) will accept this.")
    return Question(
      title: "\(Words.job(rehearsal.act))?",
      "\(obey)\(warning)", answers: answers)
  }

  private var readyOnly: JobRequest {
    var request = request
    let obeying = rehearsal.targets.indices.filter { place in
      if case .fails = rehearsal.foresights[place] { false } else { true }
    }
    request.targets = obeying.map { rehearsal.targets[$0] }
    if case .changeAddress(let plan) = request.order {
      request.order = .changeAddress(
        AddressPlan(
          addresses: obeying.map { rehearsal.addresses[$0] }, mask: plan.mask,
          gateway: plan.gateway))
    }
    return request
  }

  private func begin(_ request: JobRequest) -> Outcome { .perform(.network(.begin(request))) }

  private func area(_ area: Rect) -> (head: Rect, list: Rect) {
    (area.top(2), area.droppingTop(3))
  }

  /// How many would obey, and that nothing has been done.
  private var heads: [(text: String, role: Role)] {
    [
      (
        tr("\(rehearsal.ready) of \(Words.devices(rehearsal.targets.count)) will accept this."),
        .heading
      ),
      (tr("Nothing has been done, and no password was tried."), .quiet),
    ]
  }

  /// The list with the rows in view.
  private func presented(in area: Rect, _ context: ScreenContext) -> ListView {
    let known = context.desk.surroundings.laptop
    var shown = list
    shown.show(in: area) { row in
      places.indices.contains(row) ? self.row(places[row], known) : ListRow([])
    }
    return shown
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = Outline(sentences: heads.map(\.text))
    outline.append(presented(in: area(context.area).list, context).outline())
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    let (head, body) = self.area(area)
    let inner = head.droppingLeft(1).droppingRight(1)
    for (row, line) in heads.enumerated() {
      canvas.writeFitted(
        line.text, row: inner.row + row, column: inner.column, columns: inner.columns, line.role)
    }
    canvas.rule(row: head.endRow, column: area.column, columns: area.columns)
    presented(in: body, context).draw(on: &canvas, in: body)
  }

  private func row(_ place: Int, _ known: LaptopKnowledge) -> ListRow {
    let device = known.device(rehearsal.targets[place])
    let foresight = rehearsal.foresights[place]
    let text = JobText.text(
      of: foresight, act: rehearsal.act,
      address: rehearsal.addresses.indices.contains(place) ? rehearsal.addresses[place] : nil,
      version: rehearsal.versions.indices.contains(place) ? rehearsal.versions[place] : nil)
    let role: Role =
      switch foresight {
      case .ready: .text
      case .activates: .accent
      case .lastTry: .error
      case .fails: .warning
      }
    return ListRow([device?.name ?? "", device?.place ?? "", text], role: role)
  }
}
