import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// Search in the list below: the selection goes to the first row that holds what is typed.
struct ListSearch: Screen {
  /// What stands in each row of the list, in small letters.
  private let rows: [String]
  private var field = TextField(limit: 40)
  /// The matching row that is selected, counted among those that match.
  private var place = 0

  init(_ list: ListView) {
    rows = list.rows.map { $0.texts.joined(separator: " ").lowercased() }
  }

  let name = "list-search"
  let isOverlay = true
  let takesText = true
  let help = [
    "The selection of the list goes to the first row that holds what is typed; ↓ and ↑ go to the "
      + "next and the previous one. Enter or Esc goes on in the list from there."
  ]

  enum Action: Hashable, Sendable { case step, done }
  static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.down, .up], action: .step, label: "Next",
      help: "The next row that holds it, or the previous one."),
    KeyBinding(
      keys: [.enter, .escape], action: .done, label: "Done", help: "Goes on in the list."),
  ])

  func hints(in context: ScreenContext) -> [KeyHint] {
    ListSearch.map.hints { $0 == .step && found.count < 2 ? tr("There is no other.") : nil }
  }

  private var found: [Int] {
    let wanted = field.text.lowercased()
    return wanted.isEmpty ? [] : rows.indices.filter { rows[$0].contains(wanted) }
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    switch ListSearch.map.action(for: input) {
    case .done: return .pop
    case .step:
      let found = found
      guard found.count > 1 else { return .stay }
      place = (place + (input == .key(.down) ? 1 : found.count - 1)) % found.count
      return select(found[place])
    case nil: break
    }
    switch field.handle(input) {
    case .refused(let why): return .say(.warning(why))
    case .changed:
      place = 0
      return found.first.map(select) ?? .stay
    case .moved: return .stay
    case .ignored: return .ignored
    }
  }

  /// The list goes there as by hand, from its first row.
  private func select(_ row: Int) -> Outcome {
    .all(
      [.type(.key(.home))] + Array(repeating: Outcome.type(.key(.down)), count: row))
  }

  /// How many rows hold what is typed, and which of them is chosen.
  private var result: String {
    let found = found
    guard !field.text.isEmpty else { return tr("\(rows.count) rows") }
    return found.isEmpty ? tr("not in this list") : tr("\(place + 1) of \(found.count)")
  }

  func outline(in context: ScreenContext) -> Outline {
    var outline = field.outline(as: tr("Search"))
    outline.title = tr("Search")
    outline.say(result)
    return outline
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    let row = area.bottom(1)
    canvas.fill(row, .dialog)
    canvas.write("/", row: row.row, column: row.column + 1, .accent)
    let width = min(34, row.columns - 24)
    field.draw(
      on: &canvas, in: Rect(row: row.row, column: row.column + 3, rows: 1, columns: width))
    canvas.writeFitted(
      result, row: row.row, column: row.column + width + 5, columns: row.columns - width - 6,
      found.isEmpty && !field.text.isEmpty ? .warning : .dialogQuiet)
  }
}
