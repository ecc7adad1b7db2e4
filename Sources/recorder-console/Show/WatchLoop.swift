import Spectators
import TextUI

/// A watched session on a terminal: draws what comes, and sends what is pressed.
struct WatchLoop {
  private let terminal: any Terminal
  private let theme: Theme
  private let line: SessionLine?
  private var screen: WatchScreen

  /// Watches on a terminal, which `wake` wakes when something comes.
  init(
    on terminal: any Terminal, _ theme: Theme, session: String, folder: SessionFolder,
    as name: String = Shell.loginName, wake: @escaping @Sendable () -> Void
  ) {
    (self.terminal, self.theme) = (terminal, theme)
    screen = WatchScreen(session: session, window: terminal.size)
    line = SessionLine(to: session, in: folder, as: name, wake: wake)
  }

  /// Runs to its end; a sentence where it could not begin.
  mutating func run() -> String? {
    guard let line else { return "The session has just ended." }
    var isOver = false
    while true {
      if let packets = line.take() {
        for packet in packets { screen.take(packet) }
      } else if !isOver {
        isOver = true
        screen.lose()
      }
      var canvas = Canvas(size: terminal.size)
      screen.draw(on: &canvas)
      terminal.present(canvas, theme: theme)
      let goesOn = terminal.take(within: nil) { size in
        screen.window = size
      } press: { key in
        switch screen.press(key) {
        case .leave: return false
        case .send(let packet): line.send(packet)
        case .stay: break
        }
        return true
      }
      if !goesOn { return nil }
    }
  }
}
