/// A small editor of several lines: the notebook.
public struct TextArea: Equatable, Sendable {
  /// The most characters it takes.
  public var limit: Int
  /// Where the next character goes.
  public private(set) var cursor: Int
  private(set) var characters: [Character]
  /// What a search found last, until the text or the cursor is touched.
  public private(set) var match: Range<Int>?

  /// Makes an editor with the cursor behind the text.
  public init(_ text: String = "", limit: Int = 10_000) {
    self.limit = limit
    characters = Array(text)
    cursor = characters.count
  }

  /// The text.
  public var text: String { String(characters) }

  /// Edits by one key, paste or click; the area is the one that it is drawn in.
  public mutating func handle(_ input: InputEvent, in area: Rect) -> FieldOutcome {
    match = nil
    switch input {
    case .key(let key): return handle(key, in: area)
    case .paste(let text): return insert(Array(text).map { $0.isNewline ? "\n" : $0 })
    case .mouse(let event) where event.kind == .press && area.contains(event.point):
      return click(event.point, in: area)
    default: return .ignored
    }
  }

  private mutating func handle(_ key: Key, in area: Rect) -> FieldOutcome {
    switch key {
    case .character(let character): insert([character])
    case .enter: insert(["\n"])
    case .backspace: remove(at: cursor - 1)
    case .delete: remove(at: cursor)
    case .left: move(to: cursor - 1)
    case .right: move(to: cursor + 1)
    case .up: moveRows(-1, columns: area.columns)
    case .down: moveRows(1, columns: area.columns)
    case .pageUp: moveRows(-max(1, area.rows - 1), columns: area.columns)
    case .pageDown: moveRows(max(1, area.rows - 1), columns: area.columns)
    case .home, .control("a"): move(to: line(in: area).lowerBound)
    case .end, .control("e"): move(to: line(in: area).upperBound)
    case .alt(.left), .alt(.character("b")): move(to: characters.wordStart(before: cursor))
    case .alt(.right), .alt(.character("f")): move(to: characters.wordEnd(after: cursor))
    case .alt(.backspace), .control("w"):
      remove(characters.wordStart(before: cursor)..<cursor)
    case .alt(.delete), .alt(.character("d")):
      remove(cursor..<characters.wordEnd(after: cursor))
    default: .ignored
    }
  }

  private mutating func insert(_ added: [Character]) -> FieldOutcome {
    guard added.allSatisfy({ $0 == "\n" || SafeGlyph.isSafe($0) }) else {
      return .refused("The text holds something unseen; nothing was entered.")
    }
    guard characters.count + added.count <= limit else {
      return .refused("At most \(limit) characters fit; nothing was entered.")
    }
    characters.insert(contentsOf: added, at: cursor)
    cursor += added.count
    return .changed
  }

  private mutating func remove(at index: Int) -> FieldOutcome {
    guard characters.indices.contains(index) else { return .ignored }
    characters.remove(at: index)
    cursor = index
    return .changed
  }

  private mutating func remove(_ range: Range<Int>) -> FieldOutcome {
    guard !range.isEmpty else { return .ignored }
    characters.removeSubrange(range)
    cursor = range.lowerBound
    return .changed
  }

  private mutating func move(to index: Int) -> FieldOutcome {
    let target = min(max(0, index), characters.count)
    guard target != cursor else { return .ignored }
    cursor = target
    return .moved
  }

  /// Marks what a search found and puts the cursor behind its first character, so that the next
  /// search goes on from there.
  mutating func show(_ found: Range<Int>?) {
    match = found
    if let found { cursor = min(found.lowerBound + 1, characters.count) }
  }

  private func line(in area: Rect) -> Range<Int> {
    let lines = lines(columns: area.columns)
    return lines[row(of: cursor, in: lines)]
  }

  private mutating func moveRows(_ rows: Int, columns: Int) -> FieldOutcome {
    let lines = lines(columns: columns)
    let from = row(of: cursor, in: lines)
    let target = lines[min(max(0, from + rows), lines.count - 1)]
    let column = width(lines[from].lowerBound..<cursor)
    return move(to: index(in: target, column: column))
  }

  private mutating func click(_ point: Point, in area: Rect) -> FieldOutcome {
    let lines = lines(columns: area.columns)
    let row = firstVisible(lines, height: area.rows) + point.row - area.row
    let line = lines[min(row, lines.count - 1)]
    return move(to: index(in: line, column: point.column - area.column))
  }

  private func index(in line: Range<Int>, column: Int) -> Int {
    var used = 0
    for index in line {
      used += TextWidth.of(characters[index])
      if used > column { return index }
    }
    return line.upperBound
  }
}

extension TextArea: Widget {
  /// Draws the lines around the cursor, broken where the area ends, and puts the cursor there.
  public func draw(on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let lines = lines(columns: area.columns)
    let first = firstVisible(lines, height: area.rows)
    canvas.clipped(to: area) { canvas in
      for (row, line) in lines[first..<min(lines.count, first + area.rows)].enumerated() {
        let columns = canvas.write(
          String(characters[line]), row: area.row + row, column: area.column, .text)
        defer {
          canvas.markSecret(
            row: area.row + row, columns: area.column..<area.column + columns)
        }
        guard let match, match.overlaps(line) else { continue }
        let part = match.clamped(to: line)
        canvas.write(
          String(characters[part]), row: area.row + row,
          column: area.column + width(line.lowerBound..<part.lowerBound), .selection)
      }
    }
    let row = row(of: cursor, in: lines)
    canvas.cursor = Point(
      row: area.row + row - first,
      column: min(area.column + width(lines[row].lowerBound..<cursor), area.endColumn - 1))
    canvas.cursorIsVisible = true
  }

  private func width(_ range: Range<Int>) -> Int {
    range.reduce(0) { $0 + TextWidth.of(characters[$1]) }
  }

  private func firstVisible(_ lines: [Range<Int>], height: Int) -> Int {
    max(0, min(row(of: cursor, in: lines) - height / 2, lines.count - height))
  }

  /// The line that the cursor is on; where a long line is broken, the later part.
  private func row(of index: Int, in lines: [Range<Int>]) -> Int {
    max(0, (lines.firstIndex { $0.lowerBound > index } ?? lines.count) - 1)
  }

  /// The ranges of characters that make up the drawn lines; there is always one.
  private func lines(columns: Int) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = 0
    var used = 0
    var lastBlank: Int?
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character == "\n" {
        lines.append(start..<index)
        (start, used, lastBlank) = (index + 1, 0, nil)
      } else {
        used += TextWidth.of(character)
        if character == " " { lastBlank = index }
        if used > max(1, columns), index > start {
          let cut = lastBlank.map { $0 + 1 } ?? index
          let end = cut > start && cut <= index ? cut : index
          lines.append(start..<end)
          (start, used, lastBlank) = (end, 0, nil)
          index = end
          continue
        }
      }
      index += 1
    }
    return lines + [start..<characters.count]
  }
}

extension TextArea {
  /// The places where a text begins, whatever its capitals; none for an empty text.
  public func places(of text: String) -> [Int] {
    let wanted = text.map { $0.lowercased() }
    guard !wanted.isEmpty, wanted.count <= characters.count else { return [] }
    let held = characters.map { $0.lowercased() }
    return (0...held.count - wanted.count).filter { start in
      held[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  /// Goes to the next place of a text behind the cursor, or from the top on; returns which of how
  /// many it is, from 1, or nil where there is none.
  public mutating func find(_ text: String) -> (number: Int, count: Int)? {
    let places = places(of: text)
    guard let first = places.first else {
      show(nil)
      return nil
    }
    let from = match == nil ? cursor : cursor - 1
    let next = places.first { $0 > from || (match == nil && $0 == from) } ?? first
    show(next..<next + text.count)
    return ((places.firstIndex(of: next) ?? 0) + 1, places.count)
  }
}
