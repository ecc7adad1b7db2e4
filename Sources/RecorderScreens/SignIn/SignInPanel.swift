import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The sign-in panel, with the way to Restore Password: a button, or on the smart skin, where the
/// window is wide enough, its methods beside the form.
struct SignInPanel: Screen {
  var panel = FormPanel(
    tr("Sign in"), columns: 56,
    [
      Form.Field("name", tr("User name"), .text(TextField("admin", limit: 64))),
      Form.Field("password", tr("Password"), .text(TextField(limit: 64, isSecret: true))),
      Form.Field("status", " ", .note(.dialog)),
      Form.Field("gap", "", .gap),
      Form.Field("signIn", tr("Sign in"), .button(.standard)),
    ])
  private var answer: Notice?
  /// Whether the keyboard is on the methods at the right, and on which of them.
  var isOnWays = false
  var way: String?

  init() { panel.form.focusedID = "password" }

  let name = "sign-in"
  let isOverlay = true
  let help = [
    "Sign in with a user name and password. After too many wrong passwords the account is locked "
      + "for a while: then even the right password is refused.",
    "Restore Password is the way back in for whoever proves that the recorder is theirs. Where its "
      + "methods stand beside the form, → and Tab lead from the button to them, ← and Esc back.",
  ]
  var takesText: Bool { !isOnWays && panel.takesText }

  func title(in context: ScreenContext) -> String? { tr("Sign in") }
  func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints }

  private var typedName: AccountName { AccountName(panel.form.text("name")) }

  func nextChange(in context: ScreenContext) -> Timestamp? {
    if isSideBySide(context), !context.recorder.recoveryPauses.isEmpty {
      return context.now + .seconds(1)
    }
    guard let until = context.recorder.lockOut(of: typedName)?.until else { return nil }
    let left = (until - context.now).milliseconds
    return context.now + .milliseconds(max(1, (left - 1) % 1_000 + 1))
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if !isSideBySide(context) { isOnWays = false }
    if isSideBySide(context), let outcome = handleWays(input, context) { return outcome }
    var shown = presented(in: context)
    let outcome = shown.form.handle(input, in: layout(of: shown, context).form)
    panel = shown
    switch outcome {
    case .activated("signIn"): return signIn()
    case .activated("restore"): return .recorder(.openRecovery)
    case .refused(let why):
      answer = .warning(why)
      return .stay
    case .changed:
      answer = nil
      return .stay
    case .ignored: return input == .key(.escape) ? close() : .ignored
    default: return .stay
    }
  }

  private func close() -> Outcome {
    panel.form.text("password").isEmpty ? .pop : .push(Question.discard(.pop))
  }

  private mutating func signIn() -> Outcome {
    answer = Notice(tr("Checking …"), .dialogQuiet)
    return .recorder(.signIn(typedName, Secret(panel.form.text("password"))))
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.signedIn): return .pop
    case .recorder(.recoveryChanged(.open)): return .replace(RestoreWizard())
    case .recorder(.lockOutEnded):
      answer = nil
      return .ignored
    case .recorder(.refused(let refusal)):
      panel.form.setText("password", "")
      panel.form.focusedID = "password"
      let isLockOut = if case .lockedOut = refusal { true } else { false }
      answer = isLockOut ? nil : .error("▲ " + Words.of(refusal, at: context.now))
      return .stay
    default: return .ignored
    }
  }

  /// The panel with what is true at this moment: the countdown, and why Restore is greyed.
  func presented(in context: ScreenContext) -> FormPanel {
    var shown = panel
    shown.form.isFocused = !(isOnWays && isSideBySide(context))
    shown.form.fields.removeAll { $0.id == "restore" }
    let status = status(in: context)
    shown.form.replaceNote("status", status.text, status.role)
    guard !isSideBySide(context) else { return shown }
    let restore = Form.Field("restore", tr("Restore Password"), .button(.normal))
    shown.form.fields.insert(restore, at: shown.form.fields.count - 1)
    shown.form.setEnabled(
      "restore", !context.profile.recovery.methods.isEmpty,
      why: tr("This recorder has no way to restore a password here; only its reset button."))
    return shown
  }

  private func status(in context: ScreenContext) -> Notice {
    guard let lockOut = context.recorder.lockOut(of: typedName) else {
      return answer ?? Notice(" ", .dialog)
    }
    let tries = context.profile.signIn.tries.value
    let rest =
      lockOut.until.map { tr("Try again in \(($0 - context.now).countdown).") }
      ?? tr("It ends when the recorder is restarted.")
    return .warning(
      (tries == 1
        ? tr("▲ Locked after a wrong password. \(rest)")
        : tr("▲ Locked after \(tries) wrong passwords. \(rest)")) + "\n  "
        + tr("Even the right password is refused until then."))
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let shown = presented(in: context)
    guard isSideBySide(context) else { return shown.draw(on: &canvas, in: area) }
    drawSideBySide(shown, on: &canvas, context)
  }
}
