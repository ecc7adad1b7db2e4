import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

extension RestoreForms {
  /// What stands beside the QR code.
  static func qrCode(_ profile: RecorderProfile) -> Form<Field> {
    let rules = profile.recovery.qrCode
    return Form([
      FormField(
        .lead,
        tr("Scan it with the phone's app (F4). The app shows a code, or mails it to the owner."),
        .note(.dialog)),
      .note(
        tr("▲ Keep this screen open. Closing it cancels the QR code and every code made from it."),
        .warning),
      .gap,
      codeField(tr("Code"), rules?.code.length.value ?? 8, note: nil),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.refresh), tr("Refresh"), .button(.normal)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.enter), "OK", .button(.standard)),
    ]).focusing(.code)
  }
}
