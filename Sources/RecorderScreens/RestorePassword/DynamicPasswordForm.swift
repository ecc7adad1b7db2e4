import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

extension RestoreForms {
  /// What the support desk needs, and the field for what it answers.
  static func dynamicPassword(
    _ challenge: DynamicChallenge, _ profile: RecorderProfile
  ) -> Form<Field> {
    let length = profile.recovery.dynamicPassword?.length.value ?? 10
    return Form([
      FormField(
        .lead, tr("Send these three to your distributor, exactly as shown:"), .note(.dialog)),
      .reading(tr("   Device model"), .verbatim(challenge.model)),
      .reading(tr("   MAC address"), .verbatim(challenge.macAddress)),
      .reading(tr("   Current time"), .verbatim(CivilTime(challenge.time).text)),
      .note(
        tr(
          "▲ Keep this screen as it is. Closing it, refreshing it or a power cut makes a new time, and the code you are waiting for will not work."
        ), .warning),
      .gap,
      codeField(tr("Dynamic password"), length, note: tr("case-sensitive")),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.photo), tr("Photo"), .button(.normal)),
      FormField(.button(.refresh), tr("Refresh"), .button(.normal)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.enter), "OK", .button(.standard)),
    ]).focusing(.code)
  }
}
