import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// What Restore Password asks before something is lost.
enum RestoreQuestions {
  static func refresh(_ outcome: Outcome) -> Question {
    Question(
      title: tr("Refresh?"),
      tr("The screen changes. A code that you are waiting for will not work any more."),
      answers: [
        Question.Answer(tr("Refresh"), .danger, outcome),
        Question.Answer(tr("Keep it"), .standard),
      ])
  }

  static func otherTab(_ outcome: Outcome) -> Question {
    losingCode(tr("Leave this tab?"), tr("Leave it"), outcome)
  }

  static func close(_ outcome: Outcome) -> Question {
    losingCode(tr("Close Restore Password?"), tr("Close"), outcome)
  }

  private static func losingCode(
    _ title: Phrase, _ answer: Phrase, _ outcome: Outcome
  ) -> Question {
    Question(
      title: title, tr("A code for what is on this screen will not work any more."),
      answers: [
        Question.Answer(answer, .danger, outcome),
        Question.Answer(tr("Keep it open"), .standard),
      ])
  }

  static var giveUp: Question {
    Question(
      title: tr("Leave without a new password?"), tr("The proof is lost; the old password stays."),
      answers: [
        Question.Answer(tr("Leave"), .danger, .recorder(.recovery(.close))),
        Question.Answer(tr("Stay"), .standard),
      ])
  }
}
