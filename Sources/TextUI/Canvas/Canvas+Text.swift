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
        cells[offset + place].show(Glyph(Unicode.Scalar(byte)), ink)
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
    var text = text
    return text.withUTF8 { bytes in
      var lines: [String] = []
      var start = 0
      while start <= bytes.count {
        let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        var breaker = LineBreaker(bytes: bytes, columns: columns, start: start)
        lines += breaker.lines(upTo: end)
        start = end + 1
      }
      return lines
    }
  }
}

/// Breaks one line into several, by bytes: a blank is one, and most words have no others than ASCII.
private struct LineBreaker {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let columns: Int
  private var start: Int
  private var lines: [String] = []
  private var line: Range<Int>
  private var used = 0
  /// Blanks before the first word are left out.
  private var isBegun = false

  init(bytes: UnsafeBufferPointer<UInt8>, columns: Int, start: Int) {
    self.bytes = bytes
    self.columns = columns
    self.start = start
    line = start..<start
  }

  mutating func lines(upTo end: Int) -> [String] {
    while start <= end {
      let word =
        start..<(bytes[start..<end].firstIndex(of: UInt8(ascii: " ")) ?? end)
      start = word.upperBound + 1
      let width = width(of: word)
      if width <= columns { take(word, width, isFirst: true) } else { takeBroken(word) }
    }
    return lines + [text(line)]
  }

  private func text(_ part: Range<Int>) -> String {
    String(decoding: bytes[part], as: UTF8.self)
  }

  private func width(of part: Range<Int>) -> Int {
    bytes[part].allSatisfy { $0 &- 0x20 < 0x5F } ? part.count : TextWidth.of(text(part))
  }

  private mutating func take(_ piece: Range<Int>, _ width: Int, isFirst: Bool) {
    let blank = isFirst && isBegun ? 1 : 0
    if !isFirst || used + blank + width > columns {
      if isBegun { lines.append(text(line)) }
      (line, used) = (piece, width)
    } else {
      line = (blank == 0 ? piece.lowerBound : line.lowerBound)..<piece.upperBound
      used += blank + width
    }
    isBegun = isBegun || !line.isEmpty
  }

  /// A word that is longer than a line, piece by piece.
  private mutating func takeBroken(_ word: Range<Int>) {
    var (place, piece, width) = (word.lowerBound, word.lowerBound, 0)
    for character in text(word) {
      let wide = TextWidth.of(character)
      if width + wide > columns, piece < place {
        take(piece..<place, width, isFirst: piece == word.lowerBound)
        (piece, width) = (place, 0)
      }
      place += character.utf8.count
      width += wide
    }
    take(piece..<word.upperBound, width, isFirst: piece == word.lowerBound)
  }
}
