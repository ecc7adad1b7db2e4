import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// Offers to go on where the last session stopped.
struct ResumeOffer: Asking {
  private var question: Question

  init(_ offer: Resumable) {
    question = Question(
      title: tr("Go on?"), ResumeOffer.text(offer),
      answers: [
        Question.Answer(tr("Start over"), .normal, .startAfresh),
        Question.Answer(tr("Resume"), .standard, .resume),
      ])
  }

  private static func text(_ offer: Resumable) -> Phrase {
    let (recorder, clock) = (offer.recorderTitle, CivilTime(offer.clock).text)
    guard let lesson = offer.lessonTitle, let step = offer.step else {
      return tr("A practice on “\(recorder)” was left at \(clock) practice time.")
    }
    let number = min(step.number, step.count)
    return tr(
      "A practice on “\(recorder)” was left at \(clock) practice time, in the lesson “\(lesson)”, step \(number) of \(step.count)."
    )
  }

  let name = "resume"
  let isOverlay = true
  var isShown = false
  let help = [
    "The console keeps the recorder and the lesson after every command. Go on where you left, or "
      + "begin with a fresh recorder; the kept one is then overwritten by what you do."
  ]

  func hints(in context: ScreenContext) -> [KeyHint] { question.hints(in: context) }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    question.handle(input, in: context)
  }

  func outline(in context: ScreenContext) -> Outline { question.outline() }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    question.draw(on: &canvas, in: area, context: context)
  }
}
