import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The job that runs or the last one: progress, and a result for each device.
package struct JobScreen: Screen {
  /// Which results are shown.
  package enum Filter: CaseIterable {
    case all, failed, left, done

    package var title: String {
      switch self {
      case .all: tr("all")
      case .failed: tr("failed")
      case .left: tr("not yet")
      case .done: tr("done")
      }
    }

    package func holds(_ outcome: JobOutcome?) -> Bool {
      switch self {
      case .all: true
      case .failed: outcome?.isFailure == true
      case .left: outcome == nil
      case .done: outcome == .done
      }
    }
  }

  private var filter = Filter.all
  private var places: [Int] = []
  /// What the places were found for: filter, results, targets.
  private var stamp: [Int] = []
  private var list = ListView(
    columns: JobScreen.columns, total: 0, emptyText: tr("No such results."))

  private static var columns: [ListColumn] {
    [
      ListColumn(tr("Name"), width: .fixed(14)), ListColumn(tr("IP address"), width: .fixed(15)),
      ListColumn(tr("Result")),
    ]
  }

  package let name = "job"
  package let help = [
    "What came of each device's turn. The job goes on while you look elsewhere; when it is stopped, "
      + "devices that have their turn finish it. What was typed is forgotten at once, so trying "
      + "again asks for the password again."
  ]

  package enum Action: Hashable, Sendable { case move, filter, stop, retry, export, forget, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .pageUp, .pageDown, .home, .end], action: .move, label: "Scroll",
      help: "Scroll the results; PageUp, PageDown, Home and End as well.", isOnBar: false),
    KeyBinding(
      keys: [.character("f")], action: .filter, label: "Filter",
      help: "Only failed devices, those not reached yet, those done; then all."),
    KeyBinding(
      keys: [.character("s")], action: .stop, label: "Stop",
      help: "Gives no further device its turn."),
    KeyBinding(
      keys: [.character("r")], action: .retry, label: "Retry failed",
      help: "The same once more for the devices that did not obey."),
    KeyBinding(
      keys: [.character("e")], action: .export, label: "Export",
      help: "Writes the results to a file, for a spreadsheet."),
    KeyBinding(
      keys: [.character("x")], action: .forget, label: "Forget",
      help: "Forgets the results.", isOnBar: false),
    KeyBinding(
      keys: [.escape], action: .back, label: "Back",
      help: "Back to the devices; the job goes on."),
  ])

  package func title(in context: ScreenContext) -> Phrase? {
    report(context).map { tr("IP Manager > Job: \(Words.job($0.act))") } ?? tr("IP Manager > Job")
  }

  private func report(_ context: ScreenContext) -> JobReport? {
    context.desk.surroundings.laptop.report
  }

  package func hints(in context: ScreenContext) -> [KeyHint] {
    JobScreen.map.hints { whyDisabled($0, context) }
  }

  private func whyDisabled(_ action: Action, _ context: ScreenContext) -> Phrase? {
    guard let report = report(context) else {
      return action == .back ? nil : tr("No job has run yet.")
    }
    switch action {
    case .stop: return report.isRunning ? nil : tr("The job is over.")
    case .retry:
      if report.isRunning { return tr("The job is still running.") }
      if report.failed == 0 { return tr("No device has failed.") }
      return report.retryPlaces.isEmpty ? tr("It may have been done: look first.") : nil
    case .forget: return report.isRunning ? tr("The job is still running.") : nil
    default: return nil
    }
  }

  package mutating func opened(in context: ScreenContext) -> Outcome {
    refresh(context)
    return .stay
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .network(let event) = event else { return .ignored }
    refresh(context)
    switch event {
    case .jobEnded(let state, _):
      return .say(JobText.notice(state, context.desk.surroundings.laptop))
    case .resultsForgotten: return .pop
    case .refused(let refusal): return .all([.pop, .say(.warning(Words.of(refusal)))])
    default: return .stay
    }
  }

  private mutating func refresh(_ context: ScreenContext) {
    guard let report = report(context) else {
      places = []
      return list.setTotal(0)
    }
    let number = Filter.allCases.firstIndex(of: filter) ?? 0
    let now = [number, report.done, report.failed, report.targets.count]
    guard now != stamp else { return }
    stamp = now
    places = report.outcomes.indices.filter { filter.holds(report.outcomes[$0]) }
    list.setTotal(places.count)
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    refresh(context)
    if case .key(let key) = input, let action = JobScreen.map.action(for: key), action != .move {
      return act(action, context)
    }
    return list.handle(input, in: layout(context.area).list) == .ignored ? .ignored : .stay
  }

  private mutating func act(_ action: Action, _ context: ScreenContext) -> Outcome {
    if let why = whyDisabled(action, context) { return .say(.warning(why)) }
    guard let report = report(context) else { return .pop }
    switch action {
    case .back: return .pop
    case .filter:
      filter = Filter.allCases.after(filter)
      list.selected = 0
      refresh(context)
    case .stop: return .perform(.network(.stop))
    case .retry: return retry(report, context)
    case .forget: return .perform(.network(.forgetResults))
    case .export:
      return .file(
        .write(
          name: NetworkExport.name("job", at: context.now),
          text: NetworkExport.text(of: report, in: context.desk.surroundings.laptop)))
    case .move: break
    }
    return .stay
  }

  private func retry(_ report: JobReport, _ context: ScreenContext) -> Outcome {
    let known = context.desk.surroundings.laptop
    let there = report.retryPlaces.filter { known.place(of: report.targets[$0]) != nil }
    guard !there.isEmpty else {
      return .say(.warning(tr("Those devices are not in the list: search anew, then try again.")))
    }
    return .push(
      OrderForm(
        report.act, targets: there.map { report.targets[$0] },
        planned: there.compactMap { place in
          report.addresses.indices.contains(place) ? report.addresses[place] : nil
        }, isRetry: true, context))
  }

  private func layout(_ area: Rect) -> (head: Rect, list: Rect) {
    (area.top(4), area.droppingTop(4))
  }

  /// How much is done, in percent; how many devices, and how the job stands.
  private func heads(_ report: JobReport, _ context: ScreenContext) -> [(text: String, role: Role)]
  {
    let kind = filter == .all ? "" : tr(" · only: \(filter.title)")
    let known = context.desk.surroundings.laptop
    let isCalm = report.isRunning || report.failed == 0
    return [
      (
        "\(Words.devices(report.targets.count).spoken): \(JobText.counts(report).spoken)\(kind)",
        .heading
      ),
      (JobText.state(report, known, at: context.now), isCalm ? .quiet : .warning),
    ]
  }

  private static func share(_ report: JobReport) -> Double {
    Double(report.targets.count - report.left) / Double(max(1, report.targets.count))
  }

  private static func bar(_ report: JobReport) -> ProgressBar {
    ProgressBar(fraction: share(report), role: report.failed == 0 ? .gauge : .warning)
  }

  private static func percent(_ report: JobReport) -> String { "\(Int(share(report) * 100)) %" }

  /// The list with the rows in view.
  private func presented(in area: Rect, _ report: JobReport, _ context: ScreenContext) -> ListView {
    let (known, places) = (context.desk.surroundings.laptop, places)
    var list = list
    list.show(in: area) { row in
      places.indices.contains(row) ? JobScreen.row(places[row], report, known) : ListRow([])
    }
    return list
  }

  package func outline(in context: ScreenContext) -> Outline {
    guard let report = report(context) else { return Outline() }
    var shown = self
    shown.refresh(context)
    var outline = Outline(
      sentences: [JobScreen.percent(report)] + shown.heads(report, context).map(\.text))
    let area = layout(context.area).list
    outline.append(shown.presented(in: area, report, context).outline())
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    guard let report = report(context) else { return }
    var shown = self
    shown.refresh(context)
    let layout = layout(area)
    shown.drawHead(report, on: &canvas, in: layout.head.droppingLeft(1).droppingRight(1), context)
    canvas.rule(row: layout.head.endRow - 1, column: area.column, columns: area.columns)
    shown.presented(in: layout.list, report, context).draw(on: &canvas, in: layout.list)
  }

  private func drawHead(
    _ report: JobReport, on canvas: inout Canvas, in area: Rect, _ context: ScreenContext
  ) {
    JobScreen.bar(report).draw(on: &canvas, in: area.top(1).droppingRight(6))
    canvas.writeFitted(
      JobScreen.percent(report), row: area.row, column: area.endColumn - 5, columns: 5, .strong,
      align: .right)
    for (row, line) in heads(report, context).enumerated() {
      canvas.writeFitted(
        line.text, row: area.row + 1 + row, column: area.column, columns: area.columns, line.role)
    }
  }

  private static func row(_ place: Int, _ report: JobReport, _ known: LaptopKnowledge) -> ListRow {
    let device = known.device(report.targets[place])
    var text = tr("waiting")
    var role = Role.quiet
    if let outcome = report.outcomes[place] {
      text = (outcome.isFailure ? "✗ " : "✓ ") + Words.of(outcome).spoken
      role = outcome.role
    } else if report.queue.prefix(report.begun).contains(place) {
      (text, role) = (tr("under way …"), .accent)
    }
    return ListRow(
      [device?.name ?? "#\(report.targets[place])", device?.place ?? "", text],
      role: role)
  }
}
