import CursesTerminal
import Spectators
import TextUI

/// A watched session on a terminal: draws what comes, and sends what is pressed.
struct WatchLoop {
  private let terminal: CursesTerminal
  private let theme: Theme
  private let line: SessionLine?
  /// Whether whoever watches has something else to do that cannot wait.
  private let isWanted: () -> Bool
  private var screen: WatchScreen

  init(
    on terminal: CursesTerminal, _ theme: Theme, session: String, folder: SessionFolder,
    isWanted: @escaping () -> Bool = { false }
  ) {
    (self.terminal, self.theme, self.isWanted) = (terminal, theme, isWanted)
    let waker = terminal.waker
    screen = WatchScreen(session: session, window: terminal.size)
    line = SessionLine(to: session, in: folder, as: Shell.loginName, wake: { waker.wake() })
  }

  /// Runs to its end; a sentence where it could not begin.
  mutating func run() -> String? {
    guard let line else { return "The session has just ended." }
    var isOver = false
    while !isWanted() {
      if let packets = line.take() {
        for packet in packets { screen.take(packet) }
      } else if !isOver {
        isOver = true
        screen.lose()
      }
      var canvas = Canvas(size: terminal.size)
      screen.draw(on: &canvas)
      terminal.present(canvas, theme: theme)
      // Limits of time are looked at as they pass.
      let goesOn = terminal.take(within: .seconds(1)) { size in
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
    return nil
  }
}
