extension Canvas {
  /// The glyphs, a row each, without the blanks at its end.
  public func plainText() -> [String] {
    lines(droppingLast: " ") { $0.isCovered ? nil : $0.glyph.character }
  }

  /// A letter for each cell's role, without the plain text at a row's end; "%" is a picture.
  public func roleBlock() -> [String] {
    lines(droppingLast: Role.text.letter) { cell in
      switch cell.ink {
      case .role(let role): role.letter
      case .picture: "%"
      }
    }
  }

  private func lines(
    droppingLast blank: Character, _ shown: (Cell) -> Character?
  ) -> [String] {
    (0..<size.rows).map { row in
      var line = (0..<size.columns).compactMap { shown(cells[row * size.columns + $0]) }
      while line.last == blank { line.removeLast() }
      return String(line)
    }
  }
}
