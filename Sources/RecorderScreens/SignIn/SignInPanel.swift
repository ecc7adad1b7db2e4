import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The sign-in panel, with the way to Restore Password: a button, or on the smart skin, where the
/// window is wide enough, its methods beside the form.
struct SignInPanel: Screen {
  enum Field: Equatable, Sendable { case name, password, status, signIn, restore }

  var panel = FormPanel<Field>(
    tr("Log in"), columns: 56,
    [
      FormField(.name, tr("User name"), .text(TextField("admin", limit: 64))),
      FormField(.password, tr("Password"), .text(TextField(limit: 64, isSecret: true))),
      FormField(.status, " ", .note(.dialog)),
      .gap,
      FormField(.signIn, tr("Log in"), .button(.standard)),
    ])
  private var answer: Notice?
  /// Whether the keyboard is on the methods at the right, and on which of them.
  var isOnWays = false
  var way: RecoveryMethod?

  init() { panel.form.focusedID = .password }

  let name = "sign-in"
  let isOverlay = true
  let help = [
    "Log in with a user name and password. After too many wrong passwords the account is locked "
      + "for a while: then even the right password is refused.",
    "Restore Password is the way back in for whoever proves that the recorder is theirs. Where its "
      + "methods stand beside the form, → and Tab lead from the button to them, ← and Esc back.",
  ]
  var takesText: Bool { !isOnWays && panel.takesText }

  func title(in context: ScreenContext) -> Phrase? { tr("Log in") }
  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: panel.form) }

  private var typedName: AccountName { AccountName(panel.form.text(.name)) }

  func nextChange(in context: ScreenContext) -> Timestamp? {
    if isSideBySide(context), !context.recorder.recoveryPauses.isEmpty {
      return context.nextSecond
    }
    return context.recorder.lockOut(of: typedName)?.until.map { context.nextCount(until: $0) }
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if !isSideBySide(context) { isOnWays = false }
    if isSideBySide(context), let outcome = handleWays(input, context) { return outcome }
    var shown = presented(in: context)
    let area = input.hasPlace ? layout(of: shown, context).form : context.area
    let outcome = shown.form.handle(input, in: area)
    panel = shown
    switch outcome {
    case .pressed(.signIn): return signIn()
    case .pressed(.restore): return .recorder(.recovery(.open))
    case .refused(let why):
      answer = .warning(why)
      return .stay
    case .changed:
      answer = nil
      return .stay
    case .pressed(.name), .pressed(.password), .pressed(.status), .moved: return .stay
    case .ignored: return input == .key(.escape) ? close() : .ignored
    }
  }

  private func close() -> Outcome {
    panel.form.text(.password).isEmpty ? .pop : .push(Question.discard(.pop))
  }

  private mutating func signIn() -> Outcome {
    answer = Notice(tr("Checking …"), .dialogQuiet)
    return .recorder(.session(.signIn(typedName, Secret(panel.form.text(.password)))))
  }

  mutating func unanswered(in context: ScreenContext) { answer = nil }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.session(.signedIn)): return .pop
    case .recorder(.recovery(.changed(.open))): return .replace(RestoreWizard())
    case .recorder(.accounts(.lockOutEnded)):
      answer = nil
      return .ignored
    case .recorder(.refused(let refusal)):
      panel.form.setText(.password, "")
      panel.form.focusedID = .password
      let isLockOut = if case .lockedOut = refusal { true } else { false }
      answer = isLockOut ? nil : .error("▲ \(Words.of(refusal, at: context.now))")
      return .stay
    default: return .ignored
    }
  }

  /// The panel with what is true at this moment: the countdown, and why Restore is greyed.
  func presented(in context: ScreenContext) -> FormPanel<Field> {
    var shown = panel
    shown.form.isFocused = !(isOnWays && isSideBySide(context))
    shown.form.fields.removeAll { $0.id == .restore }
    let status = status(in: context)
    shown.form.replaceNote(.status, status.text, status.role)
    guard !isSideBySide(context) else { return shown }
    let restore = FormField(Field.restore, tr("Restore Password"), .button(.normal))
    shown.form.fields.insert(restore, at: shown.form.fields.count - 1)
    let why =
      context.whyNot(.recovery)
      ?? (context.profile.recovery.methods.isEmpty
        ? tr("This recorder has no way to restore a password here; only its reset button.") : nil)
    shown.form.setEnabled(.restore, why == nil, why: why)
    return shown
  }

  private func status(in context: ScreenContext) -> Notice {
    guard let lockOut = context.recorder.lockOut(of: typedName) else {
      return answer ?? Notice(" ", .dialog)
    }
    let tries = context.profile.signIn.tries.value
    let rest: Phrase =
      lockOut.until.map { tr("Try again in \(context.countdown(until: $0)).") }
      ?? tr("It ends when the recorder is restarted.")
    let locked: Phrase =
      tries == 1
      ? tr("▲ Locked after a wrong password. \(rest)")
      : tr("▲ Locked after \(tries) wrong passwords. \(rest)")
    let warning: Phrase = tr("Even the right password is refused until then.")
    return .warning("\(locked)\n  \(warning)")
  }

  func outline(in context: ScreenContext) -> Outline {
    var outline = presented(in: context).outline()
    if isSideBySide(context) { outline.append(ways(context).outline()) }
    return outline
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let shown = presented(in: context)
    guard isSideBySide(context) else { return shown.draw(on: &canvas, in: area) }
    drawSideBySide(shown, on: &canvas, context)
  }
}

/// Signing in and Restore Password side by side, as the smart skin has them.
extension SignInPanel {
  typealias Layout = (dialog: Dialog, form: Rect, ways: Rect)

  /// The columns that it takes to show both.
  private static let wide = 100
  private static let formColumns = 46
  private static let waysColumns = 40

  func isSideBySide(_ context: ScreenContext) -> Bool {
    context.profile.skin == .smart && context.area.columns >= SignInPanel.wide
  }

  func layout(of panel: FormPanel<Field>, _ context: ScreenContext) -> Layout {
    let (left, right) = (SignInPanel.formColumns, SignInPanel.waysColumns)
    guard isSideBySide(context) else {
      let inner = panel.inner(in: context.area)
      return (Dialog(title: panel.title.spoken, rows: 0, columns: 0), inner, inner)
    }
    let rows = max(
      panel.form.neededRows(columns: left), ways(context).neededRows(columns: right))
    let dialog = Dialog(title: panel.title.spoken, rows: rows, columns: left + 5 + right)
    let inner = dialog.inner(in: context.area)
    return (dialog, inner.left(left), inner.right(right))
  }

  /// Each method of the firmware: to be begun, or greyed with its reason.
  func ways(_ context: ScreenContext) -> Form<RecoveryMethod> {
    let recorder = context.recorder
    let methods = context.profile.recovery.methods.flatMap { method in
      let why =
        context.whyNot(.recovery)
        ?? recorder.unavailability(of: method).map { Words.of($0, in: context) }
      return [
        FormField<RecoveryMethod>.gap,
        FormField(
          method, "", .action(Words.of(method)),
          note: why.map { "⊘ \($0)" } ?? tr("✓ can be used"),
          noteRole: why == nil ? .success : .dialogQuiet, whyDisabled: why),
      ]
    }
    let lead: Phrase =
      methods.isEmpty
      ? tr("This recorder has no way to restore a password here; only its reset button.")
      : tr("Ways back in for whoever proves that the recorder is theirs:")
    var form = Form(
      [
        .heading(tr("Restore Password")),
        .note(lead, .dialogQuiet),
      ] + methods)
    form.focusedID = way
    form.isFocused = isOnWays
    return form
  }

  /// What a key or click means for the methods; nil: it is the form's.
  mutating func handleWays(_ input: InputEvent, _ context: ScreenContext) -> Outcome? {
    if case .mouse(let event) = input {
      let area = layout(of: presented(in: context), context).ways
      isOnWays = area.contains(event.point)
      return isOnWays ? handleOnWays(input, in: area, context) : nil
    }
    if isOnWays {
      return handleOnWays(input, in: layout(of: presented(in: context), context).ways, context)
    }
    let methods = context.profile.recovery.methods
    guard !methods.isEmpty, case .key(let key) = input else { return nil }
    let focus = panel.form.focused?.id
    switch (key, focus) {
    case (.tab, .signIn), (.right, .signIn): way = methods.first
    case (.backTab, .name): way = methods.last
    default: return nil
    }
    isOnWays = true
    return .stay
  }

  private mutating func handleOnWays(
    _ input: InputEvent, in area: Rect, _ context: ScreenContext
  ) -> Outcome {
    let methods = context.profile.recovery.methods
    var form = ways(context)
    switch input {
    case .key(.left): return leaveWays(to: .signIn)
    case .key(.tab) where form.focused?.id == methods.last: return leaveWays(to: .name)
    case .key(.backTab) where form.focused?.id == methods.first: return leaveWays(to: .signIn)
    default: break
    }
    let response = form.respond(to: input, in: area)
    way = form.focused?.id
    switch response {
    case .pressed(let method): return begin(method, context)
    case .changed: return .stay
    case .escaped: return leaveWays(to: .signIn)
    case .handled(let outcome): return outcome
    }
  }

  private mutating func leaveWays(to field: Field) -> Outcome {
    isOnWays = false
    panel.form.focusedID = field
    return .stay
  }

  /// The recorder opens at the first method that can be used; another one is chosen after that.
  private func begin(_ method: RecoveryMethod, _ context: ScreenContext) -> Outcome {
    let first = context.profile.recovery.methods.first {
      context.recorder.unavailability(of: $0) == nil
    }
    guard method != first else { return .recorder(.recovery(.open)) }
    return .all([.recorder(.recovery(.open)), .recorder(.recovery(.choose(method)))])
  }

  func drawSideBySide(
    _ shown: FormPanel<Field>, on canvas: inout Canvas, _ context: ScreenContext
  ) {
    let layout = layout(of: shown, context)
    layout.dialog.open(on: &canvas, in: context.area)
    canvas.verticalRule(
      row: layout.form.row, column: layout.form.endColumn + 2, rows: layout.form.rows)
    shown.form.draw(on: &canvas, in: layout.form)
    ways(context).draw(on: &canvas, in: layout.ways)
  }
}
