/// What became of a key in a field.
public enum FieldOutcome: Equatable, Sendable {
  case ignored
  case changed
  case moved
  /// Nothing was done, for this reason.
  case refused(Phrase)
}

/// One line of text being edited; it never cuts silently.
public struct TextField: Equatable, Sendable {
  /// The most characters it takes.
  public var limit: Int
  /// Which characters it takes.
  public var rule: CharacterRule
  /// Whether it is drawn masked.
  public var isSecret: Bool
  /// Whether it is drawn as it is, and yet nobody's but theirs who type it: a code, say.
  public var isPrivate = false
  /// Whether a secret is shown for the moment (Ctrl-R).
  public var isRevealed = false
  /// What stands there in grey while it is empty.
  public var placeholder: Phrase
  /// Where the next character goes: so many characters from the beginning.
  public private(set) var cursor: Int
  private(set) var characters: [Character]

  /// Makes a field with the cursor behind its text.
  public init(
    _ text: String = "", limit: Int = 64, isSecret: Bool = false, rule: CharacterRule = .any,
    placeholder: Phrase = "", isPrivate: Bool = false
  ) {
    self.limit = limit
    self.rule = rule
    self.isPrivate = isPrivate
    self.isSecret = isSecret
    self.placeholder = placeholder
    characters = Array(text)
    cursor = characters.count
  }

  /// The text; setting it puts the cursor behind it.
  public var text: String {
    get { String(characters) }
    set {
      characters = Array(newValue)
      cursor = characters.count
    }
  }

  /// Whether nothing stands in it.
  public var isEmpty: Bool { characters.isEmpty }

  /// Edits by one key or one paste.
  public mutating func handle(_ input: InputEvent) -> FieldOutcome {
    switch input {
    case .key(let key): handle(key)
    case .paste(let text): paste(text)
    default: .ignored
    }
  }

  private mutating func handle(_ key: Key) -> FieldOutcome {
    switch key {
    case .character(let character): insert([character])
    case .left: move(to: cursor - 1)
    case .right: move(to: cursor + 1)
    case .home, .control("a"): move(to: 0)
    case .end, .control("e"): move(to: characters.count)
    case .backspace: remove(cursor - 1..<cursor)
    case .delete: remove(cursor..<cursor + 1)
    case .control("u"): remove(0..<characters.count)
    case .control("w"), .alt(.backspace): remove(wordStart..<cursor)
    case .alt(.delete), .alt(.character("d")): remove(cursor..<wordEnd)
    case .alt(.left), .alt(.character("b")): move(to: wordStart)
    case .alt(.right), .alt(.character("f")): move(to: wordEnd)
    case .control("r"): reveal()
    default: .ignored
    }
  }

  /// Puts the cursor before the character at an index, or at the nearest end.
  public mutating func moveCursor(to index: Int) { _ = move(to: index) }

  private mutating func move(to index: Int) -> FieldOutcome {
    let target = min(max(0, index), characters.count)
    guard target != cursor else { return .ignored }
    cursor = target
    return .moved
  }

  private mutating func remove(_ range: Range<Int>) -> FieldOutcome {
    let range = range.clamped(to: 0..<characters.count)
    guard !range.isEmpty else { return .ignored }
    characters.removeSubrange(range)
    cursor = range.lowerBound
    return .changed
  }

  private mutating func reveal() -> FieldOutcome {
    guard isSecret else { return .ignored }
    isRevealed.toggle()
    return .moved
  }

  // What is masked is one word: where its blanks are is nobody's business.
  private var isOneWord: Bool { isSecret && !isRevealed }
  private var wordStart: Int { isOneWord ? 0 : characters.wordStart(before: cursor) }
  private var wordEnd: Int { isOneWord ? characters.count : characters.wordEnd(after: cursor) }
}

extension TextField {
  private mutating func paste(_ text: String) -> FieldOutcome {
    // A line copied whole brings its end along; nobody means that.
    var pasted = Substring(text)
    while let last = pasted.last, last.isNewline { pasted.removeLast() }
    // Blanks around what was copied as well, but for a password, which may have them.
    if !isSecret {
      pasted = pasted.drop(while: \.isWhitespace)
      while let last = pasted.last, last.isWhitespace { pasted.removeLast() }
    }
    guard !pasted.isEmpty else { return .ignored }
    guard pasted.utf8.count <= 1 << 16 else {
      return .refused("That is far too long for this field; nothing was pasted.")
    }
    return insert(Array(pasted))
  }

  private mutating func insert(_ added: [Character]) -> FieldOutcome {
    if let joined = joinedMark(added) { return joined }
    guard added.allSatisfy(SafeGlyph.isSafe) else {
      return added.count == 1
        ? .refused("That character is something unseen or a line end; nothing was entered.")
        : .refused("The text holds something unseen or a line end; nothing was entered.")
    }
    guard added.allSatisfy(rule.allows) else { return .refused(rule.refusal) }
    let count = characters.count + added.count
    guard count <= limit else {
      return .refused(tooMany(count, typesOne: added.count == 1))
    }
    characters.insert(contentsOf: added, at: cursor)
    cursor += added.count
    return .changed
  }

  private func tooMany(_ count: Int, typesOne: Bool) -> Phrase {
    switch (limit == 1, typesOne) {
    case (true, true): "Only 1 character fits."
    case (true, false): "Only 1 character fits, these make \(count)."
    case (false, true): "At most \(limit) characters fit."
    case (false, false): "At most \(limit) characters fit, these make \(count)."
    }
  }

  /// An accent typed after its letter belongs to that letter.
  private mutating func joinedMark(_ added: [Character]) -> FieldOutcome? {
    guard let mark = added.first, added.count == 1, cursor > 0, !mark.isASCII else { return nil }
    let joined = String(characters[cursor - 1]) + String(mark)
    guard joined.count == 1, let character = joined.first, SafeGlyph.isSafe(character),
      rule.allows(character)
    else { return nil }
    characters[cursor - 1] = character
    return .changed
  }
}

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
      let columns = canvas.write(
        shown(window), row: row.row, column: inner.column, role, limit: inner.columns)
      if isSecret || isPrivate {
        canvas.markSecret(row: row.row, columns: inner.column..<inner.column + columns)
      }
      if isEmpty {
        canvas.writeFitted(
          // In brackets: without colours, too, nobody takes it for a value.
          placeholder.spoken.isEmpty ? "" : "(\(placeholder.spoken))", row: row.row,
          column: inner.column, columns: inner.columns,
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
