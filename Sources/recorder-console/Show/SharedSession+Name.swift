import ClassRoom
import ConsoleRuntime
import Glibc
import Spectators

extension SharedSession {
  /// Offers a presentation to everybody.
  static func begun(in exhibition: Exhibition, on taken: TakenTerminal) -> SharedSession {
    let name = Exhibition.name(of: Shell.loginName)
    guard let shared = SharedSession(name, in: exhibition.folder, inbox: taken.inbox) else {
      taken.fail("The presentation has no place for its socket: \(exhibition.folder.path).")
    }
    exhibition.offer(.presentation(name))
    return shared
  }

  /// Offers a trainee's session under their name to those of their class.
  static func begun(in session: ClassSession) -> SharedSession {
    guard
      let shared = SharedSession(
        session.name.text, in: SessionFolder(ofClass: ClassPaths.run), inbox: session.taken.inbox)
    else { session.taken.fail("The session has no place for its socket. Ask your trainer.") }
    return shared
  }

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
