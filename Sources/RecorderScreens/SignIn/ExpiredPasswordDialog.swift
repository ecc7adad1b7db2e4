import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The password has expired: a new one, or out again.
package struct ExpiredPasswordDialog: Screen {
  private enum Button: Equatable, Sendable { case out, save }

  private var panel: FormPanel<AccountField<Button>>

  package init(account: AccountName) {
    panel = FormPanel(
      tr("Your password has expired"), columns: 58,
      [
        .note(tr("\(account.text) needs a new password before anything else."), .warning),
        .gap, NewPasswordFields.current(.current),
      ] + NewPasswordFields.fields() + [
        .gap, FormField(.button(.out), tr("Log out"), .button(.normal)),
        FormField(.button(.save), tr("Save"), .button(.standard)),
      ])
  }

  package let name = "expired-password"
  package let isOverlay = true
  package let help = [
    "Passwords of this recorder live for a while. Type the old one once more and a new one twice."
  ]
  package var takesText: Bool { panel.takesText }
  package func hints(in context: ScreenContext) -> [KeyHint] { FormKeys.hints(for: panel.form) }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch panel.respond(to: input, in: context.area) {
    case .pressed(.button(let button)): return press(button)
    case .pressed, .changed: return .stay
    case .escaped: return press(.out)
    case .handled(let outcome): return outcome
    }
  }

  private mutating func press(_ button: Button) -> Outcome {
    switch button {
    case .out: return .recorder(.session(.signOut))
    case .save:
      if NewPasswordFields.refuseEmpty(.current, in: &panel.form) { return .stay }
      return .recorder(
        .accounts(
          .changePassword(
            current: Secret(panel.form.text(.current)), NewPasswordFields.value(of: panel.form))))
    }
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.session(.passwordRenewed)):
      return .all([.pop, .say(.success(tr("Your new password counts from now on.")))])
    case .recorder(.refused(let refusal)):
      return AccountForms.show(refusal, in: &panel.form, at: context.now) ? .stay : .ignored
    default: return .ignored
    }
  }

  /// The dialog with what is to be said of a password as far as it is typed.
  private func presented(_ context: ScreenContext) -> FormPanel<AccountField<Button>> {
    var shown = panel
    let level = context.recorder.requiredPasswordLevel
    NewPasswordFields.annotate(&shown.form, under: context.profile.passwords, level: level)
    return shown
  }

  package func outline(in context: ScreenContext) -> Outline { presented(context).outline() }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    presented(context).draw(on: &canvas, in: area)
  }
}
