import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI
import Training

/// What has happened, before the first step.
struct LessonStory: Asking {
  private var question: Question

  init(_ scenario: Scenario) {
    question = Question(
      title: Phrase(words: scenario.title), Words.story(scenario.story),
      answers: [Question.Answer(tr("Begin"), .standard)])
  }

  let name = "story"
  let isOverlay = true
  var isShown = false
  let help = ["The situation of this lesson. The coach line at the bottom tells the next step."]

  func hints(in context: ScreenContext) -> [KeyHint] { question.hints(in: context) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    question.handle(input, in: context)
  }

  func outline(in context: ScreenContext) -> Outline { question.outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    question.draw(on: &canvas, in: area, context: context)
  }
}
