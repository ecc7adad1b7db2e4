import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

extension RestoreForms {
  /// What the dealer portal needs, and the field for what it answers.
  static func unlockCode(
    _ challenge: UnlockChallenge, _ profile: RecorderProfile
  ) -> Form<Field> {
    Form([
      FormField(
        .lead, tr("Give these two to your dealer, who has the portal:"), .note(.dialog)),
      .reading(tr("   Device model"), .verbatim(challenge.model)),
      .reading(tr("   Unlock code"), .verbatim(challenge.unlockCode)),
      .note(tr("The unlock code stays the same until its answer was used."), .dialogQuiet),
      .gap,
      codeField(
        tr("Answer"), profile.recovery.unlockCode?.code.length.value ?? 10,
        note: tr("case-sensitive")),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.photo), tr("Photo"), .button(.normal)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.enter), "OK", .button(.standard)),
    ]).focusing(.code)
  }
}
