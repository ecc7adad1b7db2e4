import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Camera > Edit: every channel with its state, where its camera is, and as whom the recorder
/// signs in to it.
package struct CamerasPage: Screen {
  private var selected = 0

  package let name = "cameras"
  package let help = [
    "Every channel: whether it shows a picture, where its camera is in the network, and as whom the "
      + "recorder logs in to it. Analogue inputs have no address and ask for nothing.",
    "After a reset cameras keep their own passwords and refuse the recorder: type what the camera "
      + "asks for, for one channel or for all of them at once.",
  ]

  package enum Action: Hashable, Sendable { case choose, edit, all, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .pageUp, .pageDown, .home, .end], action: .choose, label: "Choose",
      help: "Choose a channel."),
    KeyBinding(
      keys: [.enter], action: .edit, label: "Edit",
      help: "The channel's name, and the user name and password that its camera asks for."),
    KeyBinding(
      keys: [.character("a")], action: .all, label: "Log in to all",
      help: "Logs in to all cameras that refuse the recorder."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the tabs."),
  ])

  package func hints(in context: ScreenContext) -> [KeyHint] {
    CamerasPage.map.hints { whyDisabled($0, context) }
  }

  private func whyDisabled(_ action: Action, _ context: ScreenContext) -> Phrase? {
    guard action == .edit || action == .all else { return nil }
    if let why = context.whyNot(.cameras, .camera) { return why }
    let hasRefused = !context.recorder.refusedChannels.isEmpty
    return action == .edit || hasRefused ? nil : tr("No camera refuses the recorder.")
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    var list = list(context)
    if case .key(let key) = input, let action = CamerasPage.map.action(for: key),
      action != .choose
    {
      return act(action, context)
    }
    let outcome = list.handle(input, in: layout(context).list)
    selected = list.selected
    if case .activated = outcome { return act(.edit, context) }
    return outcome == .ignored ? .ignored : .stay
  }

  private func act(_ action: Action, _ context: ScreenContext) -> Outcome {
    if let why = whyDisabled(action, context) { return .say(.warning(why)) }
    switch action {
    case .edit: return .push(CameraDialog(channel: selected + 1, context))
    case .all: return .push(CameraDialog(channel: nil, context))
    case .back: return .pop
    case .choose: return .stay
    }
  }

  package func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    let user = TextWidth.of(context.profile.cameras?.user.value ?? "-")
    let rows = context.profile.channels.indices.map { CamerasPage.row(of: $0 + 1, context) }
    var list = ListView(
      columns: [
        ListColumn("", width: .fixed(rows.count > 9 ? 2 : 1), align: .right),
        ListColumn(tr("Channel")),
        ListColumn(tr("Status"), width: .fixed(11)),
        ListColumn(tr("Address"), width: .fixed(15)),
        ListColumn(tr("User"), width: .fixed(min(8, max(5, user)))),
      ], rows: rows, selected: min(selected, max(0, rows.count - 1)))
    list.isFocused = context.hasFocus
    return list
  }

  private static func row(of channel: Int, _ context: ScreenContext) -> ListRow {
    let state = Words.ofCamera(channel, context.recorder)
    let isRefused = context.recorder.cameras.channels[channel - 1] == .wrongPassword
    let isLive = context.recorder.cameras.channels[channel - 1] == .live
    let address = context.profile.cameraAddress(of: channel)
    return ListRow(
      [
        "\(channel)", context.channelName(channel), (isRefused ? "▲ " : "") + state.spoken,
        address ?? (context.profile.cameras == nil ? tr("analogue") : "-"),
        address == nil ? "-" : context.profile.cameras?.user.value ?? "-",
      ], role: isRefused ? .warning : isLive ? .text : .quiet)
  }

  /// What is to be done stands below the list, where cameras refuse.
  private func layout(_ context: ScreenContext) -> (list: Rect, message: Rect) {
    let rows = context.recorder.refusedChannels.isEmpty ? 0 : 3
    return (context.area.droppingBottom(rows), context.area.bottom(max(0, rows - 1)))
  }

  /// That cameras refuse the recorder; nil where none does.
  private func message(_ context: ScreenContext) -> String? {
    let refused = context.recorder.refusedChannels.count
    guard refused > 0 else { return nil }
    return tr("▲ Cameras that refuse the recorder: \(refused). They keep their own password.")
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = list(context).outline()
    outline.say(message(context) ?? "")
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let layout = layout(context)
    list(context).draw(on: &canvas, in: layout.list)
    guard let message = message(context) else { return }
    canvas.writeWrapped(message, in: layout.message.droppingLeft(2), .warning)
  }
}

extension ScreenContext {
  /// The name of channel 1, 2, 3 … as the menu is set.
  package func channelName(_ channel: Int) -> String {
    recorder.settings[.channelName(channel)] ?? profile.channels[channel - 1].name
  }
}
