import ConsoleRuntime
import Glibc
import Spectators

extension SharedSession {
  /// Offers a session under the name of whoever practises, with the process's number, or ends the program
  /// where that cannot be: before anything was done in it.
  static func begun(as trainee: String?, inbox: Inbox) -> SharedSession {
    let name = SessionFolder.name(of: trainee ?? Shell.loginName)
    guard let folder = SessionFolder(environment: Shell.variable),
      let session = SharedSession("\(name.prefix(20))-\(getpid())", in: folder, inbox: inbox)
    else {
      Shell.fail("The session cannot be watched: there is no folder for its socket.")
    }
    return session
  }
}
