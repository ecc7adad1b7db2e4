/// A row of tabs, one of them current.
public struct Tabs: Widget, Equatable, Sendable {
  /// One tab.
  public struct Tab: Equatable, Sendable {
    /// What stands on it.
    public var title: Phrase
    /// Why it cannot be opened.
    public var whyDisabled: Phrase?

    /// Makes a tab.
    public init(_ title: Phrase, whyDisabled: Phrase? = nil) {
      self.title = title
      self.whyDisabled = whyDisabled
    }

    fileprivate func shown(_ spacing: Spacing) -> String {
      guard whyDisabled != nil else { return title.spoken }
      return title.spoken + (spacing == .none ? "⊘" : " ⊘")
    }
  }

  /// How much room is around the titles: less, before a tab is cut.
  fileprivate enum Spacing: Int, CaseIterable {
    case wide = 2
    case narrow = 1
    /// Only the current tab has room for its marks.
    case none = 0
  }

  /// The tabs, from left to right.
  public var tabs: [Tab]
  /// The tab that is open, from 0.
  public private(set) var current: Int
  /// Whether the keyboard is on the tabs themselves.
  public var isFocused = false

  /// Makes a row of tabs.
  public init(_ tabs: [Tab], current: Int = 0) {
    self.tabs = tabs
    self.current = current
  }

  /// Makes a row of tabs that are all open to choose.
  public init(_ titles: [Phrase], current: Int = 0) {
    self.init(titles.map { Tab($0) }, current: current)
  }

  /// Goes to a tab, or says why not.
  public mutating func select(_ index: Int) -> Phrase? {
    guard tabs.indices.contains(index) else { return nil }
    if let reason = tabs[index].whyDisabled { return reason }
    current = index
    return nil
  }

  /// Goes to the next tab that is open to choose, or with -1 to the one before; round the ends.
  public mutating func step(_ direction: Int) {
    guard !tabs.isEmpty else { return }
    for distance in 1...tabs.count {
      let index = place(distance, direction, from: current)
      guard tabs[index].whyDisabled == nil else { continue }
      current = index
      return
    }
  }

  /// The tab beside one of them, open to choose or not, that is not the current one; round the ends.
  public func neighbour(of index: Int, _ direction: Int) -> Int? {
    guard tabs.count > 1 else { return nil }
    let next = place(1, direction, from: index)
    return next == current ? place(2, direction, from: index) : next
  }

  private func place(_ distance: Int, _ direction: Int, from index: Int) -> Int {
    (index + direction.signum() * distance + tabs.count * 2) % tabs.count
  }

  /// The columns that show all of them with room around each.
  public var neededColumns: Int { columns(.wide) }

  private func columns(_ spacing: Spacing) -> Int {
    tabs.indices.reduce(-1) { $0 + width(of: $1, spacing) + 1 }
  }

  private func width(of index: Int, _ spacing: Spacing) -> Int {
    let padding = index == current ? max(1, spacing.rawValue) : spacing.rawValue
    return TextWidth.of(tabs[index].shown(spacing)) + 2 * padding
  }

  private func spacing(in area: Rect) -> Spacing {
    Spacing.allCases.first { columns($0) <= area.columns } ?? .none
  }

  /// The tab drawn at that place.
  public func hit(_ point: Point, in area: Rect) -> Int? {
    places(in: area).firstIndex { $0.contains(point) }
  }

  /// Draws the row; the current tab stays in view when there is no room for all.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let row = area.top(1)
    canvas.clipped(to: row) { canvas in
      canvas.fill(row, .tab)
      let spacing = spacing(in: row)
      for (index, place) in places(in: row).enumerated() {
        drawTab(index, spacing, at: place, on: &canvas)
        let mark = place.endColumn
        let isBeside = index == current || index + 1 == current
        if index + 1 < tabs.count, !isBeside {
          canvas.put("│", row: row.row, column: mark, .tabDisabled)
        }
      }
      drawMarks(on: &canvas, in: row)
    }
    guard isFocused, tabs.indices.contains(current) else { return }
    canvas.cursor = Point(row: row.row, column: places(in: row)[current].column + 1)
    canvas.cursorIsVisible = false
  }

  /// Says at either end that there are more tabs than the row shows.
  private func drawMarks(on canvas: inout Canvas, in row: Rect) {
    let places = places(in: row)
    guard let first = places.first, let last = places.last else { return }
    if first.column < row.column {
      canvas.write("‹ ", row: row.row, column: row.column, .accent)
    }
    if last.endColumn > row.endColumn {
      canvas.write(" ›", row: row.row, column: row.endColumn - 2, .accent)
    }
  }

  private func drawTab(
    _ index: Int, _ spacing: Spacing, at place: Rect, on canvas: inout Canvas
  ) {
    let tab = tabs[index]
    let role: Role =
      index == current
      ? (isFocused ? .focus : .tabCurrent) : tab.whyDisabled == nil ? .tab : .tabDisabled
    canvas.fill(place, role)
    let title = tab.shown(spacing)
    let padding = (place.columns - TextWidth.of(title)) / 2
    canvas.write(title, row: place.row, column: place.column + padding, role)
    guard index == current else { return }
    canvas.put(isFocused ? "▸" : "▌", row: place.row, column: place.column, role)
    canvas.put(isFocused ? "◂" : "▐", row: place.row, column: place.endColumn - 1, role)
  }

  /// Where each tab is drawn; pushed left when the current one would be cut.
  private func places(in area: Rect) -> [Rect] {
    var column = area.column
    var places: [Rect] = []
    let spacing = spacing(in: area)
    for index in tabs.indices {
      let width = width(of: index, spacing)
      places.append(Rect(row: area.row, column: column, rows: 1, columns: width))
      column += width + 1
    }
    guard places.indices.contains(current) else { return places }
    // The current tab stays clear of the marks for more.
    let start = places[current].column - area.column - (current > 0 ? 2 : 0)
    let end = places[current].endColumn + (current + 1 < places.count ? 2 : 0)
    let push = max(0, min(start, end - area.endColumn))
    for index in places.indices { places[index].column -= push }
    return places
  }
}
