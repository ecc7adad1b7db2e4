extension TextField: Widget {
  static let mask: Character = "●"

  /// Draws the field as it looks with the keyboard in it.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    draw(on: &canvas, in: area, isFocused: true)
  }

  /// Draws `[ text ]` in the first row of the area, and puts the cursor there when focused.
  public func draw(
    on canvas: inout Canvas, in area: Rect, isFocused: Bool, isEnabled: Bool = true
  ) {
    guard !area.isEmpty else { return }
    let role = isEnabled ? (isFocused ? Role.fieldFocused : .field) : .disabled
    let row = area.top(1)
    canvas.clipped(to: row) { canvas in
      canvas.fill(row, role)
      let inner = Self.inner(of: row)
      if inner != row {
        canvas.put("[", row: row.row, column: row.column, role)
        canvas.put("]", row: row.row, column: row.endColumn - 1, role)
      }
      let window = window(columns: inner.columns)
      canvas.write(shown(window), row: row.row, column: inner.column, role, limit: inner.columns)
      if isEmpty {
        canvas.writeFitted(
          placeholder, row: row.row, column: inner.column, columns: inner.columns,
          isEnabled ? .placeholder : .disabled)
      }
      if window.lowerBound > 0 { canvas.put("‹", row: row.row, column: row.column, role) }
      if window.upperBound < characters.count {
        canvas.put("›", row: row.row, column: row.endColumn - 1, role)
      }
    }
    guard isFocused else { return }
    canvas.cursor = cursorPoint(in: row)
    canvas.cursorIsVisible = true
  }

  /// The index of the character that a column of the drawn field shows.
  func index(at column: Int, in area: Rect) -> Int {
    let inner = Self.inner(of: area)
    var place = inner.column
    for index in window(columns: inner.columns) {
      place += width(index)
      if column < place { return index }
    }
    return characters.count
  }

  private func cursorPoint(in row: Rect) -> Point {
    let inner = Self.inner(of: row)
    let start = window(columns: inner.columns).lowerBound
    let before = (start..<max(start, cursor)).reduce(0) { $0 + width($1) }
    return Point(
      row: row.row, column: min(inner.column + before, max(row.column, row.endColumn - 1)))
  }

  /// Brackets and a blank at each side, as far as there is room for them.
  private static func inner(of row: Rect) -> Rect {
    row.columns >= 7
      ? row.inset(rows: 0, columns: 2) : row.columns >= 3 ? row.inset(rows: 0, columns: 1) : row
  }

  private func shown(_ window: Range<Int>) -> String {
    isSecret && !isRevealed
      ? String(repeating: Self.mask, count: window.count) : String(characters[window])
  }

  private func width(_ index: Int) -> Int {
    isSecret && !isRevealed ? 1 : TextWidth.of(characters[index])
  }

  /// The characters in view: from the beginning, or so that the cursor is the last column.
  private func window(columns: Int) -> Range<Int> {
    guard columns > 0 else { return 0..<0 }
    var start = cursor
    var room = columns - 1
    while start > 0, width(start - 1) <= room {
      start -= 1
      room -= width(start)
    }
    var end = start
    room = columns
    while end < characters.count, width(end) <= room {
      room -= width(end)
      end += 1
    }
    return start..<end
  }
}
