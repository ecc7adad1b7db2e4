import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The forms of Restore Password: one for each way back in, in a file of its own, and what they share.
package enum RestoreForms {
  /// The fields of all tabs.
  package enum Field: NewPasswordID {
    /// Sentences that say how things are at the moment.
    case lead, standing, phone, problem, left
    /// The answer to the question at this place, from 0.
    case answer(Int)
    case address, code, new, again
    case button(Button)
  }

  package enum Button: Equatable, Sendable {
    case cancel, check, enter, mail, another, have, refresh, photo, set
  }

  static var noWay: String {
    tr(
      "No way to restore the password can be used on this recorder now: see the reasons below. What is left is the reset button at the back panel (F3)."
    )
  }

  /// What a tab asks for.
  package static func form(of tab: RecoveryTab, _ recorder: RecorderSnapshot) -> Form<Field> {
    switch tab {
    case .securityQuestions(let questions): self.questions(questions, recorder)
    case .email(nil): address(recorder)
    case .email(let entry?):
      mailedCode(
        entry, tr("If the address is the registered one, a code is on its way to it."), recorder,
        .email)
    case .client(nil): clientSoftware
    case .client(let entry?):
      mailedCode(entry, tr("The code is in the mail that the client asked for."), recorder, .client)
    case .dynamicPassword(let challenge): dynamicPassword(challenge, recorder.profile)
    case .qrCode: qrCode(recorder.profile)
    case .app: app(recorder.profile)
    case .unlockCode(let challenge): unlockCode(challenge, recorder.profile)
    }
  }

  /// What has to be typed before a button can do anything: to send nothing would cost a try.
  package static func gap(
    in form: Form<Field>, for button: Button
  ) -> (field: Field, problem: Phrase)? {
    func isEmpty(_ id: Field) -> Bool { form.text(id).allSatisfy(\.isWhitespace) }
    switch button {
    case .check:
      return answerIDs(in: form).first(where: isEmpty)
        .map { ($0, tr("Answer this one as well.")) }
    case .enter: return isEmpty(.code) ? (.code, tr("Type the code.")) : nil
    case .mail: return isEmpty(.address) ? (.address, tr("Type the address.")) : nil
    case .cancel, .another, .have, .refresh, .photo, .set: return nil
    }
  }

  /// A field that takes pasted codes with blanks around them.
  static func codeField(_ label: Phrase, _ length: Int, note: Phrase?) -> FormField<Field> {
    FormField(.code, label, .text(TextField(limit: max(length, 24), isPrivate: true)), note: note)
  }

  /// The new password, once a proof was good.
  package static var newPassword: Form<Field> {
    Form(
      [
        .note(tr("✓ Identity confirmed. Set a new password for admin now."), .success),
        .gap,
      ] + NewPasswordFields.fields() + [
        FormField(.left, tr("Time left"), .reading("")),
        FormField(.problem, " ", .note(.error)),
        FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
        FormField(.button(.set), tr("Set and log in"), .button(.standard)),
      ])
  }
}

extension Form<RestoreForms.Field> {
  /// Empties what is typed secretly, after a refusal, and goes back to where it is typed.
  mutating func emptySecrets() {
    let secrets = fields.filter { field in
      if case .text(let text) = field.kind { text.isSecret || field.id == .code } else { false }
    }.compactMap(\.id)
    for id in secrets { setText(id, "") }
    if let first = secrets.first { focusedID = first }
  }
}
