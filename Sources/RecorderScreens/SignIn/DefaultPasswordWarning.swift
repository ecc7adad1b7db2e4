import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// Says that the factory password is still in place, at every sign-in until it is changed.
package struct DefaultPasswordWarning: Asking {
  private var question: Question

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
      ])
  }

  package let name = "default-password"
  package let isOverlay = true
  package var isShown = false
  package let help = [
    "The recorder repeats this warning at every login until the password is changed."
  ]

  package func hints(in context: ScreenContext) -> [KeyHint] { question.hints(in: context) }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    input == .key(.escape) ? .pop : question.handle(input, in: context)
  }

  package func outline(in context: ScreenContext) -> Outline { question.outline() }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    question.draw(on: &canvas, in: area, context: context)
  }
}
