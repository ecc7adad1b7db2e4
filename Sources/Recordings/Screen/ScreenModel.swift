import TextUI

/// What stands on a terminal after the bytes that a program has sent it.
///
/// It obeys what VT100 and xterm have in common with all the others, in 256 colours; what it does
/// not know is passed over, and nothing that it is sent makes it hold more than its screen.
public struct ScreenModel: Sendable {
  /// The largest screen.
  public static let largest = Size(rows: 200, columns: 500)

  /// Where to go back to, and how letters were drawn there.
  struct Saved: Sendable {
    var cursor = Point(row: 0, column: 0)
    var pen = ScreenCell.blank
    var hasLines = [false, false]
    var usesSecond = false
    var isRelative = false
  }

  /// Its height and width.
  public internal(set) var size: Size
  /// Where the next letter goes.
  public internal(set) var cursor = Point(row: 0, column: 0)
  /// Whether the cursor is seen.
  public internal(set) var showsCursor = true
  /// Whether arrow keys are to be sent in their application form.
  public internal(set) var hasApplicationKeys = false

  var rows: [[ScreenCell]]
  /// The first screen, while the second is shown.
  var firstScreen: [[ScreenCell]]?
  /// A blank with the colours and marks that the next letter gets.
  var pen = ScreenCell.blank
  var saved = Saved()
  /// The rows that scroll.
  var region: Range<Int>
  var isWrapping = true
  var isInserting = false
  /// Whether rows count from the top of the region.
  var isRelative = false
  /// Whether the last column is full: the next letter goes to the next row.
  var isFull = false
  /// Which of the two character sets are line drawing, and whether the second is used.
  var hasLines = [false, false]
  var usesSecond = false
  /// The letter that can be asked for again.
  var last: UInt32 = 0x20

  var state = State.ground
  var parameters = Parameters()
  /// How many bytes of a string were passed over.
  var stringCount = 0
  /// A letter of several bytes: what is known of it, and how many are still to come.
  var partial: UInt32 = 0
  var missing = 0
  var least: UInt32 = 0

  /// Makes a blank screen; its extents are brought within what a screen may have.
  public init(size: Size) {
    let size = Self.clamped(size)
    self.size = size
    rows = Array(repeating: Self.blankRow(size.columns), count: size.rows)
    region = 0..<size.rows
  }

  /// Whether a window can have that size.
  static func fits(_ size: Size) -> Bool { clamped(size) == size }

  private static func clamped(_ size: Size) -> Size {
    Size(
      rows: min(max(1, size.rows), largest.rows),
      columns: min(max(1, size.columns), largest.columns))
  }

  static func blankRow(_ columns: Int) -> [ScreenCell] {
    Array(repeating: .blank, count: columns)
  }

  /// Takes what the program sends; sequences and letters may be cut anywhere.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    let done: Void? = bytes.withContiguousStorageIfAvailable { feed($0) }
    guard done == nil else { return }
    Array(bytes).withUnsafeBufferPointer { feed($0) }
  }

  /// Gives the screen another size; what stands at its upper left stays.
  public mutating func resize(to wanted: Size) {
    let size = Self.clamped(wanted)
    guard size != self.size else { return }
    func fitted(_ rows: [[ScreenCell]]) -> [[ScreenCell]] {
      var rows = rows.prefix(size.rows).map { row in
        var row = Array(row.prefix(size.columns))
        // Half a wide letter is none.
        if row.count < self.size.columns, row.last.map({ Self.isWide($0) }) == true {
          row[row.count - 1] = .blank
        }
        row += Self.blankRow(size.columns - row.count)
        return row
      }
      let missing = size.rows - rows.count
      rows += Array(repeating: Self.blankRow(size.columns), count: missing)
      return rows
    }
    rows = fitted(rows)
    firstScreen = firstScreen.map(fitted)
    self.size = size
    region = 0..<size.rows
    move(toRow: cursor.row, column: cursor.column)
  }

  private static func isWide(_ cell: ScreenCell) -> Bool {
    ScreenCell.width(of: cell.scalar) == 2
  }

  /// The rows as text, without the blanks at their ends.
  public var lines: [String] {
    rows.map { row in
      let end = row.lastIndex { $0.character != " " && !$0.isCovered } ?? -1
      return String(row[..<(end + 1)].filter { !$0.isCovered }.map(\.character))
    }
  }
}

// MARK: - Moving

extension ScreenModel {
  /// Goes to a place, or to the one on the screen that is nearest.
  mutating func move(toRow row: Int, column: Int) {
    cursor = Point(
      row: max(0, min(row, size.rows - 1)), column: max(0, min(column, size.columns - 1)))
    isFull = false
  }

  /// Goes up or down, and not beyond the edge of the region that the cursor is in.
  mutating func move(byRows count: Int) {
    let top = cursor.row >= region.lowerBound ? region.lowerBound : 0
    let bottom = cursor.row < region.upperBound ? region.upperBound : size.rows
    move(toRow: max(top, min(cursor.row + count, bottom - 1)), column: cursor.column)
  }

  /// Goes to a place as a program names it, from 0.
  mutating func address(row: Int, column: Int) {
    guard isRelative else { return move(toRow: row, column: column) }
    move(toRow: min(region.lowerBound + row, region.upperBound - 1), column: column)
  }

  mutating func lineFeed() {
    if cursor.row == region.upperBound - 1 {
      scroll(region, by: 1)
      isFull = false
    } else {
      move(toRow: cursor.row + 1, column: cursor.column)
    }
  }

  mutating func reverseLineFeed() {
    if cursor.row == region.lowerBound {
      scroll(region, by: -1)
      isFull = false
    } else {
      move(toRow: cursor.row - 1, column: cursor.column)
    }
  }

  /// Moves rows up, or down where the count is negative; what comes in is blank.
  mutating func scroll(_ range: Range<Int>, by count: Int) {
    guard !range.isEmpty else { return }
    let distance = min(abs(count), range.count)
    let blank = Array(repeating: erased, count: size.columns)
    let blanks = Array(repeating: blank, count: distance)
    if count > 0 {
      rows.removeSubrange(range.lowerBound..<range.lowerBound + distance)
      rows.insert(contentsOf: blanks, at: range.upperBound - distance)
    } else {
      rows.removeSubrange(range.upperBound - distance..<range.upperBound)
      rows.insert(contentsOf: blanks, at: range.lowerBound)
    }
  }

  /// What is left where something was erased: the paper of the pen.
  var erased: ScreenCell {
    var cell = ScreenCell.blank
    cell.paper = pen.paper
    return cell
  }

  mutating func erase(row: Int, _ columns: Range<Int>) {
    let columns = columns.clamped(to: 0..<size.columns)
    guard !columns.isEmpty else { return }
    mend(row: row, columns)
    let blank = erased
    for column in columns { rows[row][column] = blank }
  }

  /// Readies places for overwriting: what is left of a wide letter at their edges becomes a blank.
  mutating func mend(row: Int, _ columns: Range<Int>) {
    if rows[row][columns.lowerBound].isCovered, columns.lowerBound > 0 {
      rows[row][columns.lowerBound - 1] = .blank
    }
    if columns.upperBound < size.columns, rows[row][columns.upperBound].isCovered {
      rows[row][columns.upperBound] = .blank
    }
  }
}
