import PracticeDesk
import TextUI

/// A code as it is read out: character by character, with what kind each is.
struct CodeView: Widget {
  let code: SpokenCode
  let title: String
  let foot: String

  /// How many rows it takes.
  func neededRows(columns: Int) -> Int {
    Canvas.wrap(title, columns: columns).count + 4 + Canvas.wrap(foot, columns: columns).count
  }

  /// Whether there is room for all of it.
  func fits(_ area: Rect) -> Bool { neededRows(columns: area.columns) <= area.rows }

  func draw(on canvas: inout Canvas, in area: Rect) {
    let head = canvas.writeWrapped(title, in: area, .accent)
    let area = area.droppingTop(head)
    let step = code.text.count * 3 + 4 <= area.columns ? 3 : 2
    let box = Rect(
      row: area.row, column: area.column, rows: 3,
      columns: min(area.columns, code.text.count * step + 4))
    canvas.box(box, style: .rounded, .borderFocused)
    for (place, character) in code.text.enumerated() {
      let column = box.column + 3 + place * step
      canvas.put(character, row: box.row + 1, column: column, .strong)
      canvas.put(CodeView.mark(of: character), row: box.row + 3, column: column, .quiet)
    }
    canvas.writeWrapped(foot, in: area.droppingTop(4), .quiet)
  }

  /// What kind of character it is, for reading it out.
  private static func mark(of character: Character) -> Character {
    character.isNumber ? "#" : character.isUppercase ? "^" : " "
  }
}
