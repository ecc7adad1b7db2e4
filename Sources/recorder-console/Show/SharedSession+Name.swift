import ConsoleRuntime
import Glibc
import Spectators

extension SharedSession {
  /// Offers the session of a terminal under the name of whoever practises, with the process's number, or
  /// ends the program where that cannot be: before anything was done in it.
  static func begun(as trainee: String?, on taken: TakenTerminal) -> SharedSession {
    let name = SessionFolder.name(of: trainee ?? Shell.loginName)
    guard let folder = SessionFolder(environment: Shell.variable),
      let session = SharedSession("\(name.prefix(20))-\(getpid())", in: folder, inbox: taken.inbox)
    else {
      taken.fail("The session cannot be watched: there is no folder for its socket.")
    }
    return session
  }
}
