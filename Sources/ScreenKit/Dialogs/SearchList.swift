import ConsoleData
import TextUI

/// A list that `/` searches: only rows that hold what is typed stay.
package struct SearchList: Equatable, Sendable {
  /// A row as the list holds it: it speaks when it is drawn.
  package struct Row: Equatable, Sendable {
    package let texts: [Phrase]
    package let role: Role

    package init(_ texts: [Phrase], role: Role = .text) {
      self.texts = texts
      self.role = role
    }

    fileprivate var shown: ListRow { ListRow(texts.map(\.spoken), role: role) }
  }

  private var list: ListView
  /// The rows shown, as places in `all`.
  package private(set) var shown: [Int]
  private let all: [Row]
  package private(set) var query: TextField?
  /// Why the search field did not take what was typed or pasted last; nil: it did.
  package private(set) var refusal: Phrase?

  package init(columns: [ListColumn], rows: [Row], emptyText: Phrase = tr("nothing here")) {
    all = rows
    shown = Array(rows.indices)
    list = ListView(columns: columns, rows: rows.map(\.shown), emptyText: emptyText)
  }

  /// Whether the search field has the focus.
  package var isSearching: Bool { query != nil }
  /// The selected row's place among all rows; nil where none is shown.
  package var selected: Int? { shown.indices.contains(list.selected) ? shown[list.selected] : nil }

  package var isFocused: Bool {
    get { list.isFocused }
    set { list.isFocused = newValue }
  }

  package mutating func select(_ place: Int) {
    if let row = shown.firstIndex(of: place) { list.selected = row }
  }

  package mutating func handle(_ input: InputEvent, in area: Rect) -> ListOutcome {
    refusal = nil
    if query == nil, input == .key(.character("/")) {
      query = TextField(limit: 40, placeholder: tr("search"))
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
      wanted.isEmpty || all[place].texts.contains { $0.spoken.lowercased().contains(wanted) }
    }
    list.rows = shown.map { all[$0].shown }
    list.selected = min(list.selected, max(0, shown.count - 1))
  }

  /// The list in the language of the moment.
  private var spoken: ListView {
    var list = list
    list.rows = shown.map { all[$0].shown }
    return list
  }

  private var count: String { tr("\(shown.count) found") }

  /// What is searched for, while it is typed, and the rows.
  package func outline() -> Outline {
    var list = spoken
    guard let query else { return list.outline() }
    list.isFocused = false
    var outline = query.outline(as: tr("Search"))
    outline.say(count)
    outline.append(list.outline())
    return outline
  }

  package func draw(on canvas: inout Canvas, in area: Rect) {
    let list = spoken
    guard let query else { return list.draw(on: &canvas, in: area) }
    list.draw(on: &canvas, in: area.droppingTop(1))
    canvas.write("/", row: area.row, column: area.column, .accent)
    query.draw(
      on: &canvas, in: Rect(row: area.row, column: area.column + 2, rows: 1, columns: 34))
    canvas.writeFitted(
      count, row: area.row, column: area.column + 38, columns: area.columns - 38, .quiet)
  }
}
