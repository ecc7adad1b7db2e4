import ConsoleData
import ScreenKit
import TextUI

/// What can be done with the marked devices: the keys of the IP Manager as a menu.
struct IPManagerMenu: Screen {
  private var menu: MenuList
  private let keys: [Key?]

  init(_ page: IPManagerPage, _ context: ScreenContext) {
    var items: [MenuList.Item] = []
    var keys: [Key?] = []
    for group in IPManagerKeys.menu {
      if !items.isEmpty {
        items.append(.separator)
        keys.append(nil)
      }
      for action in group {
        guard let binding = IPManagerKeys.map.bindings.first(where: { $0.action == action }),
          let key = binding.keys.first
        else { continue }
        items.append(
          MenuList.Item(
            binding.label, shortcut: key.name,
            whyDisabled: page.whyDisabled(action, context)))
        keys.append(key)
      }
    }
    let count = page.targets(context).count
    menu = MenuList(items, title: tr("For \(Words.devices(count))"))
    self.keys = keys
  }

  let name = "ip-manager-menu"
  let isOverlay = true
  let help = ["What can be done with the marked devices. A mark ⊘ says what is in the way."]

  enum Action: Sendable { case choose, open, close }
  static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose an entry."),
    KeyBinding(keys: [.enter], action: .open, label: "Open", help: "Opens the entry."),
    KeyBinding(keys: [.escape], action: .close, label: "Close", help: "Closes the menu."),
  ])

  func hints(in context: ScreenContext) -> [KeyHint] { IPManagerMenu.map.hints() }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    // A key of the page does what its line says.
    if case .key(let key) = input, keys.contains(key), key != .enter { return choose(key) }
    switch menu.handle(input, in: frame(in: context.area)) {
    case .activated(let place):
      if let why = menu.whyDisabled { return .say(.warning(why)) }
      return keys[place].map(choose) ?? .stay
    case .moved: return .stay
    case .ignored: break
    }
    return IPManagerMenu.map.action(for: input) == .close ? .pop : .ignored
  }

  private func choose(_ key: Key) -> Outcome { .all([.pop, .press(key)]) }

  private func frame(in area: Rect) -> Rect {
    area.centred(rows: menu.size.rows, columns: max(30, menu.size.columns))
  }

  func outline(in context: ScreenContext) -> Outline { menu.outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.dim()
    menu.draw(on: &canvas, in: frame(in: area))
  }
}
