/// The line that a box is drawn with.
public enum BoxStyle: Sendable {
  case single, double, rounded, heavy

  /// Top left, top right, bottom left, bottom right, across, down.
  var glyphs: [Character] {
    switch self {
    case .single: ["┌", "┐", "└", "┘", "─", "│"]
    case .double: ["╔", "╗", "╚", "╝", "═", "║"]
    case .rounded: ["╭", "╮", "╰", "╯", "─", "│"]
    case .heavy: ["┏", "┓", "┗", "┛", "━", "┃"]
    }
  }
}

extension Canvas {
  /// Puts one glyph at a place.
  public mutating func put(_ glyph: Character, row: Int, column: Int, ink: Ink) {
    guard clip.contains(Point(row: row, column: column)) else { return }
    let safe = SafeGlyph.of(glyph)
    let width = TextWidth.ofSafe(safe)
    if column + width > clip.endColumn {
      store(.blank, width: 1, row: row, column: column, ink: ink)
    } else {
      store(safe, width: width, row: row, column: column, ink: ink)
    }
  }

  /// Puts one glyph at a place, coloured by meaning.
  public mutating func put(_ glyph: Character, row: Int, column: Int, _ role: Role) {
    put(glyph, row: row, column: column, ink: .role(role))
  }

  /// Puts a run of glyphs side by side; what is beyond the clip is left out. `glyph` is asked for
  /// 0, 1, 2 … and answers with glyphs that are safe and one column wide.
  public mutating func putRun(
    row: Int, column: Int, count: Int, _ glyph: (Int) -> (glyph: Glyph, ink: Ink)
  ) {
    let run = Rect(row: row, column: column, rows: 1, columns: count).intersection(clip)
    guard !run.isEmpty else { return }
    mend(row: row, columns: run.column..<run.endColumn)
    let start = row * size.columns
    cells.withUnsafeMutableBufferPointer { cells in
      for place in run.column..<run.endColumn {
        let next = glyph(place - column)
        cells[start + place].show(next.glyph, next.ink)
      }
    }
  }

  /// Fills a rectangle with a glyph one column wide.
  public mutating func fill(_ rect: Rect, glyph: Character = " ", _ role: Role) {
    let area = rect.intersection(clip)
    guard !area.isEmpty else { return }
    let safe = SafeGlyph.of(glyph)
    let shown = TextWidth.ofSafe(safe) == 1 ? safe : .blank
    for row in area.row..<area.endRow {
      mend(row: row, columns: area.column..<area.endColumn)
      let start = row * size.columns
      cells.withUnsafeMutableBufferPointer { cells in
        for index in start + area.column..<start + area.endColumn {
          cells[index].show(shown, .role(role))
        }
      }
    }
  }

  /// Draws a frame along the edge of a rectangle, with a title in its top line.
  public mutating func box(
    _ rect: Rect, style: BoxStyle = .single, _ role: Role, title: String? = nil,
    titleRole: Role = .heading
  ) {
    guard rect.rows > 1, rect.columns > 1 else { return fill(rect, role) }
    let glyphs = style.glyphs
    let bottom = rect.endRow - 1
    let right = rect.endColumn - 1
    for column in rect.column + 1..<right {
      put(glyphs[4], row: rect.row, column: column, role)
      put(glyphs[4], row: bottom, column: column, role)
    }
    for row in rect.row + 1..<bottom {
      put(glyphs[5], row: row, column: rect.column, role)
      put(glyphs[5], row: row, column: right, role)
    }
    put(glyphs[0], row: rect.row, column: rect.column, role)
    put(glyphs[1], row: rect.row, column: right, role)
    put(glyphs[2], row: bottom, column: rect.column, role)
    put(glyphs[3], row: bottom, column: right, role)
    guard let title, rect.columns > 7 else { return }
    let shown = TextWidth.fitted(title, columns: rect.columns - 6)
    write(" \(shown) ", row: rect.row, column: rect.column + 2, titleRole)
  }

  /// Draws a line across.
  public mutating func rule(row: Int, column: Int, columns: Int, _ role: Role = .border) {
    for place in column..<column + max(0, columns) { put("─", row: row, column: place, role) }
  }

  /// Draws a line down.
  public mutating func verticalRule(row: Int, column: Int, rows: Int, _ role: Role = .border) {
    for place in row..<row + max(0, rows) { put("│", row: place, column: column, role) }
  }
}

extension Canvas {
  /// Turns all that is drawn so far into the backdrop of a dialog. Pictures stay as they are: to
  /// darken them would send most of the screen anew for every dialog.
  public mutating func dim() {
    for row in clip.row..<max(clip.row, clip.endRow) {
      for index in row * size.columns + clip.column..<row * size.columns + clip.endColumn {
        cells[index].ink = cells[index].ink.darkened(to: .backdrop)
        cells[index].isRaised = false
      }
    }
    cursor = nil
    cursorIsVisible = false
  }

  /// Has what lies in a rectangle look as while the keyboard is elsewhere.
  public mutating func removeFocus(in rect: Rect) {
    let area = clip.intersection(rect)
    for row in area.row..<max(area.row, area.endRow) {
      for index in row * size.columns + area.column..<row * size.columns + area.endColumn {
        if case .role(let role) = cells[index].ink { cells[index].ink = .role(role.unfocused) }
        if cells[index].glyph == "▸" || cells[index].glyph == "◂" { cells[index].glyph = .blank }
      }
    }
  }

  /// Gives the words that stand first in a rectangle another look; nothing where they stand nowhere.
  public mutating func mark(_ words: String, in rect: Rect, _ role: Role) {
    let wanted = Array(words.unicodeScalars)
    let area = clip.intersection(rect)
    guard !wanted.isEmpty, area.columns >= wanted.count else { return }
    for row in area.row..<max(area.row, area.endRow) {
      let first = row * size.columns + area.column
      for start in first...(first + area.columns - wanted.count)
      where wanted.indices.allSatisfy({ cells[start + $0].glyph.first == wanted[$0] }) {
        for index in start..<start + wanted.count { cells[index].ink = .role(role) }
        return
      }
    }
  }

  /// Throws a rectangle's shadow on what lies below it and at its right.
  public mutating func shadow(of rect: Rect) {
    darken(Rect(row: rect.row + 1, column: rect.endColumn, rows: rect.rows, columns: 2))
    darken(Rect(row: rect.endRow, column: rect.column + 2, rows: 1, columns: rect.columns - 2))
  }

  /// Makes a rectangle the ground of a dialog or menu: blank, and a shade nearer than the page.
  public mutating func raise(_ rect: Rect) {
    fill(rect, .dialog)
    eachIndex(in: rect) { canvas, index in canvas.cells[index].isRaised = true }
  }

  /// Lets the pictures of another canvas of the same size show through where nothing is written,
  /// darkened so many times. A blank beside a letter belongs to the writing.
  public mutating func showThrough(_ ground: Canvas, in rect: Rect, darkenings: Int) {
    let before = cells
    func isEmpty(_ index: Int) -> Bool {
      before.indices.contains(index) && before[index].glyph == .blank
        && before[index].ink == .role(.text)
    }
    eachIndex(in: rect) { canvas, index in
      guard isEmpty(index - 1), isEmpty(index), isEmpty(index + 1),
        case .picture(_, var paper) = ground.cells[index].ink
      else { return }
      for _ in 0..<darkenings { paper = Palette.darkened(paper) }
      canvas.cells[index].ink = .picture(ink: paper, paper: paper)
    }
  }

  private mutating func darken(_ rect: Rect) {
    eachIndex(in: rect) { canvas, index in
      canvas.cells[index].ink = canvas.cells[index].ink.darkened(to: .shadow)
      canvas.cells[index].isRaised = false
    }
  }

  private mutating func eachIndex(in rect: Rect, _ body: (inout Canvas, Int) -> Void) {
    let area = rect.intersection(clip)
    for row in area.row..<area.endRow {
      for column in area.column..<area.endColumn { body(&self, row * size.columns + column) }
    }
  }
}

extension Ink {
  fileprivate func darkened(to role: Role) -> Ink {
    switch self {
    case .role: .role(role)
    case .picture(let ink, let paper):
      .picture(ink: Palette.darkened(ink), paper: Palette.darkened(paper))
    }
  }
}
