import ConsoleData
import ScreenKit
import TextUI

/// Asks whether to begin the scenario that the trainer puts in front of everybody.
struct TrainerQuestion: QuestionScreen {
  var question: Question

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
      ], safe: 0)
  }

  let name = "trainer"
  var isShown = false
  let help = [
    "Whoever leads the class would like everybody to begin this. Later it is in the list of lessons, F7."
  ]
}
