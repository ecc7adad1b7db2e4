import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// The phone's first page: what has come, and what it can do.
package struct PhoneHome: Screen {
  private var selected = 0

  package init() {}

  package let name = "phone"
  package let help = [
    "The phone of whoever looks after the recorder: its mail, what the recorder's app tells, photos "
      + "of the monitor, and the app itself.",
    "Ctrl-P takes a photo of Restore Password from anywhere. The app binds a recorder at its "
      + "Network > Cloud page, scans QR codes and asks for codes.",
  ]

  private enum Item: CaseIterable {
    case mail, notifications, photos, app
  }

  package enum Action: Hashable, Sendable { case choose, open, back }
  package static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose."),
    KeyBinding(keys: [.enter], action: .open, label: "Open", help: "Opens it."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the monitor."),
  ])

  package func title(in context: ScreenContext) -> Phrase? { nil }
  package func hints(in context: ScreenContext) -> [KeyHint] { PhoneHome.map.hints() }

  private func list(_ context: ScreenContext) -> ListView {
    let phone = context.desk.surroundings.phone
    let rows = Item.allCases.map { item -> ListRow in
      let (title, note, isNew) = Self.line(of: item, phone)
      return ListRow([isNew ? "●" : " ", title, note], role: isNew ? .strong : .text)
    }
    var list = ListView(
      columns: [
        ListColumn("", width: .fixed(1)), ListColumn(""),
        ListColumn("", width: .fixed(16), align: .right),
      ], rows: rows, selected: selected)
    list.isFocused = context.hasFocus
    return list
  }

  private static func line(of item: Item, _ phone: Phone) -> (String, String, Bool) {
    switch item {
    case .mail:
      let unread = phone.mailbox.unread
      return (tr("Mail"), unread == 0 ? "" : tr("\(unread) new"), unread > 0)
    case .notifications:
      let count = phone.notifications.count
      return (tr("Notifications"), count == 0 ? "" : "\(count)", phone.unread > 0)
    case .photos: return (tr("Photos"), phone.photos.isEmpty ? "" : "\(phone.photos.count)", false)
    case .app: return (tr("Recorder app"), phone.app.account ?? tr("logged out"), false)
    }
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if PhoneHome.map.action(for: input) == .back { return .go(.monitor) }
    var list = list(context)
    let outcome = list.handle(input, in: PhoneFrame.inner(of: context.area))
    selected = list.selected
    switch outcome {
    case .ignored: return .ignored
    case .moved: return .stay
    case .activated: return .push(page)
    }
  }

  private var page: any Screen {
    switch Item.allCases[selected] {
    case .mail: PhoneMail()
    case .notifications: PhoneNotifications()
    case .photos: PhonePhotos()
    case .app: PhoneAppScreen()
    }
  }

  package func outline(in context: ScreenContext) -> Outline {
    var outline = PhoneFrame.outline(title: tr("Home"), context)
    outline.append(list(context).outline())
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    PhoneFrame.draw(on: &canvas, in: area, title: tr("Home"), context)
    list(context).draw(on: &canvas, in: PhoneFrame.inner(of: area))
  }
}
