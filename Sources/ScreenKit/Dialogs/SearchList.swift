import ConsoleData
import TextUI

/// A list that `/` searches: only rows that hold what is typed stay.
package struct SearchList: Equatable, Sendable {
  package private(set) var list: ListView
  /// The rows shown, as places in `all`.
  package private(set) var shown: [Int]
  private var all: [ListRow]
  package private(set) var query: TextField?
  /// Why the search field did not take what was typed or pasted last; nil: it did.
  package private(set) var refusal: String?

  package init(columns: [ListColumn], rows: [ListRow], emptyText: String = tr("nothing here")) {
    all = rows
    shown = Array(rows.indices)
    list = ListView(columns: columns, rows: rows, emptyText: emptyText)
  }

  /// Whether the search field has the focus.
  package var isSearching: Bool { query != nil }
  /// The selected row's place among all rows; nil where none is shown.
  package var selected: Int? { shown.indices.contains(list.selected) ? shown[list.selected] : nil }

  package var isFocused: Bool {
    get { list.isFocused }
    set { list.isFocused = newValue }
  }

  /// Puts other rows in; what is searched for and the place stay.
  package mutating func replace(_ rows: [ListRow]) {
    let kept = list.selected
    all = rows
    filter()
    list.selected = min(kept, max(0, shown.count - 1))
  }

  package mutating func select(_ place: Int) {
    if let row = shown.firstIndex(of: place) { list.selected = row }
  }

  package mutating func handle(_ input: InputEvent, in area: Rect) -> ListOutcome {
    refusal = nil
    if query == nil, input == .key(.character("/")) {
      query = TextField(limit: 40, placeholder: "search")
      return .moved
    }
    if query != nil {
      if input == .key(.escape) {
        query = nil
        filter()
        return .moved
      }
      if let outcome = search(input) { return outcome }
    }
    return list.handle(input, in: query == nil ? area : area.droppingTop(1))
  }

  private mutating func search(_ input: InputEvent) -> ListOutcome? {
    switch input {
    case .key(.up), .key(.down), .key(.enter), .key(.pageUp), .key(.pageDown), .mouse: return nil
    default:
      let outcome = query?.handle(input)
      if outcome == .ignored { return nil }
      if case .refused(let why) = outcome { refusal = why }
      filter()
      return .moved
    }
  }

  private mutating func filter() {
    let wanted = query?.text.lowercased() ?? ""
    shown = all.indices.filter { place in
      wanted.isEmpty || all[place].texts.contains { $0.lowercased().contains(wanted) }
    }
    list.rows = shown.map { all[$0] }
    list.selected = min(list.selected, max(0, shown.count - 1))
  }

  package func draw(on canvas: inout Canvas, in area: Rect) {
    guard let query else { return list.draw(on: &canvas, in: area) }
    list.draw(on: &canvas, in: area.droppingTop(1))
    canvas.write("/", row: area.row, column: area.column, .accent)
    query.draw(
      on: &canvas, in: Rect(row: area.row, column: area.column + 2, rows: 1, columns: 34))
    canvas.writeFitted(
      "\(shown.count) found", row: area.row, column: area.column + 38,
      columns: area.columns - 38, .quiet)
  }
}
