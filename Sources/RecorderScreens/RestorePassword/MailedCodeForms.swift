import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

extension RestoreForms {
  /// The registered address, to be typed in full by whoever knows it.
  static func address(_ recorder: RecorderSnapshot) -> Form<Field> {
    let registered = recorder.account(.admin)?.email.maskedAddress ?? ""
    let most = recorder.profile.recovery.email?.mailsPerDay.value ?? 0
    return Form([
      FormField(
        .lead, tr("A code goes to the address that was registered. Type it in full:"),
        .note(.dialog)),
      .reading(tr("   Registered"), .verbatim(registered)),
      .gap,
      FormField(.address, tr("E-mail"), .text(TextField(limit: 254))),
      .note(
        most == 1
          ? tr("At most 1 mail in 24 hours. A new code replaces the one before.")
          : tr("At most \(most) mails in 24 hours. A new code replaces the one before."),
        .dialogQuiet),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.have), tr("I have a code"), .button(.normal)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.mail), tr("Send a code"), .button(.standard)),
    ]).focusing(.address)
  }

  static var clientSoftware: Form<Field> {
    Form([
      FormField(
        .lead,
        tr(
          "The client software on the laptop (F6) that has this recorder asks for an e-mail with a code. Have it sent there, then go on here."
        ), .note(.dialog)),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.have), tr("I have a code"), .button(.standard)),
    ]).focusing(.button(.have))
  }

  /// The page for a code that came by e-mail; its time runs.
  static func mailedCode(
    _ entry: CodeEntry, _ lead: Phrase, _ recorder: RecorderSnapshot, _ method: RecoveryMethod
  ) -> Form<Field> {
    let length = recorder.profile.recovery.code(of: method)?.length.value ?? 6
    return Form([
      FormField(.lead, lead, .note(.dialog)),
      FormField(
        .phone, tr("Look at the phone's mail (F4), and into its spam folder."),
        .note(.dialogQuiet)),
      FormField(.standing, " ", .note(.dialogQuiet)),
      codeField(tr("Code"), length, note: tr("\(length) digits")),
      FormField(.left, tr("Time left"), .reading("")),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.another), tr("Another mail"), .button(.normal)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.enter), "OK", .button(.standard)),
    ]).focusing(.code)
  }
}
