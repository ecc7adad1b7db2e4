import TextUI

/// Random numbers that are the same with each run.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Changes some places of a canvas: words, wide letters, pictures, blanks, dialogs, the cursor.
  mutating func scribble(on canvas: inout Canvas) {
    let words = ["Restore Password", "日本語", "e\u{301}", "▸ ok", "┌──┐", "   ", "\"\\/"]
    for _ in 0..<Int.random(in: 0...4, using: &self) {
      let row = Int.random(in: 0..<canvas.size.rows, using: &self)
      let column = Int.random(in: 0..<canvas.size.columns, using: &self)
      if Bool.random(using: &self) {
        let role = Role.allCases.randomElement(using: &self) ?? .text
        canvas.write(
          words.randomElement(using: &self) ?? "", row: row, column: column, role)
      } else if Bool.random(using: &self) {
        let ink = UInt8.random(in: 16...255, using: &self)
        canvas.put("▀", row: row, column: column, ink: .picture(ink: ink, paper: 17))
      } else {
        canvas.raise(Rect(row: row, column: column, rows: 2, columns: 9))
      }
      canvas.cursor = Point(row: row, column: column)
      canvas.cursorIsVisible = Bool.random(using: &self)
    }
  }
}
