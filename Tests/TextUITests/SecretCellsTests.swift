import Testing
import TextUI

/// What a frame keeps from those who do not sit before it.
@Suite struct SecretCellsTests {
  private func row(_ canvas: Canvas) -> String { canvas.plainText()[0] }

  @Test("A secret is dots elsewhere, revealed or not, and what is drawn over it is none")
  func field() {
    var canvas = Canvas(size: Size(rows: 1, columns: 20))
    var field = TextField("kea 🦜 x", isSecret: true)
    field.draw(on: &canvas, in: canvas.bounds, isFocused: true)
    let masked = row(canvas.hidingSecrets())
    _ = field.handle(.key(.control("r")))
    field.draw(on: &canvas, in: canvas.bounds, isFocused: true)
    #expect(row(canvas).contains("kea 🦜 x"))
    #expect(row(canvas.hidingSecrets()) == "[ ••••••••         ]", "Two for a wide one.")
    #expect(masked == "[ •••••••          ]")
    canvas.dim()
    #expect(!row(canvas.hidingSecrets()).contains("kea"), "Behind a dialog too.")
    canvas.write("open", row: 0, column: 2, .text)
    #expect(row(canvas.hidingSecrets()).hasPrefix("[ open"))
  }

  @Test("A code is shown as it is typed, and is dots elsewhere; other fields are the same")
  func code() {
    var canvas = Canvas(size: Size(rows: 1, columns: 14))
    TextField("12 34", isPrivate: true).draw(on: &canvas, in: canvas.bounds, isFocused: true)
    #expect(row(canvas) == "[ 12 34      ]")
    #expect(row(canvas.hidingSecrets()) == "[ •••••      ]")
    TextField("admin").draw(on: &canvas, in: canvas.bounds, isFocused: true)
    #expect(canvas.hidingSecrets() == canvas)
  }

  @Test("Notes are dots elsewhere, blanks within their lines too")
  func notes() {
    var canvas = Canvas(size: Size(rows: 2, columns: 12))
    TextArea("safe: 1 2\nb").draw(on: &canvas, in: canvas.bounds)
    #expect(canvas.hidingSecrets().plainText() == ["•••••••••", "•"])
  }

  @Test("A code is found wherever it stands in a row, with blanks between its characters or not")
  func found() {
    var canvas = Canvas(size: Size(rows: 3, columns: 24))
    canvas.write("Your code: 4711-ab, 4711", row: 0, column: 0, .text)
    canvas.write("│ 4  7  1  1  -  a  b │", row: 1, column: 0, .text)
    canvas.write("4711-", row: 2, column: 0, .text)
    canvas.markSecrets(["4711-ab", ""])
    #expect(
      canvas.hidingSecrets().plainText() == [
        "Your code: •••••••, 4711", "│ •  •  •  •  •  •  • │", "4711-",
      ])
  }
}
