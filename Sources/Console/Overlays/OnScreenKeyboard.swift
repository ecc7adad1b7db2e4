import ConsoleData
import DeskScreens
import RecorderEngine
import RecorderScreens
import ScreenKit
import TextUI

/// The keyboard that the recorder itself shows to a mouse: it types into the field below.
struct OnScreenKeyboard: Screen {
  private static let plain = ["1234567890", "qwertyuiop", "asdfghjkl-", "zxcvbnm,./"]
  private static let shifted = ["!@#$%^&*()", "QWERTYUIOP", "ASDFGHJKL_", "ZXCVBNM;:?"]
  private static let commands = ["Shift", "Space", "Delete", "Done"]

  private var row = 1
  private var column = 0
  private var isShifted = false

  let name = "keyboard"
  let isOverlay = true
  let help = ["Types into the text field that had the focus, as the recorder's own keyboard does."]

  enum Action: Sendable { case choose, type, close }
  static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.left, .right, .up, .down], action: .choose, label: "Choose", help: "Choose a key."),
    KeyBinding(
      keys: [.enter, .character(" ")], action: .type, label: "Type",
      help: "Types the chosen key."),
    KeyBinding(
      keys: [.escape, .control("k")], action: .close, label: "Close",
      help: "Closes the keyboard."),
  ])

  func hints(in context: ScreenContext) -> [KeyHint] { OnScreenKeyboard.map.hints() }

  private var rows: [[Character]] {
    (isShifted ? OnScreenKeyboard.shifted : OnScreenKeyboard.plain).map(Array.init)
  }

  private var isOnCommands: Bool { row == rows.count }
  private var width: Int { isOnCommands ? OnScreenKeyboard.commands.count : 10 }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch input {
    case .key(let key): handle(key)
    case .mouse(let event) where event.kind == .press: click(event, in: context.area)
    default: .type(input)
    }
  }

  /// A key that is none of its own goes to the field below.
  private mutating func handle(_ key: Key) -> Outcome {
    switch OnScreenKeyboard.map.action(for: key) {
    case .close: return .pop
    case .type: return type()
    case .choose:
      move(key)
      return .stay
    case nil:
      if case .function = key { return .ignored }
      return .type(.key(key))
    }
  }

  private mutating func move(_ key: Key) {
    switch key {
    case .up: row = max(0, row - 1)
    case .down: moveDown()
    case .left: column = max(0, column - 1)
    default: column = min(width - 1, column + 1)
    }
    column = min(column, width - 1)
  }

  private mutating func moveDown() {
    guard row < rows.count else { return }
    row += 1
    if isOnCommands { column = column * OnScreenKeyboard.commands.count / 10 }
  }

  private mutating func type() -> Outcome {
    guard isOnCommands else { return .type(.key(.character(rows[row][column]))) }
    switch column {
    case 0: isShifted.toggle()
    case 1: return .type(.key(.character(" ")))
    case 2: return .type(.key(.backspace))
    default: return .pop
    }
    return .stay
  }

  private mutating func click(_ event: MouseEvent, in area: Rect) -> Outcome {
    let inner = frame(in: area).inset(rows: 1, columns: 2)
    let line = event.row - inner.row
    guard inner.contains(event.point), line <= rows.count else { return .stay }
    row = line
    column = min((event.column - inner.column) / (isOnCommands ? 10 : 4), width - 1)
    return type()
  }

  /// Where it lies.
  func frame(in area: Rect) -> Rect {
    area.bottom(8).centred(rows: 7, columns: 44)
  }

  func outline(in context: ScreenContext) -> Outline {
    var outline = Outline(title: tr("Keyboard"))
    let keys = rows.map { $0.map(String.init) } + [OnScreenKeyboard.commands.map { tr(words: $0) }]
    for (line, keys) in keys.enumerated() {
      for (place, key) in keys.enumerated() {
        outline.add(
          OutlineItem(key, .button, place: line * 10 + place),
          isFocused: line == row && place == column)
      }
    }
    return outline
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let frame = frame(in: area)
    canvas.shadow(of: frame)
    canvas.raise(frame)
    canvas.box(frame, .border, title: tr("Keyboard"), titleRole: .dialogTitle)
    let inner = frame.inset(rows: 1, columns: 2)
    for (line, keys) in rows.enumerated() {
      for (place, key) in keys.enumerated() {
        let spot = Rect(
          row: inner.row + line, column: inner.column + place * 4, rows: 1, columns: 3)
        draw(String(key), at: spot, isChosen: line == row && place == column, on: &canvas)
      }
    }
    for (place, title) in OnScreenKeyboard.commands.enumerated() {
      let spot = Rect(
        row: inner.row + rows.count, column: inner.column + place * 10, rows: 1, columns: 9)
      draw(tr(words: title), at: spot, isChosen: isOnCommands && place == column, on: &canvas)
    }
  }

  private func draw(_ text: String, at spot: Rect, isChosen: Bool, on canvas: inout Canvas) {
    let role: Role = isChosen ? .buttonFocused : .button
    canvas.fill(spot, role)
    canvas.writeFitted(
      isChosen ? "▸\(text)" : text, row: spot.row, column: spot.column, columns: spot.columns,
      role, align: .centre)
    guard isChosen else { return }
    canvas.cursor = Point(row: spot.row, column: spot.column)
    canvas.cursorIsVisible = false
  }
}
