import ConsoleData
import RecorderEngine
import TextUI

extension Words {
  /// How a channel stands, in a word or two.
  package static func ofCamera(_ channel: Int, _ recorder: RecorderSnapshot) -> Phrase {
    guard recorder.profile.hasCamera(channel) else { return tr("no camera") }
    if recorder.cameras.unplugged.contains(where: { $0.channel == channel }) {
      return tr("unplugged")
    }
    switch recorder.cameras.channels[channel - 1] {
    case .live: return tr("picture")
    case .noSignal: return tr("no signal")
    case .wrongPassword: return tr("refused")
    case .covered: return tr("covered")
    }
  }

  /// Channels as a sentence counts them: `channel 2`, `channels 1, 2, 3`.
  package static func channelList(_ channels: [Int]) -> Phrase {
    let numbers = list(channels.map { "\($0)" as Phrase })
    return channels.count == 1 ? tr("channel \(numbers)") : tr("channels \(numbers)")
  }

  /// Why the recorder cannot sign in to a camera.
  package static func of(_ problem: CameraProblem) -> Phrase {
    switch problem {
    case .asksForNothing: tr("Analogue cameras ask for no password.")
    case .noSuchChannel(let channel): tr("There is no channel \(channel).")
    case .doesNotAnswer(let channel): tr("No camera answers at channel \(channel).")
    case .notTurned(let channel): tr("PTZ is off for channel \(channel): Camera > PTZ.")
    case .doesNotTurn(let channel):
      tr(
        "Nothing answered at channel \(channel): protocol, address or baud rate are not the camera's."
      )
    case .noSuchPreset(let number): tr("Preset \(number) is not saved.")
    case .presetBeyond(let most): tr("Presets go from 1 to \(most).")
    case .refused(let channels):
      tr("Refused: wrong user name or password at \(list(channels.map { "\($0)" as Phrase })).")
    }
  }
}
