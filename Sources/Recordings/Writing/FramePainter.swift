import TextUI

/// Turns frames into what a terminal of 256 colours and UTF-8 has to be sent: what differs from the
/// frame before, without a second screen, mouse or paste modes.
struct FramePainter {
  private var last: Canvas?
  private var themeName: String?
  private var style: Style?
  private var showsCursor: Bool?
  private var bytes: [UInt8] = []

  /// Has the next frame painted whole, as for a terminal of which nothing is known.
  mutating func forget() {
    last = nil
    style = nil
    showsCursor = nil
  }

  /// What makes the terminal show the frame; nothing where it does already.
  mutating func bytes(for canvas: Canvas, _ theme: Theme) -> [UInt8] {
    bytes = []
    if themeName != theme.name || last?.size != canvas.size { forget() }
    themeName = theme.name
    if last == nil { bytes += Array("\u{1b}[0m\u{1b}[H\u{1b}[2J".utf8) }
    for row in 0..<canvas.size.rows where last.map({ !canvas.isSame(row: row, as: $0) }) ?? true {
      paint(row, of: canvas, theme)
    }
    if !bytes.isEmpty || last?.cursor != canvas.cursor
      || last?.cursorIsVisible != canvas.cursorIsVisible
    {
      placeCursor(of: canvas)
    }
    last = canvas
    return bytes
  }

  /// What gives a terminal back at the end: its own colours, and a cursor in the last row; a line
  /// feed would push the first one off.
  static func ending(rows: Int) -> [UInt8] {
    Array("\u{1b}[0m\u{1b}[?25h\u{1b}[\(rows);1H".utf8)
  }

  private mutating func placeCursor(of canvas: Canvas) {
    let place = canvas.cursor ?? Point(row: canvas.size.rows - 1, column: 0)
    move(
      toRow: min(max(0, place.row), canvas.size.rows - 1),
      column: min(max(0, place.column), canvas.size.columns - 1))
    let isShown = canvas.cursorIsVisible && canvas.cursor != nil
    guard isShown != showsCursor else { return }
    showsCursor = isShown
    bytes += Array("\u{1b}[?25\(isShown ? "h" : "l")".utf8)
  }

  private mutating func move(toRow row: Int, column: Int) {
    bytes += Array("\u{1b}[\(row + 1);\(column + 1)H".utf8)
  }

  /// A row with wide glyphs is written whole: half a glyph left over looks different everywhere.
  private mutating func paint(_ row: Int, of canvas: Canvas, _ theme: Theme) {
    let columns = 0..<canvas.size.columns
    let isMixed = columns.contains {
      canvas[row, $0].isCovered || last?[row, $0].isCovered == true
    }
    // Where the terminal writes next; nil: it has to be told.
    var next: Int?
    for column in columns {
      let cell = canvas[row, column]
      if cell.isCovered { continue }
      if !isMixed, let last, last[row, column] == cell { continue }
      if next != column { move(toRow: row, column: column) }
      put(cell, theme)
      // Not every terminal takes a wide glyph for one.
      next = canvas[row, column + 1].isCovered ? nil : column + 1
    }
  }

  private mutating func put(_ cell: Cell, _ theme: Theme) {
    var wanted: Style
    switch cell.ink {
    case .role(let role): wanted = theme.style(for: role, raised: cell.isRaised)
    case .picture(let ink, let paper):
      wanted = Style(ink: .palette(ink), paper: .palette(paper))
    }
    // A blank shows no ink: it takes whatever there is.
    if cell.glyph == .blank, !wanted.isReversed, let style, !style.isReversed {
      wanted.ink = style.ink
      wanted.isBold = style.isBold
      wanted.isDim = style.isDim
    }
    if wanted != style {
      bytes += Array("\u{1b}[\(Self.change(from: style, to: wanted))m".utf8)
      style = wanted
    }
    cell.glyph.forEachScalar { scalar in
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// The parameters that turn one style into another.
  private static func change(from old: Style?, to new: Style) -> String {
    let (before, after) = (old.map(marks) ?? 0, marks(of: new))
    let keeps = old != nil && before & ~after == 0
    let start = keeps ? old ?? Style() : Style()
    var parts = keeps ? [] : ["0"]
    for mark in 1...8 where after & ~(keeps ? before : 0) & 1 << mark != 0 {
      parts.append("\(mark)")
    }
    if new.ink != start.ink { parts.append(parameters(of: new.ink, 38)) }
    if new.paper != start.paper { parts.append(parameters(of: new.paper, 48)) }
    return parts.joined(separator: ";")
  }

  /// A bit for each mark, by the number that switches it on.
  private static func marks(of style: Style) -> Int {
    (style.isBold ? 1 << 1 : 0) | (style.isDim ? 1 << 2 : 0) | (style.isUnderlined ? 1 << 4 : 0)
      | (style.isReversed ? 1 << 7 : 0)
  }

  private static func parameters(of colour: Colour, _ number: Int) -> String {
    switch colour {
    case .standard: "\(number + 1)"
    case .palette(let index): "\(number);5;\(index)"
    }
  }
}
