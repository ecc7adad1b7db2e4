import PracticeDesk
import RecorderEngine
import Support
import Training

@testable import Console

/// What may stand in Latin letters on a screen in any language: names, and texts of the people.
struct ExemptWords {
  /// Keys, sockets, lights, units, models and what is typed in the stories.
  private static let everywhere = words(
    in: """
      Enter Esc Tab Space PgDn Ctrl OK PWR HDD NET CAM DVR NVR fw GB min MAC USB LAN VGA HDMI PAL
      AUDIO VIDEO IN RESET POWER ALARM CH HTTP RTSP http com example admin Admin Administrator Advanced Ordinary
      SH PR WD PURX PX sw AE BB CC CF DA DD EB owner client installer
      """)
  private let names: Set<String>
  /// Names that something in front may cut.
  private let cut: Set<String>

  init(of trainee: Operator, in story: FrameStory) {
    var texts = [story.latinWords]
    if let recorder = trainee.recorder {
      let channels = recorder.profile.channels.indices
      texts += channels.compactMap { recorder.settings[.channelName($0 + 1)] }
      texts += recorder.profile.accounts.groups.value.map(\.name)
      texts += [
        recorder.account(.admin)?.email.maskedAddress, recorder.settings[.deviceName],
      ].compactMap(\.self)
    }
    cut = ExemptWords.words(in: texts.joined(separator: " "))
    if let profile = trainee.recorder?.profile {
      texts.append(profile.title)
      texts += profile.maintenance.firmwareFiles.value.map(\.remark)
    }
    if let surroundings = trainee.console.desk?.surroundings {
      texts.append(surroundings.notes)
      texts += surroundings.laptop.devices.flatMap { [$0.name, $0.model] }
    }
    names = ExemptWords.everywhere.union(ExemptWords.words(in: texts.joined(separator: " ")))
  }

  func contains(_ word: String) -> Bool {
    names.contains(word)
      || (word.first?.isUppercase == true && cut.contains { $0.hasPrefix(word) })
  }

  private static func words(in text: String) -> Set<String> {
    Set(text.matches(of: /[A-Za-z]{2,}/).map { String($0.output) })
  }
}
