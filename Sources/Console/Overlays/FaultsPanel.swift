import ConsoleData
import DeskScreens
import PracticeDesk
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI

/// The trainer's menu: what goes wrong in the field, to be switched on and off.
struct FaultsPanel: Screen {
  private var selected = 0

  let name = "faults"
  let isOverlay = true
  let help = [
    "What goes wrong in the field, for a trainer. Each fault stays until it is switched off. In a "
      + "lesson the menu is closed: a lesson has faults of its own."
  ]

  enum Action: Hashable, Sendable { case choose, flip, close }
  static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .choose, label: "Choose", help: "Choose a fault."),
    KeyBinding(
      keys: [.character(" "), .enter], action: .flip, label: "On/off",
      help: "Switches it on or off."),
    KeyBinding(keys: [.escape], action: .close, label: "Close", help: "Closes the menu."),
  ])

  func title(in context: ScreenContext) -> Phrase? { tr("Faults") }
  func hints(in context: ScreenContext) -> [KeyHint] { FaultsPanel.map.hints() }

  func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    let faults = context.desk.surroundings.faults
    let rows = Fault.allCases.map { fault in
      ListRow(
        [faults.has(fault) ? "[x]" : "[ ]", Words.of(fault).spoken],
        role: faults.has(fault) ? .warning : .text)
    }
    return ListView(
      columns: [ListColumn("", width: .fixed(3)), ListColumn("")], rows: rows, selected: selected)
  }

  private func dialog(_ area: Rect) -> Dialog {
    Dialog(
      title: tr("Faults"), rows: min(area.rows - 2, Fault.allCases.count + 2),
      columns: min(area.columns - 4, 72))
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if case .key(let key) = input {
      switch FaultsPanel.map.action(for: key) {
      case .close: return .pop
      case .flip:
        let fault = Fault.allCases[selected]
        let isOn = context.desk.surroundings.faults.has(fault)
        return .perform(.setFault(fault, isOn ? nil : fault.usualLength))
      case .choose, nil: break
      }
    }
    var list = list(context)
    let outcome = list.handle(input, in: dialog(context.area).inner(in: context.area))
    selected = list.selected
    return outcome == .ignored ? .ignored : .stay
  }

  private static var remark: String { tr("They stay until they are switched off.") }

  func outline(in context: ScreenContext) -> Outline {
    var outline = Outline()
    for (place, fault) in Fault.allCases.enumerated() {
      let isOn = context.desk.surroundings.faults.has(fault)
      outline.add(
        OutlineItem(Words.of(fault).spoken, .toggle, place: place, state: isOn ? .on : .off),
        isFocused: place == selected)
    }
    outline.say(FaultsPanel.remark)
    return dialog(context.area).outline(of: outline)
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let dialog = dialog(area)
    dialog.open(on: &canvas, in: area)
    let inner = dialog.inner(in: area)
    list(context).draw(on: &canvas, in: inner.droppingBottom(1))
    canvas.writeFitted(
      FaultsPanel.remark, row: inner.endRow - 1, column: inner.column, columns: inner.columns,
      .dialogQuiet)
  }
}
