import TextUI

extension ScreenModel {
  /// What the next byte belongs to.
  enum State: Equatable, Sendable {
    case ground, escape
    /// Behind ESC and a sign that names a character set or the like; the set's number, if it is one.
    case designation(Int?)
    case control
    /// A string for the terminal itself, up to BEL or ESC \.
    case string, stringEscape
  }

  /// The numbers of a control sequence, within bounds.
  // A fixed place for them: nearly every other byte of a picture belongs to one, and an array is
  // counted and checked with each.
  struct Parameters: Sendable {
    private static let largest: Int32 = 99_999

    private var numbers = SIMD32<Int32>()
    /// Which numbers follow a colon: parts of the one before; a bit each.
    private var parts: UInt32 = 0
    private var last: Int32 = 0
    /// How many there are.
    private(set) var count = 0
    /// `?`, `>` and the like, or a sign before the last; nil: none.
    private(set) var mark: UInt8?

    mutating func take(_ byte: UInt8) {
      switch byte {
      case 0x30...0x39:
        if count == 0 { count = 1 }
        last = min(Self.largest, last * 10 + Int32(byte - 0x30))
      case UInt8(ascii: ";"), UInt8(ascii: ":"):
        if count == 0 { count = 1 }
        guard count < numbers.scalarCount else { return }
        numbers[count - 1] = last
        if byte == UInt8(ascii: ":") { parts |= 1 << UInt32(count) }
        last = 0
        count += 1
      default: mark = byte
      }
    }

    /// The number at a place; 0 where there is none.
    func number(_ place: Int) -> Int {
      place == count - 1 ? Int(last) : place < count ? Int(numbers[place]) : 0
    }

    /// Whether the number at a place is a part of the one before.
    func isPart(_ place: Int) -> Bool { place < count && parts & 1 << UInt32(place) != 0 }

    /// The number at a place, at least 1.
    func count(_ place: Int = 0) -> Int { max(1, number(place)) }
  }

  /// The longest string that is passed over, in bytes; what follows is shown again.
  private static let longestString = 1 << 16

  /// Takes a byte that belongs to a sequence.
  mutating func obey(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte)
    case .string, .stringEscape: passString(byte)
    // Cancelled, or another sequence begins in the middle of this one.
    case _ where byte == 0x18 || byte == 0x1A: state = .ground
    case _ where byte == 0x1B: state = .escape
    case .escape: escape(byte)
    case .designation(let set):
      state = .ground
      if let set { hasLines[set] = byte == UInt8(ascii: "0") }
    case .control: control(byte)
    }
  }

  private mutating func passString(_ byte: UInt8) {
    stringCount += 1
    if case .stringEscape = state, byte != UInt8(ascii: "\\") {
      // Any other sequence ends the string as well.
      state = .escape
      return obey(byte)
    }
    switch (state, byte) {
    case (.stringEscape, _), (_, 0x07), (_, 0x18), (_, 0x1A): state = .ground
    case (_, 0x1B): state = .stringEscape
    case _ where stringCount > Self.longestString: state = .ground
    default: break
    }
  }

  private mutating func escape(_ byte: UInt8) {
    state = .ground
    switch Unicode.Scalar(byte) {
    case "[":
      state = .control
      parameters = Parameters()
    case "]", "P", "X", "^", "_":
      state = .string
      stringCount = 0
    case "(": state = .designation(0)
    case ")": state = .designation(1)
    case "*", "+", "-", ".", "/", "#", "%", " ": state = .designation(nil)
    case "7": save()
    case "8": restore()
    case "D": lineFeed()
    case "E":
      move(toRow: cursor.row, column: 0)
      lineFeed()
    case "M": reverseLineFeed()
    case "c": self = ScreenModel(size: size)
    default: break
    }
  }

  private mutating func save() {
    saved = Saved(
      cursor: cursor, pen: pen, hasLines: hasLines, usesSecond: usesSecond, isRelative: isRelative)
  }

  private mutating func restore() {
    pen = saved.pen
    hasLines = saved.hasLines
    usesSecond = saved.usesSecond
    isRelative = saved.isRelative
    move(toRow: saved.cursor.row, column: saved.cursor.column)
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    // Controls within a sequence are obeyed as if they stood before it.
    case 0..<0x20:
      ground(byte)
      state = .control
    case 0x20..<0x40: parameters.take(byte)
    case 0x40..<0x7F:
      state = .ground
      perform(Unicode.Scalar(byte))
    default: state = .ground
    }
  }

  private mutating func perform(_ final: Unicode.Scalar) {
    let count = parameters.count()
    // More than all others together.
    if final == "m", parameters.mark == nil { return pen.draw(as: parameters) }
    switch (parameters.mark, final) {
    case (UInt8(ascii: "?"), "h"), (UInt8(ascii: "?"), "l"):
      for place in 0..<parameters.count { setPrivate(parameters.number(place), final == "h") }
    case (UInt8(ascii: "!"), "p"): softReset()
    case (.some, _): break
    case (_, "A"): move(byRows: -count)
    case (_, "B"), (_, "e"): move(byRows: count)
    case (_, "C"), (_, "a"): move(toRow: cursor.row, column: cursor.column + count)
    case (_, "D"): move(toRow: cursor.row, column: cursor.column - count)
    case (_, "E"), (_, "F"):
      move(byRows: final == "E" ? count : -count)
      cursor.column = 0
    case (_, "G"), (_, "`"): move(toRow: cursor.row, column: count - 1)
    case (_, "H"), (_, "f"): address(row: count - 1, column: parameters.count(1) - 1)
    case (_, "d"): address(row: count - 1, column: cursor.column)
    case (_, "I"): move(toRow: cursor.row, column: (cursor.column / 8 + min(count, 500)) * 8)
    case (_, "Z"):
      move(toRow: cursor.row, column: ((cursor.column + 7) / 8 - min(count, 500)) * 8)
    case (_, "r"): setRegion()
    case (_, "s"): save()
    case (_, "u"): restore()
    case (_, "h"), (_, "l"): if parameters.number(0) == 4 { isInserting = final == "h" }
    default: edit(final, count)
    }
  }

  private mutating func edit(_ final: Unicode.Scalar, _ count: Int) {
    let below = cursor.row..<max(cursor.row, region.upperBound)
    switch final {
    case "J": eraseScreen(parameters.number(0))
    case "K": eraseRow(parameters.number(0))
    case "X": erase(row: cursor.row, cursor.column..<cursor.column + count)
    case "P": deleteCells(count)
    case "@": insertBlanks(count)
    case "L" where region.contains(cursor.row): scroll(below, by: -count)
    case "M" where region.contains(cursor.row): scroll(below, by: count)
    case "S": scroll(region, by: count)
    case "T": scroll(region, by: -count)
    // A screenful of one letter is all that can be seen of it.
    case "b": for _ in 0..<min(count, size.rows * size.columns) { put(last) }
    default: return
    }
    if final != "b" { isFull = false }
  }

  private mutating func eraseRow(_ part: Int) {
    let columns =
      switch part {
      case 0: cursor.column..<size.columns
      case 1: 0..<cursor.column + 1
      default: 0..<size.columns
      }
    erase(row: cursor.row, columns)
  }

  private mutating func eraseScreen(_ part: Int) {
    // What was scrolled away is not held.
    guard part != 3 else { return }
    if part < 2 { eraseRow(part) }
    let whole =
      switch part {
      case 0: cursor.row + 1..<size.rows
      case 1: 0..<cursor.row
      default: 0..<size.rows
      }
    for row in whole { erase(row: row, 0..<size.columns) }
  }

  private mutating func setRegion() {
    let top = parameters.count(0) - 1
    let bottom = parameters.number(1) == 0 ? size.rows : min(parameters.number(1), size.rows)
    guard top < bottom - 1 || size.rows == 1 else { return }
    region = min(top, bottom - 1)..<bottom
    address(row: 0, column: 0)
  }

  private mutating func setPrivate(_ mode: Int, _ isOn: Bool) {
    switch mode {
    case 1: hasApplicationKeys = isOn
    case 6:
      isRelative = isOn
      address(row: 0, column: 0)
    case 7: isWrapping = isOn
    case 25: showsCursor = isOn
    case 47, 1047: showSecond(isOn, clears: mode == 1047)
    case 1048: if isOn { save() } else { restore() }
    case 1049:
      if isOn { save() }
      showSecond(isOn, clears: true)
      if !isOn { restore() }
    default: break
    }
  }

  private mutating func showSecond(_ isOn: Bool, clears: Bool) {
    if isOn, firstScreen == nil {
      firstScreen = rows
      if clears { rows = Array(repeating: Self.blankRow(size.columns), count: size.rows) }
    } else if !isOn, let first = firstScreen {
      rows = first
      firstScreen = nil
    }
  }

  private mutating func softReset() {
    pen = .blank
    region = 0..<size.rows
    (isWrapping, isInserting, isRelative, showsCursor) = (true, false, false, true)
    hasLines = [false, false]
    usesSecond = false
    saved = Saved()
  }
}
