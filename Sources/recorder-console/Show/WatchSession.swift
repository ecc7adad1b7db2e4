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
    let (name, folder) = chosen()
    let taken = TakenTerminal(looks.look, Preferences.read())
    let ending = looks.words(taken.options.language).spoken {
      var loop = WatchLoop(
        on: taken.terminal, taken.options.theme, session: name, folder: folder,
        wake: taken.wake)
      return loop.run()
    }
    taken.terminal.close()
    if let ending { Shell.fail(ending) }
  }

  /// The session that is meant, and where it is, or the end of the program where there is none, or more than
  /// one. A class of this host comes before sessions of one's own.
  private func chosen() -> (String, SessionFolder) {
    let own = SessionFolder(environment: Shell.variable)
    let folders = [Exhibition.ofClass?.folder, own].compactMap(\.self)
    let found = folders.flatMap { folder in folder.sessions().map { (name: $0, folder: folder) } }
    let list = found.map { "  \($0.name)\n" }.joined()
    if let session {
      if let exact = found.first(where: { $0.name == session }) { return exact }
      let fitting = found.filter { $0.name.hasPrefix(session) }
      if fitting.count == 1 { return fitting[0] }
      Shell.fail(
        found.isEmpty
          ? "No session “\(session)” is to be watched, nor any other: “practice --share” begins one."
          : "No session “\(session)” is to be watched. There are:\n\(list)")
    }
    switch found.count {
    case 1: return found[0]
    case 0:
      Shell.fail("No session is to be watched: “recorder-console practice --share” begins one.")
    default:
      Shell.fail("Several sessions are to be watched; expected the name of one of them:\n\(list)")
    }
  }
}
