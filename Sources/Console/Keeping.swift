import ConsoleData
import ScreenKit
import TextUI

/// Whether what is done here is kept.
enum Keeping: Equatable {
  case kept
  /// Not this time, from the start.
  case never
  /// The last attempts failed, for this reason; every command tries again.
  case failing(String)
}

extension Question {
  /// Whether to leave the console over a recorder of practice, or over one that is real: that one is as it is.
  static func leave(_ keeping: Keeping, isPractice: Bool) -> Question {
    let kept: Phrase =
      switch keeping {
      case .kept where !isPractice, .never where !isPractice:
        tr("The connection ends; the recorder stays as it is now.")
      case .kept: tr("The recorder and the lesson are kept; next time you can go on here.")
      case .never: tr("Practice is not being kept this time: what you did here ends with it.")
      case .failing(let why):
        tr("What you did last is not kept: \(why) Leaving tries once more.")
      }
    return Question(
      title: tr("Leave?"), kept,
      answers: [Answer(tr("Leave"), .normal, .leave), Answer(tr("Stay"), .standard)])
  }
}
