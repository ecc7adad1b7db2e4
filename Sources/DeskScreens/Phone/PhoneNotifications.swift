import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What the recorder's app told by itself.
package struct PhoneNotifications: Screen {
  private var selected = 0

  package let name = "notifications"
  package let help = [
    "What the recorder's app told: motion and other alarms, as Alarm > Notifications says. They "
      + "come only while the recorder is bound to the account of this phone."
  ]

  package enum Action: Hashable, Sendable { case choose, watch, clear, back }
  package static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose one."),
    KeyBinding(
      keys: [.enter], action: .watch, label: "Watch", help: "The live picture of that channel."),
    KeyBinding(
      keys: [.character("c")], action: .clear, label: "Clear", help: "Wipes all of them away."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the phone's home."),
  ])

  package func title(in context: ScreenContext) -> Phrase? { tr("Notifications") }
  package func hints(in context: ScreenContext) -> [KeyHint] { PhoneNotifications.map.hints() }

  package func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    let rows = context.desk.surroundings.phone.notifications.reversed().map {
      ListRow([Words.of($0.cause).spoken, String(CivilTime($0.at).text.dropFirst(5).prefix(11))])
    }
    var list = ListView(
      columns: [ListColumn(""), ListColumn("", width: .fixed(11))], rows: rows,
      selected: min(selected, max(0, rows.count - 1)), emptyText: tr("Nothing has come."))
    list.isFocused = context.hasFocus
    return list
  }

  /// Whoever opens the list has seen what stands in it, and what comes while it is open.
  package mutating func opened(in context: ScreenContext) -> Outcome { read(context) }
  package mutating func entered(in context: ScreenContext) -> Outcome { read(context) }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    if case .phone(.notified) = event { read(context) } else { .ignored }
  }

  private func read(_ context: ScreenContext) -> Outcome {
    context.desk.surroundings.phone.unread > 0 ? .perform(.phone(.readNotifications)) : .stay
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if case .key(let key) = input {
      switch PhoneNotifications.map.action(for: key) {
      case .back: return .pop
      case .clear: return .perform(.phone(.clearNotifications))
      case .choose, .watch, nil: break
      }
    }
    var list = list(context)
    let outcome = list.handle(input, in: PhoneFrame.inner(of: context.area))
    selected = list.selected
    switch outcome {
    case .ignored: return .ignored
    case .moved: return .stay
    case .activated(let place): return watch(place, context)
    }
  }

  private func watch(_ place: Int, _ context: ScreenContext) -> Outcome {
    let notifications = Array(context.desk.surroundings.phone.notifications.reversed())
    guard notifications.indices.contains(place) else { return .stay }
    switch notifications[place].cause {
    case .motion(let channel), .cameraOffline(let channel), .videoLoss(let channel),
      .tampered(let channel):
      return .push(PhoneLive(channel: channel - 1))
    default: return .push(PhoneLive(channel: 0))
    }
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = PhoneFrame.outline(title: tr("Notifications"), context)
    outline.append(list(context).outline())
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    PhoneFrame.draw(on: &canvas, in: area, title: tr("Notifications"), context)
    list(context).draw(on: &canvas, in: PhoneFrame.inner(of: area))
  }
}
