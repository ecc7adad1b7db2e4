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
      var line = ""
      var blanks = 0
      for cell in cells[row * size.columns..<(row + 1) * size.columns] {
        guard let character = shown(cell) else { continue }
        if character == blank {
          blanks += 1
        } else {
          if blanks > 0 { line.append(contentsOf: String(repeating: blank, count: blanks)) }
          blanks = 0
          line.append(character)
        }
      }
      return line
    }
  }
}
