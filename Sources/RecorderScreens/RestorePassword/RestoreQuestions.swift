import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// What Restore Password asks before something is lost.
enum RestoreQuestions {
  static var refresh: Question {
    Question(
      title: tr("Refresh?"),
      tr("The screen changes. A code that you are waiting for will not work any more."),
      answers: [
        Question.Answer(tr("Refresh"), .danger, .recorder(.recovery(.refresh))),
        Question.Answer(tr("Keep it"), .standard),
      ])
  }

  static var close: Question {
    Question(
      title: tr("Close Restore Password?"),
      tr("A code for what is on this screen will not work any more."),
      answers: [
        Question.Answer(tr("Close"), .danger, .recorder(.recovery(.close))),
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
