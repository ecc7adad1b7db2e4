import ArgumentParser
import ConsoleData
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
      var loop = WatchLoop(
        on: taken.terminal, taken.options.theme, session: name, folder: folder)
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
