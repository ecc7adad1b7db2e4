import ConsoleData
import ScreenKit
import TextUI

/// Those who watch the session: how many there are stands in the title, and they can be refused.
extension Console {
  /// Takes note of who watches, and says it where somebody asks for something.
  mutating func note(_ watching: Watching) {
    let before = self.watching
    self.watching = watching
    // Whoever asked has gone, or has been answered: nobody is handed what was meant for somebody else.
    if let open = overlays.last as? WatchingQuestion, open.ask != watching.ask?.number {
      overlays.removeLast()
    }
    if let ask = watching.ask {
      if ask != before?.ask { notice = Console.notice(of: ask) }
    } else if let asked = before?.ask, notice == Console.notice(of: asked) {
      notice = nil
    }
    if let holder = watching.holder, holder != before?.holder {
      notice = .warning(tr("\(holder) has the keyboard. Any key takes it back."))
    } else if before?.holder != nil, watching.holder == nil {
      notice = .success(tr("The keyboard is yours again."))
    }
  }

  private static func notice(of ask: Watching.Ask) -> Notice {
    .warning(tr("\(ask.name) asks for the keyboard. Ctrl-X: yes or no."))
  }

  /// Says that the session ends soon, and takes it back where it does not any more.
  mutating func note(_ end: SessionEnd?) {
    if let said = sessionEnd.map(Console.notice(of:)), notice == said { notice = nil }
    sessionEnd = end
    if let end { notice = Console.notice(of: end) }
  }

  private static func notice(of end: SessionEnd) -> Notice {
    let left = end.seconds == 1 ? tr("1 second") as String : tr("\(end.seconds) seconds")
    return switch end.reason {
    case .idle:
      .warning(tr("No key for a long time: this session ends in \(left). Any key goes on."))
    case .whole:
      .warning(tr("The time of this session ends in \(left). What you did is kept."))
    case .ended:
      .warning(tr("The trainer ends this session in \(left). What you did is kept."))
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
    if let watching { overlays.append(WatchingQuestion(watching)) }
  }
}
