/// On which side of its place a text stands.
public enum Alignment: Sendable {
  case left, centre, right
}

extension Canvas {
  /// Writes text from a place rightwards and returns the columns used; the clip and `limit` cut it.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, _ role: Role, limit: Int? = nil
  ) -> Int {
    write(text, row: row, column: column, ink: .role(role), limit: limit)
  }

  /// Writes text in a picture's colours or a role's; as `write` with a role otherwise.
  @discardableResult
  public mutating func write(
    _ text: String, row: Int, column: Int, ink: Ink, limit: Int? = nil
  ) -> Int {
    let end = min(clip.endColumn, limit.map { column + max(0, $0) } ?? clip.endColumn)
    guard column < end, (clip.row..<clip.endRow).contains(row) else { return 0 }
    if TextWidth.isPlain(text) {
      return writePlain(text, row: row, column: column, end: end, ink)
    }
    var place = column
    if text.unicodeScalars.allSatisfy(TextWidth.standsAlone) {
      for scalar in text.unicodeScalars where place < end {
        place += writeOne(Glyph(scalar), row: row, column: place, end: end, ink)
      }
    } else {
      for character in text where place < end {
        place += writeOne(SafeGlyph.of(character), row: row, column: place, end: end, ink)
      }
    }
    return place - column
  }

  private mutating func writePlain(
    _ text: String, row: Int, column: Int, end: Int, _ ink: Ink
  ) -> Int {
    let last = min(end, column + text.utf8.count)
    let first = max(column, clip.column)
    guard first < last else { return max(0, last - column) }
    mend(row: row, columns: first..<last)
    let offset = row * size.columns + column
    cells.withUnsafeMutableBufferPointer { cells in
      for (place, byte) in text.utf8.prefix(last - column).enumerated()
      where column + place >= first {
        cells[offset + place].glyph = Glyph(Unicode.Scalar(byte))
        cells[offset + place].ink = ink
        cells[offset + place].isCovered = false
      }
    }
    return last - column
  }

  private mutating func writeOne(
    _ glyph: Glyph, row: Int, column: Int, end: Int, _ ink: Ink
  ) -> Int {
    let width = TextWidth.ofSafe(glyph)
    let isWhole = column >= clip.column && column + width <= end
    if isWhole {
      store(glyph, width: width, row: row, column: column, ink: ink)
      return width
    }
    for half in column..<min(end, column + width) where half >= clip.column {
      store(.blank, width: 1, row: row, column: half, ink: ink)
    }
    return min(end - column, width)
  }

  /// Writes text into so many columns, cut with "…" if need be, and returns where it began.
  @discardableResult
  public mutating func writeFitted(
    _ text: String, row: Int, column: Int, columns: Int, _ role: Role, align: Alignment = .left
  ) -> Int {
    let shown = TextWidth.fitted(text, columns: columns)
    let spare = max(0, columns - TextWidth.of(shown))
    let start =
      switch align {
      case .left: column
      case .centre: column + spare / 2
      case .right: column + spare
      }
    write(shown, row: row, column: start, role, limit: columns)
    return start
  }

  /// Writes text over several rows, broken between words, and returns the rows used. What has no
  /// room is left out, and the last row says so by its end.
  @discardableResult
  public mutating func writeWrapped(_ text: String, in area: Rect, _ role: Role) -> Int {
    let lines = Self.wrap(text, columns: area.columns)
    for (index, line) in lines.prefix(area.rows).enumerated() {
      let isCut = index == area.rows - 1 && index < lines.count - 1
      let line =
        !isCut
        ? line
        : TextWidth.of(line) < area.columns
          ? line + "…" : TextWidth.fitted(line + " ", columns: area.columns)
      write(line, row: area.row + index, column: area.column, role, limit: area.columns)
    }
    return min(lines.count, area.rows)
  }

  /// The text as lines of at most so many columns; a longer word is broken where the line ends.
  public static func wrap(_ text: String, columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { wrapLine($0, columns: columns) }
  }

  private static func wrapLine(_ line: Substring, columns: Int) -> [String] {
    var lines: [String] = []
    var current = ""
    var used = 0
    for word in line.split(separator: " ", omittingEmptySubsequences: false) {
      for (index, piece) in pieces(of: word, columns: columns).enumerated() {
        let width = TextWidth.of(piece)
        let isJoined = index == 0 && !(lines.isEmpty && current.isEmpty && used == 0)
        if index > 0 || used + width + (isJoined ? 1 : 0) > columns {
          if !(lines.isEmpty && current.isEmpty) { lines.append(current) }
          current = piece
          used = width
        } else {
          current += isJoined ? " " + piece : piece
          used += width + (isJoined ? 1 : 0)
        }
      }
    }
    lines.append(current)
    return lines
  }

  private static func pieces(of word: Substring, columns: Int) -> [String] {
    guard TextWidth.of(String(word)) > columns else { return [String(word)] }
    var pieces: [String] = []
    var piece = ""
    var used = 0
    for character in word {
      let width = TextWidth.of(character)
      if used + width > columns, !piece.isEmpty {
        pieces.append(piece)
        piece = ""
        used = 0
      }
      piece.append(character)
      used += width
    }
    return pieces + [piece]
  }
}
