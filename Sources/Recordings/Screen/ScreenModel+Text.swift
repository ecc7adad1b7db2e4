import TextUI

extension ScreenModel {
  /// Takes bytes that lie side by side.
  mutating func feed(_ bytes: UnsafeBufferPointer<UInt8>) {
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if isInNumbers, byte >= 0x30, byte < 0x3C {
        parameters.take(byte)
        place += 1
        continue
      }
      guard isOnGround else {
        obey(byte)
        place += 1
        continue
      }
      if byte >= 0x20, byte < 0x7F, missing == 0, isPlain {
        place = putRun(bytes, from: place)
      } else {
        ground(byte)
        place += 1
      }
    }
  }

  private var isOnGround: Bool { if case .ground = state { true } else { false } }
  private var isInNumbers: Bool { if case .control = state { true } else { false } }

  /// Whether letters of ASCII are what they are, one beside the other.
  private var isPlain: Bool { !isInserting && !hasLines[usesSecond ? 1 : 0] }

  /// Puts as many letters of ASCII as follow in this row, and returns the place behind them.
  private mutating func putRun(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    if isFull, isWrapping { wrap() }
    let room = size.columns - cursor.column
    var end = start + 1
    while end < bytes.count, end - start < room, bytes[end] >= 0x20, bytes[end] < 0x7F { end += 1 }
    let columns = cursor.column..<cursor.column + (end - start)
    mend(row: cursor.row, columns)
    var cell = pen
    rows[cursor.row].withUnsafeMutableBufferPointer { row in
      for place in start..<end {
        cell.scalar = UInt32(bytes[place])
        row[columns.lowerBound + place - start] = cell
      }
    }
    last = cell.scalar
    goRight(to: columns.upperBound)
    return end
  }

  private mutating func goRight(to column: Int) {
    isFull = column >= size.columns
    cursor.column = min(column, size.columns - 1)
  }

  private mutating func wrap() {
    cursor.column = 0
    lineFeed()
    isFull = false
  }

  mutating func ground(_ byte: UInt8) {
    if byte >= 0x80 { return multibyte(byte) }
    if missing > 0 {
      missing = 0
      put(0xFFFD)
    }
    switch byte {
    case 0x1B: state = .escape
    case 0x08: move(toRow: cursor.row, column: cursor.column - 1)
    case 0x09: move(toRow: cursor.row, column: (cursor.column / 8 + 1) * 8)
    case 0x0A...0x0C: lineFeed()
    case 0x0D: move(toRow: cursor.row, column: 0)
    case 0x0E: usesSecond = true
    case 0x0F: usesSecond = false
    case 0x20..<0x7F: put(translated(byte))
    default: break
    }
  }

  private func translated(_ byte: UInt8) -> UInt32 {
    guard hasLines[usesSecond ? 1 : 0], byte >= 0x5F else { return UInt32(byte) }
    return Self.lineDrawing[Int(byte - 0x5F)].value
  }

  /// The line drawing of the VT100, from the underscore on.
  private static let lineDrawing = Array(" ◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·".unicodeScalars)

  private mutating func multibyte(_ byte: UInt8) {
    if missing > 0, byte & 0xC0 == 0x80 {
      partial = partial << 6 | UInt32(byte & 0x3F)
      missing -= 1
      guard missing == 0 else { return }
      let isRight = partial >= least && Unicode.Scalar(partial) != nil
      return put(isRight ? partial : 0xFFFD)
    }
    if missing > 0 { put(0xFFFD) }
    switch byte {
    case 0xC2..<0xE0: (partial, missing, least) = (UInt32(byte & 0x1F), 1, 0x80)
    case 0xE0..<0xF0: (partial, missing, least) = (UInt32(byte & 0x0F), 2, 0x800)
    case 0xF0..<0xF5: (partial, missing, least) = (UInt32(byte & 0x07), 3, 0x1_0000)
    default:
      missing = 0
      put(0xFFFD)
    }
  }

  /// Puts one letter where the cursor is.
  mutating func put(_ scalar: UInt32) {
    // The second half of controls is obeyed by some terminals and shown by none.
    guard !(0x80..<0xA0).contains(scalar) else { return }
    let width = ScreenCell.width(of: scalar)
    guard width > 0 else { return combine(scalar) }
    guard width <= size.columns else { return }
    if isFull, isWrapping { wrap() }
    if cursor.column + width > size.columns {
      if isWrapping { wrap() } else { cursor.column = size.columns - width }
    }
    if isInserting { insertBlanks(width) }
    let columns = cursor.column..<cursor.column + width
    mend(row: cursor.row, columns)
    var cell = pen
    cell.scalar = scalar
    rows[cursor.row][cursor.column] = cell
    if width == 2 {
      cell.scalar = 0x20
      cell.marks.insert(.covered)
      rows[cursor.row][cursor.column + 1] = cell
    }
    last = scalar
    goRight(to: columns.upperBound)
  }

  /// Puts a mark over or under the letter that was put last.
  private mutating func combine(_ scalar: UInt32) {
    guard Unicode.Scalar(scalar)?.properties.generalCategory != .format else { return }
    var column = isFull ? cursor.column : cursor.column - 1
    if column > 0, rows[cursor.row][column].isCovered { column -= 1 }
    guard column >= 0, rows[cursor.row][column].mark == 0 else { return }
    rows[cursor.row][column].mark = scalar
  }

  mutating func insertBlanks(_ count: Int) {
    let count = min(count, size.columns - cursor.column)
    mend(row: cursor.row, cursor.column..<cursor.column)
    rows[cursor.row].insert(contentsOf: Array(repeating: erased, count: count), at: cursor.column)
    rows[cursor.row].removeLast(count)
    mendEnd()
  }

  mutating func deleteCells(_ count: Int) {
    let count = min(count, size.columns - cursor.column)
    mend(row: cursor.row, cursor.column..<cursor.column + count)
    rows[cursor.row].removeSubrange(cursor.column..<cursor.column + count)
    rows[cursor.row] += Array(repeating: erased, count: count)
  }

  /// What was pushed over the edge may have been the right half of a wide letter.
  private mutating func mendEnd() {
    let column = size.columns - 1
    let cell = rows[cursor.row][column]
    if !cell.isCovered, ScreenCell.width(of: cell.scalar) == 2 {
      rows[cursor.row][column] = .blank
    }
  }
}
