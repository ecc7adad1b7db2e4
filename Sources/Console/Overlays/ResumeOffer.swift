import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// Offers to go on where the last session stopped.
struct ResumeOffer: QuestionScreen {
  var question: Question

  init(_ offer: Resumable) {
    question = Question(
      title: tr("Go on?"), ResumeOffer.text(offer), answers: ResumeOffer.answers(offer))
  }

  private static func answers(_ offer: Resumable) -> [Question.Answer] {
    let over = Question.Answer(
      offer.isExam ? tr("Give up") : tr("Start over"), .normal, .startAfresh)
    let anew = Outcome.all([.resume, .lesson(.reset)])
    return switch offer.lessonText {
    case .same: [over, Question.Answer(tr("Resume"), .standard, .resume)]
    case .changed:
      [
        over, Question.Answer(tr("Lesson anew"), .normal, anew),
        Question.Answer(tr("Resume"), .standard, .resume),
      ]
    case .unlike: [over, Question.Answer(tr("Lesson anew"), .standard, anew)]
    }
  }

  private static func text(_ offer: Resumable) -> Phrase {
    let (recorder, clock) = (offer.recorderTitle, CivilTime(offer.clock).text)
    guard let lesson = offer.lessonTitle, let step = offer.step else {
      return tr("A practice on “\(recorder)” was left at \(clock) practice time.")
    }
    let number = min(step.number, step.count)
    if offer.isExam, offer.lessonText == .same {
      return tr(
        "The exam “\(lesson)” is running, at step \(number) of \(step.count). Giving it up grades it as it stands."
      )
    }
    let left: Phrase = tr(
      "A practice on “\(recorder)” was left at \(clock) practice time, in the lesson “\(lesson)”, step \(number) of \(step.count)."
    )
    return switch offer.lessonText {
    case .same: left
    case .changed: "\(left) \(tr("The lesson's file has changed since.") as Phrase)"
    case .unlike:
      "\(left) \(tr("The lesson's file has changed since, and its steps are others.") as Phrase)"
    }
  }

  let name = "resume"
  var isShown = false
  let help = [
    "The console keeps the recorder and the lesson after every command. Go on where you left, or "
      + "begin with a fresh recorder; the kept one is then overwritten by what you do."
  ]
}
