import ConsoleData
import ScreenKit
import TextUI

/// Those who watch the session: how many there are stands in the title, and they can be refused.
extension Console {
  /// Takes note of who watches, and says it where somebody asks for something.
  mutating func note(_ watching: Watching) {
    let before = self.watching
    self.watching = watching
    if let asker = watching.asker, asker != before?.asker {
      notice = .warning(tr("\(asker) asks for the keyboard. Ctrl-X: yes or no."))
    } else if let holder = watching.holder, holder != before?.holder {
      notice = .warning(tr("\(holder) has the keyboard. Any key takes it back."))
    } else if before?.holder != nil, watching.holder == nil {
      notice = .success(tr("The keyboard is yours again."))
    }
  }

  /// What the title says of them; nil: nobody watches.
  var watchingMark: String? {
    guard let watching else { return nil }
    if let holder = watching.holder {
      return " " + tr("keyboard: \(TextWidth.fitted(holder, columns: 12))") + " "
    }
    if watching.isRefused { return nil }
    switch watching.count {
    case 0: return nil
    case 1: return " " + tr("1 watches") + " "
    default: return " " + tr("\(watching.count) watch") + " "
    }
  }

  /// Asks what those who watch shall be told.
  mutating func openWatching() {
    guard let watching else { return }
    if let asker = watching.asker {
      overlays.append(
        Question(
          title: tr("Hand over the keyboard?"),
          tr(
            "\(asker) would press the keys here. Any key of yours takes the keyboard back; passwords and codes stay yours."
          ),
          answers: [
            Question.Answer(tr("Hand over"), .normal, .watching(.answer(true))),
            Question.Answer(tr("No"), .standard, .watching(.answer(false))),
          ]))
      return
    }
    let text: Phrase =
      watching.isRefused
      ? tr("Nobody may watch this session now: others see which step it is at, and no more.")
      : watching.count == 0
        ? tr("Nobody watches this session now. Whoever comes sees it, and no password or code.")
        : tr("Those who watch see this session, and no password or code.")
    overlays.append(
      Question(
        title: tr("Who watches"), text,
        answers: [
          Question.Answer(
            watching.isRefused ? tr("Let them watch") : tr("Nobody may watch"), .normal,
            .watching(.allow(watching.isRefused))),
          Question.Answer(tr("Go on"), .standard),
        ]))
  }
}
