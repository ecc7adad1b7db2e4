import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The password has expired: a new one, or out again.
package struct ExpiredPasswordDialog: Screen {
  private var panel: FormPanel

  package init(account: AccountName) {
    panel = FormPanel(
      tr("Your password has expired"), columns: 58,
      [
        Form.Field(
          "text", tr("\(account.text) needs a new password before anything else."),
          .note(.warning)),
        Form.Field("gap0", "", .gap), NewPasswordFields.current,
      ] + NewPasswordFields.fields + [
        Form.Field("gap", "", .gap), Form.Field("out", tr("Sign out"), .button(.normal)),
        Form.Field("save", tr("Save"), .button(.standard)),
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
    switch panel.take(input, in: context.area) {
    case .pressed("save"):
      return .recorder(
        .changePassword(
          current: Secret(panel.form.text("current")), NewPasswordFields.value(of: panel.form)))
    case .pressed, .escaped: return .recorder(.signOut)
    case .answered(let outcome): return outcome
    }
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    switch event {
    case .recorder(.passwordRenewed):
      return .all([.pop, .say(.success(tr("Your new password counts from now on.")))])
    case .recorder(.refused(let refusal)):
      return AccountForms.show(refusal, in: &panel.form, at: context.now) ? .stay : .ignored
    default: return .ignored
    }
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    var shown = panel
    let level = context.recorder.requiredPasswordLevel
    NewPasswordFields.annotate(&shown.form, under: context.profile.passwords, level: level)
    shown.draw(on: &canvas, in: area)
  }
}
