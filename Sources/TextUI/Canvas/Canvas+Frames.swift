extension Canvas {
  /// Puts a cell as it was in another frame; `glyph` is nil for the right half of the wide one before it.
  /// It is made safe as everything is, and left out beyond the edges.
  public mutating func restore(
    _ glyph: Character?, ink: Ink, isRaised: Bool, row: Int, column: Int
  ) {
    guard bounds.contains(Point(row: row, column: column)) else { return }
    let index = row * size.columns + column
    let safe = glyph.map(SafeGlyph.of) ?? .blank
    cells[index].show(safe, ink, isCovered: glyph == nil)
    cells[index].isRaised = isRaised
  }

  /// The upper left of it, of at most so many rows and columns; half a wide glyph at the edge is a blank.
  public func cropped(to most: Size) -> Canvas {
    guard size.rows > most.rows || size.columns > most.columns else { return self }
    var part = Canvas(
      size: Size(rows: min(size.rows, most.rows), columns: min(size.columns, most.columns)))
    part.copy(self, from: Point(row: 0, column: 0), to: part.bounds)
    part.cursorIsVisible = cursorIsVisible
    if let cursor, part.bounds.contains(cursor) { part.cursor = cursor }
    return part
  }

  /// Copies the part of another frame that begins at a point into an area; half a wide glyph at an edge of
  /// it is a blank.
  public mutating func copy(_ frame: Canvas, from origin: Point, to area: Rect) {
    let columns = min(area.columns, frame.size.columns - origin.column)
    for row in 0..<max(0, min(area.rows, frame.size.rows - origin.row)) {
      for column in 0..<max(0, columns) {
        let cell = frame[origin.row + row, origin.column + column]
        let isHalved =
          cell.isCovered
          ? column == 0
          : column == columns - 1 && frame[origin.row + row, origin.column + column + 1].isCovered
        restore(
          isHalved ? " " : cell.isCovered ? nil : cell.glyph.character, ink: cell.ink,
          isRaised: cell.isRaised, row: area.row + row, column: area.column + column)
      }
    }
  }

  /// The glyphs, a row each, without the blanks at its end.
  public func plainText() -> [String] {
    rows { cell, bytes in
      guard !cell.isCovered else { return false }
      cell.glyph.forEachScalar { scalar in
        guard scalar.value >= 0x80 else { return bytes.append(UInt8(scalar.value)) }
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      return cell.glyph != .blank
    }
  }

  /// A letter for each cell's role, without the plain text at a row's end; "%" is a picture.
  public func roleBlock() -> [String] {
    rows { cell, bytes in
      switch cell.ink {
      case .role(let role):
        bytes.append(role.letter.asciiValue ?? UInt8(ascii: "?"))
        return role != .text
      case .picture:
        bytes.append(UInt8(ascii: "%"))
        return true
      }
    }
  }

  /// Rows of text, each up to its last cell that shows something: `write` says of which.
  ///
  /// Bytes and not characters, since a screenful is read after each key that is rehearsed.
  private func rows(_ write: (Cell, inout [UInt8]) -> Bool) -> [String] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size.columns * 3)
    return (0..<size.rows).map { row in
      bytes.removeAll(keepingCapacity: true)
      var end = 0
      for cell in cells[row * size.columns..<(row + 1) * size.columns] where write(cell, &bytes) {
        end = bytes.count
      }
      return String(decoding: bytes[..<end], as: UTF8.self)
    }
  }
}
