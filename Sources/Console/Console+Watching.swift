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
