import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

extension RestoreForms {
  /// What is to be done at the phone, and the field for the code that it shows.
  static func app(_ profile: RecorderProfile) -> Form<Field> {
    let rules = profile.recovery.app
    let life: Phrase = (rules?.life.value).map { "\($0)" } ?? ""
    return Form([
      FormField(
        .lead,
        tr("Open the app on the phone (F4), choose this recorder and ask for a code there."),
        .note(.dialog)),
      .note(tr("A code from the app lives \(life) and works once."), .dialogQuiet),
      FormField(.standing, " ", .note(.dialogQuiet)),
      codeField(tr("Code"), rules?.code.length.value ?? 6, note: nil),
      FormField(.problem, " ", .note(.error)),
      FormField(.button(.cancel), tr("Cancel"), .button(.normal)),
      FormField(.button(.enter), "OK", .button(.standard)),
    ]).focusing(.code)
  }
}
