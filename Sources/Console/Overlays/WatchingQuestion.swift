import ConsoleData
import ScreenKit
import TextUI

/// Asks whether others may watch, or whether one of them is handed the keyboard.
struct WatchingQuestion: QuestionScreen {
  /// The ask that it is about; nil: it is about watching.
  let ask: UInt32?
  var question: Question

  init(_ watching: Watching) {
    ask = watching.ask?.number
    question = watching.ask.map(Self.question) ?? Self.question(watching)
  }

  private static func question(_ ask: Watching.Ask) -> Question {
    Question(
      title: tr("Hand over the keyboard?"),
      tr(
        "\(ask.name) would press the keys here. Any key of yours takes the keyboard back; passwords and codes stay yours."
      ),
      answers: [
        Question.Answer(tr("Hand over"), .normal, .watching(.handOver(ask.number))),
        Question.Answer(tr("No"), .standard, .watching(.decline(ask.number))),
      ])
  }

  private static func question(_ watching: Watching) -> Question {
    let text: Phrase =
      watching.isRefused
      ? tr("Nobody may watch this session now: others see which step it is at, and no more.")
      : watching.count == 0
        ? tr("Nobody watches this session now. Whoever comes sees it, and no password or code.")
        : tr("Those who watch see this session, and no password or code.")
    return Question(
      title: tr("Who watches"), text,
      answers: [
        Question.Answer(
          watching.isRefused ? tr("Let them watch") : tr("Nobody may watch"), .normal,
          .watching(.allow(watching.isRefused))),
        Question.Answer(tr("Go on"), .standard),
      ])
  }

  let name = "watching"
  var isShown = false
  let help = [
    "Others of this computer may watch a session that was begun with --share. They see no password, "
      + "no code and no notes. One of them can be handed the keyboard; any key takes it back."
  ]
}
