import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The app's live picture of one channel.
package struct PhoneLive: Screen {
  package var channel: Int

  package let name = "app-live"
  package let help = [
    "The live picture on the phone. It needs the recorder's network, its cloud switched on, and that "
      + "the recorder is bound to the account of this phone."
  ]

  package enum Action: Hashable, Sendable { case channel, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.left, .right], action: .channel, label: "Channel",
      help: "The channel before or after."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the app."),
  ])

  package func title(in context: ScreenContext) -> Phrase? { tr("Recorder app") }
  package func hints(in context: ScreenContext) -> [KeyHint] { PhoneLive.map.hints() }
  package func nextChange(in context: ScreenContext) -> Timestamp? {
    context.isCalm ? nil : context.now + .seconds(1)
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    guard case .key(let key) = input, let action = PhoneLive.map.action(for: key) else {
      return .ignored
    }
    guard action == .channel else { return .pop }
    let count = context.profile.channels.count
    channel = (channel + (key == .right ? 1 : count - 1)) % count
    return .stay
  }

  /// What keeps the picture away; nil where it comes.
  private func obstacle(_ context: ScreenContext) -> String? {
    let recorder = context.recorder
    let app = context.desk.surroundings.phone.app
    guard let account = app.account else { return tr("Log in to the app first.") }
    guard recorder.cloud.binding?.account == account else {
      return tr("This account has no recorder.")
    }
    guard recorder.power == .running, recorder.hasNetworkLink,
      recorder.settings[.cloud] != "off"
    else { return tr("The recorder is offline.") }
    return nil
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = PhoneFrame.outline(title: tr("Live view"), context)
    if let why = obstacle(context) {
      outline.say(why)
    } else {
      outline.append(tile(context).outline())
    }
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    PhoneFrame.draw(on: &canvas, in: area, title: tr("Live view"), context)
    let inner = PhoneFrame.inner(of: area)
    if let why = obstacle(context) {
      canvas.writeWrapped(why, in: inner, .warning)
      return
    }
    tile(context).draw(on: &canvas, in: inner.top(min(inner.rows, 14)))
  }

  private func tile(_ context: ScreenContext) -> CameraTile {
    let profile = context.profile.channels[min(channel, context.profile.channels.count - 1)]
    var tile = CameraTile(
      number: channel + 1, name: profile.name, state: context.recorder.cameras.channels[channel],
      motion: context.recorder.motion(at: channel + 1, now: context.motionTime),
      scene: profile.scene.flatMap { context.assets.scenes[$0] },
      time: context.recorder.deviceTime(at: context.now), motionTime: context.motionTime,
      isRecording: false, grain: context.pictureGrain,
      settings: PictureSettings(
        context.recorder.settings, channel: channel + 1,
        at: context.recorder.deviceTime(at: context.now))
    )
    tile.view = context.recorder.view(of: channel + 1)
    // What goes to phones is the sub-stream.
    switch context.recorder.settings[.subResolution(channel + 1)] {
    case "QCIF": tile.coarseness = 4
    case "CIF": tile.coarseness = 2
    default: break
    }
    return tile
  }
}
