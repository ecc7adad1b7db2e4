/// What became of a key in a list.
public enum ListOutcome: Equatable, Sendable {
  case ignored
  case moved
  /// The row was chosen with Enter or a second click.
  case activated(Int)
}

/// A column of a list.
public struct ListColumn: Equatable, Sendable {
  /// How wide it is.
  public enum Width: Equatable, Sendable {
    case fixed(Int)
    /// A share of what the fixed ones leave.
    case flexible
  }

  /// What stands above it; a list whose titles are all empty has no header.
  public var title: Phrase
  /// How wide it is.
  public var width: Width
  /// At which side its texts stand.
  public var align: Alignment

  /// Makes a column.
  public init(_ title: Phrase, width: Width = .flexible, align: Alignment = .left) {
    self.title = title
    self.width = width
    self.align = align
  }
}

/// A row of a list: a text for each column.
public struct ListRow: Equatable, Sendable {
  /// The texts, one for each column; what is left over is not drawn.
  public var texts: [String]
  /// What the row means while it is not the selected one.
  public var role: Role

  /// Makes a row; its role counts while it is not the selected one.
  public init(_ texts: [String], role: Role = .text) {
    self.texts = texts
    self.role = role
  }
}

/// A scrolling list with one selected row; drawing and moving cost what is visible, not what is held.
public struct ListView: Equatable, Sendable {
  /// The columns, from left to right.
  public var columns: [ListColumn]
  /// The rows that are held: all, or those in view.
  public var rows: [ListRow]
  /// Whether the keyboard is here: the selected row stands out more.
  public var isFocused = true
  /// What an empty list says.
  public var emptyText: Phrase
  /// The selected row, 0 when there is none.
  public var selected: Int
  /// How many rows there are where `rows` holds only those in view; nil: `rows` holds them all.
  public private(set) var total: Int?
  /// The place of the first of `rows` among all.
  private(set) var windowStart = 0
  /// The first row in view, before the selected one pulls it.
  public private(set) var offset = 0

  /// Makes a list.
  public init(
    columns: [ListColumn], rows: [ListRow], selected: Int = 0, emptyText: Phrase = "nothing here"
  ) {
    self.columns = columns
    self.rows = rows
    self.selected = selected
    self.emptyText = emptyText
  }

  /// Makes a list of single texts, without a header.
  public init(_ items: [String], selected: Int = 0) {
    self.init(columns: [ListColumn("")], rows: items.map { ListRow([$0]) }, selected: selected)
  }

  /// Makes a list of so many rows that are made only when they come into view: see `show`.
  public init(columns: [ListColumn], total: Int, selected: Int = 0, emptyText: Phrase) {
    self.init(columns: columns, rows: [], selected: selected, emptyText: emptyText)
    self.total = total
  }

  /// How many rows there are.
  public var count: Int { total ?? rows.count }

  /// Takes another number of rows; the selected place stays where it can.
  public mutating func setTotal(_ count: Int) {
    total = count
    selected = min(selected, max(0, count - 1))
  }

  /// Makes the rows that are in view in this area.
  public mutating func show(in area: Rect, row: (Int) -> ListRow) {
    let height = body(of: area).rows
    let first = firstVisible(height: height)
    windowStart = first
    rows = (first..<max(first, min(count, first + height))).map(row)
  }

  /// The row at that place among all.
  func row(at index: Int) -> ListRow { rows[index - windowStart] }

  var hasHeader: Bool { columns.contains { !$0.title.isEmpty } }

  /// Where the rows are drawn: below the header.
  func body(of area: Rect) -> Rect { hasHeader ? area.droppingTop(1) : area }

  var selection: Int { min(max(0, selected), max(0, count - 1)) }

  /// The first row shown in so many rows: the selected one is always among them.
  func firstVisible(height: Int) -> Int {
    guard height > 0 else { return 0 }
    let last = min(offset, max(0, count - height))
    return min(max(last, selection - height + 1), selection)
  }

  /// Moves or activates by one key, click or turn of the wheel.
  public mutating func handle(_ input: InputEvent, in area: Rect) -> ListOutcome {
    let body = body(of: area)
    guard count > 0 else { return .ignored }
    switch input {
    case .key(let key):
      return handle(key, height: max(1, body.rows))
    case .mouse(let event) where area.contains(event.point):
      return handle(event, in: body)
    default:
      return .ignored
    }
  }

  private mutating func handle(_ key: Key, height: Int) -> ListOutcome {
    switch key {
    case .up: move(to: selection - 1, height)
    case .down: move(to: selection + 1, height)
    case .pageUp: move(to: selection - max(1, height - 1), height)
    case .pageDown: move(to: selection + max(1, height - 1), height)
    case .home: move(to: 0, height)
    case .end: move(to: count - 1, height)
    case .enter: .activated(selection)
    default: .ignored
    }
  }

  private mutating func handle(_ event: MouseEvent, in body: Rect) -> ListOutcome {
    let height = max(1, body.rows)
    switch event.kind {
    case .wheelUp: return move(to: selection - event.rows, height)
    case .wheelDown: return move(to: selection + event.rows, height)
    case .press, .doubleClick:
      let row = firstVisible(height: height) + event.row - body.row
      guard event.row >= body.row, row < count else { return .ignored }
      if row == selection { return .activated(row) }
      return move(to: row, height)
    case .release: return .ignored
    }
  }

  private mutating func move(to row: Int, _ height: Int) -> ListOutcome {
    let target = min(max(0, row), count - 1)
    guard target != selection else { return .ignored }
    offset = firstVisible(height: height)
    selected = target
    offset = firstVisible(height: height)
    return .moved
  }
}

extension ListView: Widget {
  /// Draws the header, the rows in view and, when there are more, a scroll bar.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let body = body(of: area)
    let isLong = count > body.rows
    let widths = widths(columns: area.columns - 2 - (isLong ? 2 : 0))
    canvas.clipped(to: area) { canvas in
      if hasHeader {
        drawTexts(
          columns.map(\.title.spoken), widths, .quiet, row: area.row, area.column, on: &canvas)
      }
      if count == 0 { drawEmpty(on: &canvas, in: body) }
      let first = firstVisible(height: body.rows)
      for index in first..<min(count, first + body.rows) {
        let line = Rect(
          row: body.row + index - first, column: body.column, rows: 1,
          columns: body.columns - (isLong ? 2 : 0))
        drawRow(index, widths, on: &canvas, in: line)
      }
      if isLong {
        ScrollBar(count: count, first: first).draw(on: &canvas, in: body.right(1))
      }
    }
  }

  private func drawRow(_ index: Int, _ widths: [Int], on canvas: inout Canvas, in line: Rect) {
    let shown = row(at: index)
    var role = shown.role
    if index == selection {
      role = isFocused ? .focus : .selection
      canvas.fill(line, role)
      canvas.put("▸", row: line.row, column: line.column, role)
      if isFocused {
        canvas.cursor = Point(row: line.row, column: line.column)
        canvas.cursorIsVisible = false
      }
    }
    drawTexts(shown.texts, widths, role, row: line.row, line.column, on: &canvas)
  }

  private func drawTexts(
    _ texts: [String], _ widths: [Int], _ role: Role, row: Int, _ start: Int,
    on canvas: inout Canvas
  ) {
    var place = start + 2
    for (index, width) in widths.enumerated() {
      if index < texts.count {
        canvas.writeFitted(
          texts[index], row: row, column: place, columns: width, role,
          align: columns[index].align)
      }
      place += width == 0 ? 0 : width + 2
    }
  }

  private func drawEmpty(on canvas: inout Canvas, in body: Rect) {
    canvas.writeFitted(
      emptyText.spoken, row: body.row, column: body.column + 2, columns: body.columns - 2, .quiet)
    canvas.cursor = isFocused ? Point(row: body.row, column: body.column) : canvas.cursor
  }

  /// What a flexible column has at least, before a fixed one at its right goes: room for its texts,
  /// within reason.
  private static let leastFlexible = 8...13

  /// The room that all flexible columns want, judged by the first rows; none of a long list would
  /// change it.
  private var leastOfFlexible: Int {
    columns.indices.filter { columns[$0].width == .flexible }.map { column in
      let longest = rows.prefix(100).map { row in
        row.texts.indices.contains(column) ? TextWidth.of(row.texts[column]) : 0
      }.max()
      return min(Self.leastFlexible.upperBound, max(Self.leastFlexible.lowerBound, longest ?? 0))
    }.reduce(0, +)
  }

  /// The columns' widths: fixed ones first, the rest in equal shares. Where little would be left for
  /// those, fixed columns go from the right, marks of a few letters excepted; they have no width.
  private func widths(columns available: Int) -> [Int] {
    let flexible = columns.count { $0.width == .flexible }
    var fixed = columns.map { column in
      if case .fixed(let width) = column.width { width } else { 0 }
    }
    func spareColumns() -> Int {
      let shown = fixed.count { $0 > 0 } + flexible
      return max(0, available - max(0, shown - 1) * 2 - fixed.reduce(0, +))
    }
    // The texts are looked at only where room is short.
    let isShort = spareColumns() < Self.leastFlexible.upperBound * flexible
    let least = isShort ? leastOfFlexible : 0
    while flexible > 0, spareColumns() < least,
      let last = fixed.lastIndex(where: { $0 > 3 })
    {
      fixed[last] = 0
    }
    var spare = spareColumns()
    var left = flexible
    return zip(columns, fixed).map { column, width in
      if case .fixed = column.width { return width }
      let share = (spare + left - 1) / max(1, left)
      spare -= share
      left -= 1
      return share
    }
  }
}

/// A bar that shows which part of something long is in view.
public struct ScrollBar: Widget, Equatable, Sendable {
  /// How many rows there are in all.
  public var count: Int
  /// The first row in view, from 0.
  public var first: Int

  /// Makes a bar for so many rows, the first of them in view.
  public init(count: Int, first: Int) {
    self.count = count
    self.first = first
  }

  /// Draws it down the first column of the area, whose height is that of the view.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    guard count > area.rows, !area.isEmpty else { return }
    let thumb = max(1, area.rows * area.rows / count)
    let start = min(
      area.rows - thumb, first * (area.rows - thumb) / max(1, count - area.rows))
    for row in 0..<area.rows {
      let isThumb = (start..<start + thumb).contains(row)
      canvas.put(
        isThumb ? "┃" : "│", row: area.row + row, column: area.column,
        isThumb ? .accent : .border)
    }
  }
}
