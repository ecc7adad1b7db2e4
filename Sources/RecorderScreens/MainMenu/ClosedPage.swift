import ConsoleData
import ScreenKit
import TextUI

/// A page of the menu that this recorder has nothing for: it says why.
struct ClosedPage: Screen {
  private let why: Phrase
  let name: String
  let help = ["This recorder cannot be asked for what stands on this page, or does not tell it."]

  /// Makes the page of that name; `why` is a sentence.
  init(id: String, why: Phrase) {
    name = id
    self.why = why
  }

  func hints(in context: ScreenContext) -> [KeyHint] { [] }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    input == .key(.escape) ? .pop : .ignored
  }

  private var sentence: String { "⊘ " + why.spoken }

  func outline(in context: ScreenContext) -> Outline { Outline(sentences: [sentence]) }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.writeWrapped(sentence, in: area, .disabled)
    if context.hasFocus { canvas.cursor = Point(row: area.row, column: area.column) }
  }
}
