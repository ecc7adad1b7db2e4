/// What a frame shows to those alone who sit before it, and to nobody who watches or replays it.
extension Canvas {
  /// Marks places of a row as secret, as far as they may be drawn on.
  public mutating func markSecret(row: Int, columns: Range<Int>) {
    let run = Rect(row: row, column: columns.lowerBound, rows: 1, columns: columns.count)
      .intersection(clip)
    guard !run.isEmpty else { return }
    for index in row * size.columns + run.column..<row * size.columns + run.endColumn {
      cells[index].isSecret = true
    }
  }

  /// Marks everything within a rectangle as secret.
  public mutating func markSecret(in rect: Rect) {
    for row in rect.row..<rect.endRow {
      markSecret(row: row, columns: rect.column..<rect.endColumn)
    }
  }

  /// Marks each place where one of these texts stands in a row, blanks between its characters or not.
  public mutating func markSecrets(_ texts: [String]) {
    let wanted = texts.map { $0.unicodeScalars.filter { $0 != " " }.map(\.value) }
      .filter { !$0.isEmpty }
    guard !wanted.isEmpty else { return }
    for row in 0..<size.rows {
      let start = row * size.columns
      let shown = (start..<start + size.columns).filter {
        cells[$0].glyph != .blank && !cells[$0].isCovered
      }
      for text in wanted where shown.count >= text.count {
        for first in 0...shown.count - text.count
        where text.indices.allSatisfy({ cells[shown[first + $0]].glyph.first.value == text[$0] }) {
          for place in text.indices { cells[shown[first + place]].isSecret = true }
        }
      }
    }
  }

  /// The same frame with a dot in each place that is secret, all alike: which of them is chosen is told by
  /// neither colour nor cursor.
  public func hidingSecrets() -> Canvas {
    var hidden = self
    for index in cells.indices where cells[index].isSecret {
      hidden.cells[index].glyph = "•"
      hidden.cells[index].ink = .role(.field)
      // Two dots for a wide one.
      hidden.cells[index].isCovered = false
    }
    if let cursor, self[cursor.row, cursor.column].isSecret { hidden.cursor = nil }
    return hidden
  }
}
