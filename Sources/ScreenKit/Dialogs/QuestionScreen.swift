import TextUI

/// A screen that is a question and no more: it has a name and a help of its own.
package protocol QuestionScreen: Asking {
  /// What is asked.
  var question: Question { get set }
}

extension QuestionScreen {
  package var isOverlay: Bool { true }
  package func hints(in context: ScreenContext) -> [KeyHint] { question.hints(in: context) }
  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    question.handle(input, in: context)
  }
  package func outline(in context: ScreenContext) -> Outline { question.outline() }
  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    question.draw(on: &canvas, in: area, context: context)
  }
}
