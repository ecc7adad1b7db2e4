import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The start-up wizard: what an installer fills in before a recorder begins its work.
package struct SetupWizard: Screen {
  private var pages: [SetupPage]
  private var place = 0
  private var form: Form<SetupForms.Field>
  /// The pages that were filled in, and those that were skipped.
  private var done: Set<SetupPage> = []
  private var skipped: Set<SetupPage> = []
  /// Whether the answer to a page's steps is awaited, and whether it was a refusal.
  private var isAsked = false
  private var wasRefused = false
  /// Whether it comes at every start, for who is logged in.
  private let isRepeated: Bool

  package init(_ context: ScreenContext) {
    isRepeated = context.recorder.setup == .repeated
    pages = SetupPage.pages(of: context.recorder)
    form = SetupForms.form(of: pages[0], isFirst: true, context)
  }

  package let name = "setup"
  package var help: [String] {
    isRepeated
      ? [
        "The settings ask for this wizard at every start. Look through what is set up; Esc goes one "
          + "page back, and from the first page out of it. System > General turns it off."
      ]
      : [
        "The recorder is in factory state. Fill in page after page; Esc goes one page back. Questions "
          + "and e-mail can be skipped, but they are what brings a lost password back."
      ]
  }
  package var takesText: Bool { form.takesText }

  package enum Action: Hashable, Sendable { case next, page, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.tab, .backTab, .down, .up], action: .next, label: "Next field",
      help: "Next field; Shift-Tab and ↑ go back."),
    KeyBinding(
      keys: [.enter], action: .page, label: "Next page",
      help: "In the last field: takes over what stands there and opens the next page."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "One page back."),
  ])

  package func title(in context: ScreenContext) -> Phrase? { tr("Start-up wizard") }
  package func hints(in context: ScreenContext) -> [KeyHint] { SetupWizard.map.hints() }

  private var page: SetupPage { pages[place] }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    var shown = presented(context)
    let response = shown.respond(to: input, in: layout(in: context.area).form)
    form = shown
    switch response {
    case .pressed(.button(let button)): return press(button, context)
    case .changed(.setting(.region)): proposeForRegion(context)
    case .pressed, .changed: break
    case .escaped: return back(context)
    case .handled(let outcome): return outcome
    }
    return .stay
  }

  private mutating func press(_ button: SetupForms.Button, _ context: ScreenContext) -> Outcome {
    switch button {
    case .next: submitPage(context)
    case .back: back(context)
    case .skip: skip(context)
    case .format: .push(SetupForms.formatQuestion(context))
    case .leave: isRepeated ? .recorder(.setUp(.skip)) : .push(SetupWizard.leaveQuestion)
    }
  }

  private mutating func submitPage(_ context: ScreenContext) -> Outcome {
    let (steps, problem) = SetupForms.steps(of: page, in: form, context)
    if let problem {
      form.refuse(problem.field, problem.text)
      return .stay
    }
    if page == .finish, !skipped.isEmpty, !form.isWarned {
      form.warn(
        tr(
          "Skipped: \(Words.list(skipped.map(\.title).sorted { $0.pattern < $1.pattern })). A lost password is then hard to bring back. Finish all the same?"
        ))
      return .stay
    }
    guard !steps.isEmpty else { return goOn(context) }
    isAsked = true
    wasRefused = false
    return .all(steps.map { .recorder(.setUp($0)) })
  }

  /// Another region: what is usual there goes into the fields of this page.
  private mutating func proposeForRegion(_ context: ScreenContext) {
    guard let region = context.profile.setting(.region)?.value(in: form, .setting(.region)) else {
      return
    }
    for (key, value) in SetupRegion.proposals(for: region, in: context.profile) {
      guard let definition = context.profile.setting(key) else { continue }
      form.setKind(.setting(key), definition.control(for: value))
    }
  }

  private mutating func back(_ context: ScreenContext) -> Outcome {
    guard place > 0 else {
      if isRepeated { return .recorder(.setUp(.skip)) }
      if case .open(isRequired: false, _) = context.recorder.setup {
        return .push(SetupWizard.leaveQuestion)
      }
      return .say(.warning(tr("This recorder does nothing before its wizard is through.")))
    }
    show(place - 1, context)
    return .stay
  }

  private mutating func skip(_ context: ScreenContext) -> Outcome {
    skipped.insert(page)
    let title = page.title
    show(place + 1, context)
    return .say(.warning(tr("Skipped: \(title). It can be set later at System > User > Admin.")))
  }

  private mutating func show(_ number: Int, _ context: ScreenContext) {
    place = min(max(0, number), pages.count - 1)
    form = SetupForms.form(of: page, isFirst: place == 0, context)
  }

  private static var leaveQuestion: Question {
    Question(
      title: tr("Skip the wizard?"),
      tr("The default password stays, and no recovery method is set up."),
      answers: [
        Question.Answer(tr("Skip"), .danger, .recorder(.setUp(.skip))),
        Question.Answer(tr("Go on"), .standard),
      ])
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    if case .recorder(.logged(let entry)) = event, entry.action == .diskFormatted {
      return .say(.success(Words.of(.diskFormatted)))
    }
    if case .recorder(.disk(.formattingChanged(.some))) = event {
      return .say(Notice(tr("The disk is being formatted.")))
    }
    guard isAsked else { return .ignored }
    switch event {
    case .recorder(.refused(let refusal)):
      wasRefused = true
      show(refusal, at: context.now)
      return .stay
    default: return .ignored
    }
  }

  package mutating func unanswered(in context: ScreenContext) { isAsked = false }

  package mutating func answered(in context: ScreenContext) -> Outcome {
    guard isAsked, !context.isBusy else { return .ignored }
    isAsked = false
    guard !wasRefused, context.recorder.setup != .done else { return .stay }
    return goOn(context)
  }

  /// The page is filled in: on to the next one.
  private mutating func goOn(_ context: ScreenContext) -> Outcome {
    done.insert(page)
    skipped.remove(page)
    show(place + 1, context)
    return .stay
  }

  private mutating func show(_ refusal: Refusal, at now: Timestamp) {
    let text = Words.of(refusal, at: now)
    let last = form.fields.last { field in
      field.isFocusable && ![.button(.next), .button(.back), .button(.skip)].contains(field.id)
    }
    let lastID = last?.id ?? .button(.next)
    let id: SetupForms.Field
    switch refusal {
    case .password(let problem): return NewPasswordFields.show(problem, in: &form)
    case .account: id = .email
    case .setting(let key, _): id = form[.setting(key)] == nil ? lastID : .setting(key)
    case .questions(.answerEmpty(let number)), .questions(.answerTooLong(let number, _)):
      id = .answer(number - 1)
    default: id = lastID
    }
    form.refuse(id, text)
  }
}

// MARK: - Drawing

extension SetupWizard {
  private func layout(in area: Rect) -> (dialog: Dialog, steps: Rect, form: Rect) {
    let dialog = Dialog(
      title: area.columns < 76
        ? tr("Start-up wizard · \(place + 1)/\(pages.count) \(page.title)")
        : tr("Start-up wizard"), rows: min(area.rows - 4, 16),
      columns: min(area.columns - (area.columns < 76 ? 2 : 8), 92))
    let inner = dialog.inner(in: area)
    // In a narrow window the form has all of it: the steps are told by its title.
    return inner.columns < 60
      ? (dialog, inner.left(0), inner) : (dialog, inner.left(22), inner.droppingLeft(25))
  }

  private func presented(_ context: ScreenContext) -> Form<SetupForms.Field> {
    var shown = form
    if page == .password {
      let level = context.recorder.requiredPasswordLevel
      NewPasswordFields.annotate(&shown, under: context.profile.passwords, level: level)
    }
    for (fact, _) in SetupForms.diskFacts where shown[.fact(fact)] != nil {
      shown.setText(.fact(fact), fact.text(in: context))
    }
    return shown
  }

  package func outline(in context: ScreenContext) -> Outline {
    let layout = layout(in: context.area)
    var outline = Outline()
    for (number, page) in pages.enumerated() where !layout.steps.isEmpty {
      let mark = mark(of: number).text
      outline.add(
        OutlineItem(
          page.title.spoken, .reading, place: number, state: number == place ? .current : .plain,
          note: mark == "✓" || mark == "▲" ? mark : nil))
    }
    outline.append(presented(context).outline())
    return layout.dialog.outline(of: outline)
  }

  /// Whether a page is at hand, filled in, skipped or to come.
  private func mark(of number: Int) -> (text: String, role: Role) {
    if number == place { return ("▸", .accent) }
    if done.contains(pages[number]) { return ("✓", .success) }
    return skipped.contains(pages[number]) ? ("▲", .warning) : ("·", .dialogQuiet)
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .backdrop)
    let layout = layout(in: area)
    layout.dialog.open(on: &canvas, in: area)
    guard !layout.steps.isEmpty else {
      return presented(context).draw(on: &canvas, in: layout.form)
    }
    for (number, page) in pages.enumerated() {
      let mark = mark(of: number)
      let row = layout.steps.row + number
      canvas.write(mark.text, row: row, column: layout.steps.column, mark.role)
      canvas.writeFitted(
        page.title.spoken, row: row, column: layout.steps.column + 2,
        columns: layout.steps.columns - 2, number == place ? .strong : .dialogQuiet)
    }
    canvas.verticalRule(
      row: layout.steps.row, column: layout.steps.endColumn, rows: layout.steps.rows)
    presented(context).draw(on: &canvas, in: layout.form)
  }
}

extension Form<SetupForms.Field> {
  /// Whether the warning above the buttons has been given.
  fileprivate var isWarned: Bool { self[.warning] != nil }

  /// Puts a warning above the buttons.
  fileprivate mutating func warn(_ text: Phrase) {
    let place = fields.lastIndex { $0.kind == .gap } ?? fields.count
    fields.insert(FormField(.warning, text, .note(.warning)), at: place)
  }
}
