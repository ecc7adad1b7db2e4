import ConsoleData
import ScreenKit
import TextUI

/// Asks whether to begin the scenario that the trainer puts in front of everybody.
struct TrainerQuestion: Asking {
  private var question: Question

  init(scenario: String, title: String) {
    question = Question(
      title: tr("Your trainer"),
      tr(
        "Your trainer puts “\(title)” in front of you. What you do now is kept among your practices."
      ),
      answers: [
        Question.Answer(tr("Later"), .normal),
        Question.Answer(
          tr("Begin"), .standard, .lesson(.begin(scenario, .practice))),
      ])
  }

  let name = "trainer"
  let isOverlay = true
  var isShown = false
  let help = [
    "Whoever leads the class would like everybody to begin this. Later it is in the list of lessons, F7."
  ]

  func hints(in context: ScreenContext) -> [KeyHint] { question.hints(in: context) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    // Enter does what the trainer would like, Esc nothing.
    input == .key(.escape) ? .pop : question.handle(input, in: context)
  }

  func outline(in context: ScreenContext) -> Outline { question.outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    question.draw(on: &canvas, in: area, context: context)
  }
}
