import TextUI

extension ScreenModel {
  /// Draws the part of the screen that begins at a place into a rectangle of a canvas, in colours
  /// that so deep a terminal shows; the canvas keeps out what a terminal would obey.
  public func draw(
    on canvas: inout Canvas, in area: Rect, from origin: Point, theme: Theme, depth: ColourDepth
  ) {
    let ground = Ground(theme, depth)
    canvas.clipped(to: area) { canvas in
      for row in 0..<min(area.rows, size.rows - origin.row) {
        for column in 0..<min(area.columns, size.columns - origin.column) {
          let cell = rows[origin.row + row][origin.column + column]
          // Half of a letter that begins outside is a blank.
          guard !cell.isCovered || column == 0 else { continue }
          canvas.put(
            cell.isCovered ? " " : cell.character, row: area.row + row,
            column: area.column + column, ink: ground.ink(of: cell))
        }
      }
    }
    let place = Point(
      row: area.row + cursor.row - origin.row, column: area.column + cursor.column - origin.column)
    if area.contains(place) {
      canvas.cursor = place
      canvas.cursorIsVisible = showsCursor
    }
  }

  /// The colours that letters stand on where a program names none.
  private struct Ground {
    private let ink: UInt8
    private let paper: UInt8
    private let isFewColours: Bool

    init(_ theme: Theme, _ depth: ColourDepth) {
      let style = theme.style(for: .text)
      ink = if case .palette(let index) = style.ink { index } else { 7 }
      paper = if case .palette(let index) = style.paper { index } else { 0 }
      isFewColours = depth == .none || depth == .eight || theme.name == Theme.mono.name
    }

    func ink(of cell: ScreenCell) -> Ink {
      let isReversed = cell.marks.contains(.reversed)
      guard cell.ink != ScreenCell.standard || cell.paper != ScreenCell.standard else {
        if cell.marks.contains(.hidden) { return .picture(ink: paper, paper: paper) }
        return .role(isReversed ? .focus : Self.plain(cell))
      }
      var ink = UInt8(exactly: cell.ink) ?? self.ink
      var paper = UInt8(exactly: cell.paper) ?? self.paper
      // Bold is bright where there are eight colours.
      if cell.marks.contains(.bold), ink < 8, cell.ink != ScreenCell.standard { ink += 8 }
      if isReversed { swap(&ink, &paper) }
      if cell.marks.contains(.hidden) { ink = paper }
      guard isFewColours, !Self.isPicture(cell) else { return .picture(ink: ink, paper: paper) }
      // A few colours would melt into one: what is chosen is seen by being reversed.
      let isBright = Palette.luminance(paper) > max(0.4, Palette.luminance(ink))
      let isBrightBlank = cell.scalar == 0x20 && Palette.luminance(paper) > 0.4
      return .role(isBright || isBrightBlank ? .focus : Self.plain(cell))
    }

    private static func plain(_ cell: ScreenCell) -> Role {
      cell.marks.contains(.bold) ? .strong : cell.marks.contains(.dim) ? .quiet : .text
    }

    /// Whether it is a dot of a picture rather than a letter or a line.
    private static func isPicture(_ cell: ScreenCell) -> Bool {
      (0x2580..<0x25A0).contains(cell.scalar) || (0x1FB00..<0x1FB40).contains(cell.scalar)
    }
  }
}
