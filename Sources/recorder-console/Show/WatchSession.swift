import ArgumentParser
import ConsoleData
import CursesTerminal
import Glibc
import Library
import Spectators
import TextUI

/// Watches a session of this computer, as it goes on.
struct WatchSession: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Watch a session of this computer that was begun with --share.",
    discussion: """
      Nothing that you press reaches it, unless you ask for the keyboard (k) and
      whoever sits there hands it over.

      EXAMPLES
        recorder-console practice --share          in one terminal
        recorder-console watch                     in another
      """)

  @Argument(help: "The session's name; left out: the only one there is.")
  var session: String?

  @OptionGroup var looks: LookOptions

  func run() throws {
    guard let folder = SessionFolder(environment: Shell.variable) else {
      Shell.fail("The folder for sessions has too long a name: see XDG_RUNTIME_DIR.")
    }
    let name = Self.chosen(session, of: folder)
    let taken = TakenTerminal(looks.look, Preferences.read())
    let ending = looks.words(taken.options.language).spoken {
      var loop = WatchLoop(taken, session: name, folder: folder)
      return loop.run()
    }
    taken.terminal.close()
    if let ending { Shell.fail(ending) }
  }

  /// The session that is meant, or the end of the program where there is none, or more than one.
  private static func chosen(_ wanted: String?, of folder: SessionFolder) -> String {
    let sessions = folder.sessions()
    let list = sessions.map { "  \($0)\n" }.joined()
    if let wanted {
      if sessions.contains(wanted) { return wanted }
      let fitting = sessions.filter { $0.hasPrefix(wanted) }
      if fitting.count == 1 { return fitting[0] }
      Shell.fail(
        sessions.isEmpty
          ? "No session “\(wanted)” is to be watched, nor any other: “practice --share” begins one."
          : "No session “\(wanted)” is to be watched. There are:\n\(list)")
    }
    switch sessions.count {
    case 1: return sessions[0]
    case 0:
      Shell.fail("No session is to be watched: “recorder-console practice --share” begins one.")
    default:
      Shell.fail("Several sessions are to be watched; expected the name of one of them:\n\(list)")
    }
  }
}

/// Draws what comes, and sends what is pressed.
private struct WatchLoop {
  private let terminal: CursesTerminal
  private let theme: Theme
  private let line: SessionLine?
  private var screen: WatchScreen

  init(_ taken: TakenTerminal, session: String, folder: SessionFolder) {
    terminal = taken.terminal
    theme = taken.options.theme
    let waker = taken.terminal.waker
    screen = WatchScreen(session: session, window: taken.terminal.size)
    line = SessionLine(
      to: session, in: folder, as: Shell.loginName,
      wake: { waker.wake() })
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
      var event = terminal.next(within: nil)
      while let input = event {
        switch input {
        case .key(let key):
          switch screen.press(key) {
          case .leave: return nil
          case .send(let packet): line.send(packet)
          case .stay: break
          }
        case .resize(let size): screen.window = size
        case .hangup, .terminate: return nil
        case .suspend: terminal.suspend()
        case .paste, .mouse, .woken: break
        }
        event = terminal.next(within: .zero)
      }
    }
  }
}
