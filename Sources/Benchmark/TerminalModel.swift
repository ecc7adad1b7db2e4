/// What stands on an xterm after the bytes a program has written: text only, no colours.
///
/// Enough for what ncurses sends for `xterm-256color`, so that a script can wait for words.
struct TerminalModel {
  let columns: Int
  let rows: Int
  private(set) var column = 0
  private(set) var row = 0

  /// Whether arrow keys are to be sent in their application form.
  private(set) var applicationKeys = false

  private var cells: [[Character]]
  private var scrollTop = 0
  private var scrollBottom: Int
  private var saved = (column: 0, row: 0)
  private var last: Character = " "
  private var wrapPending = false
  private var state = State.ground
  private var pending: [UInt8] = []

  private enum State {
    case ground, escape, control, string, stringEscape, charset
  }

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    scrollBottom = rows - 1
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The screen's lines, without the blanks at their ends.
  var lines: [String] {
    cells.map { line in
      let end = line.lastIndex { $0 != " " && $0 != Self.covered } ?? -1
      return String(line[..<(end + 1)].filter { $0 != Self.covered })
    }
  }

  /// Whether nothing stands on the screen.
  var isBlank: Bool { lines.allSatisfy(\.isEmpty) }

  /// Whether the words stand together on one line of the screen.
  func shows(_ words: String) -> Bool { lines.contains { $0.contains(words) } }

  /// Takes what the program has written; sequences may be cut anywhere.
  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) {
    switch state {
    case .ground: ground(byte)
    case .escape: escape(byte)
    case .control: control(byte)
    case .charset: state = .ground
    case .string:
      if byte == 0x07 { state = .ground } else if byte == 0x1b { state = .stringEscape }
    case .stringEscape: state = .ground
    }
  }

  // The second cell of a wide character.
  private static let covered: Character = "\0"
}

// MARK: - Text

extension TerminalModel {
  private mutating func ground(_ byte: UInt8) {
    switch byte {
    case 0x1b: state = .escape
    case 0x08: move(toColumn: column - 1, row: row)
    case 0x09: move(toColumn: (column / 8 + 1) * 8, row: row)
    case 0x0a, 0x0b, 0x0c: lineFeed()
    case 0x0d: move(toColumn: 0, row: row)
    case 0x20..<0x7f: put(Character(Unicode.Scalar(byte)))
    case 0x80...: utf8(byte)
    default: break
    }
  }

  private mutating func utf8(_ byte: UInt8) {
    if byte >= 0xc0 { pending = [] }
    pending.append(byte)
    let expected =
      switch pending[0] {
      case 0xf0...: 4
      case 0xe0...: 3
      default: 2
      }
    guard pending.count >= expected else { return }
    put(String(decoding: pending, as: UTF8.self).first ?? "?")
    pending = []
  }

  private mutating func put(_ character: Character) {
    let width = Self.width(of: character)
    guard width > 0 else { return }
    if wrapPending || column + width > columns {
      move(toColumn: 0, row: row)
      lineFeed()
    }
    cells[row][column] = character
    if width == 2, column + 1 < columns { cells[row][column + 1] = Self.covered }
    last = character
    wrapPending = column + width >= columns
    column = min(column + width, columns - 1)
  }

  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x300...0x36f, 0x200b...0x200f, 0xfe00...0xfe0f: return 0
    case 0x1100...0x115f, 0x2e80...0xa4cf, 0xac00...0xd7a3, 0xf900...0xfaff, 0xfe30...0xfe6f,
      0xff00...0xff60, 0xffe0...0xffe6, 0x1f300...0x1faff, 0x20000...0x3fffd:
      return 2
    default: return 1
    }
  }

  private mutating func move(toColumn column: Int, row: Int) {
    self.column = max(0, min(column, columns - 1))
    self.row = max(0, min(row, rows - 1))
    wrapPending = false
  }

  private mutating func lineFeed() {
    if row == scrollBottom {
      scroll(from: scrollTop, by: 1)
    } else {
      move(toColumn: column, row: row + 1)
    }
    wrapPending = false
  }
}

// MARK: - Sequences

extension TerminalModel {
  private mutating func escape(_ byte: UInt8) {
    state = .ground
    switch Character(Unicode.Scalar(byte)) {
    case "[":
      state = .control
      pending = []
    case "]", "P", "X", "^", "_": state = .string
    case "(", ")", "*", "+": state = .charset
    case "7": saved = (column, row)
    case "8": move(toColumn: saved.column, row: saved.row)
    case "D": lineFeed()
    case "E":
      move(toColumn: 0, row: row)
      lineFeed()
    case "M":
      if row == scrollTop {
        scroll(from: scrollTop, by: -1)
      } else {
        move(toColumn: column, row: row - 1)
      }
    default: break
    }
  }

  private mutating func control(_ byte: UInt8) {
    guard byte >= 0x40 else {
      pending.append(byte)
      return
    }
    state = .ground
    let text = String(decoding: pending, as: UTF8.self)
    pending = []
    let isPrivate = text.hasPrefix("?")
    let numbers = text.drop { !$0.isNumber && $0 != ";" }
      .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard !isPrivate else {
      if numbers.contains(1) { applicationKeys = byte == UInt8(ascii: "h") }
      return
    }
    perform(Character(Unicode.Scalar(byte)), numbers)
  }

  private mutating func perform(_ final: Character, _ numbers: [Int]) {
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch final {
    case "A": move(toColumn: column, row: row - count)
    case "B", "e": move(toColumn: column, row: row + count)
    case "C", "a": move(toColumn: column + count, row: row)
    case "D": move(toColumn: column - count, row: row)
    case "E": move(toColumn: 0, row: row + count)
    case "F": move(toColumn: 0, row: row - count)
    case "G", "`": move(toColumn: count - 1, row: row)
    case "d": move(toColumn: column, row: count - 1)
    case "H", "f": move(toColumn: max(1, numbers.dropFirst().first ?? 1) - 1, row: count - 1)
    case "b": for _ in 0..<count { put(last) }
    case "r": setScrolling(numbers)
    case "S": scroll(from: scrollTop, by: count)
    case "T": scroll(from: scrollTop, by: -count)
    case "L": scroll(from: row, by: -count)
    case "M": scroll(from: row, by: count)
    default: edit(final, first)
    }
  }

  private mutating func edit(_ final: Character, _ number: Int) {
    let count = min(max(1, number), columns - column)
    switch final {
    case "J": eraseScreen(number)
    case "K":
      erase(row: row, number == 0 ? column..<columns : number == 1 ? 0..<column + 1 : 0..<columns)
    case "X": erase(row: row, column..<column + count)
    case "P":
      cells[row].removeSubrange(column..<column + count)
      cells[row] += Array(repeating: " ", count: count)
    case "@":
      cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
      cells[row].removeLast(count)
    default: break
    }
  }

  private mutating func setScrolling(_ numbers: [Int]) {
    scrollTop = max(1, numbers.first ?? 1) - 1
    let bottom = numbers.dropFirst().first ?? 0
    scrollBottom = (bottom == 0 ? rows : min(bottom, rows)) - 1
    if scrollTop >= scrollBottom { (scrollTop, scrollBottom) = (0, rows - 1) }
    move(toColumn: 0, row: 0)
  }

  private mutating func eraseScreen(_ part: Int) {
    if part == 0 { erase(row: row, column..<columns) }
    if part == 1 { erase(row: row, 0..<column + 1) }
    let whole = part == 0 ? row + 1..<rows : part == 1 ? 0..<row : 0..<rows
    for line in whole { erase(row: line, 0..<columns) }
  }

  private mutating func erase(row: Int, _ span: Range<Int>) {
    for column in span { cells[row][column] = " " }
  }

  /// Moves the lines from `top` to the region's end up, or down where `count` is negative.
  private mutating func scroll(from top: Int, by count: Int) {
    guard top <= scrollBottom else { return }
    let region = Array(cells[top...scrollBottom])
    let blank = Array(repeating: Character(" "), count: columns)
    for (offset, line) in (top...scrollBottom).enumerated() {
      cells[line] = region.indices.contains(offset + count) ? region[offset + count] : blank
    }
  }
}
