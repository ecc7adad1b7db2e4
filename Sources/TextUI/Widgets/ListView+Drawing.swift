extension ListView: Widget {
  /// Draws the header, the rows in view and, when there are more, a scroll bar.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let body = body(of: area)
    let isLong = count > body.rows
    let widths = widths(columns: area.columns - 2 - (isLong ? 2 : 0))
    canvas.clipped(to: area) { canvas in
      if hasHeader {
        drawTexts(columns.map(\.title), widths, .quiet, row: area.row, area.column, on: &canvas)
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
      place += width + 2
    }
  }

  private func drawEmpty(on canvas: inout Canvas, in body: Rect) {
    canvas.writeFitted(
      emptyText, row: body.row, column: body.column + 2, columns: body.columns - 2, .quiet)
    canvas.cursor = isFocused ? Point(row: body.row, column: body.column) : canvas.cursor
  }

  /// The columns' widths: fixed ones first, the rest in equal shares.
  private func widths(columns available: Int) -> [Int] {
    let gaps = max(0, columns.count - 1) * 2
    let fixed = columns.reduce(0) { sum, column in
      if case .fixed(let width) = column.width { sum + width } else { sum }
    }
    let flexible = columns.count { $0.width == .flexible }
    var spare = max(0, available - gaps - fixed)
    var left = flexible
    return columns.map { column in
      if case .fixed(let width) = column.width { return width }
      let share = (spare + left - 1) / max(1, left)
      spare -= share
      left -= 1
      return share
    }
  }
}

/// A bar that shows which part of something long is in view.
public struct ScrollBar: Widget, Equatable, Sendable {
  public var count: Int
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
