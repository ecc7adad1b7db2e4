import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// Says that the factory password is still in place, at every sign-in until it is changed.
package struct DefaultPasswordWarning: QuestionScreen {
  package var question: Question

  package init(account: AccountName) {
    question = Question(
      title: tr("Default password is insecure"),
      tr(
        "▲ \(account.text) still has the password that stands in every manual. Anybody on the network can log in. Change it at System > User > Admin."
      ),
      role: .warning,
      answers: [
        Question.Answer(tr("Later")),
        Question.Answer(tr("Change it now"), .standard, .push(MainMenu(path: MainMenu.usersPath))),
      ], safe: 0)
  }

  package let name = "default-password"
  package var isShown = false
  package let help = [
    "The recorder repeats this warning at every login until the password is changed."
  ]
}
