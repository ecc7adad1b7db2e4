import ArgumentParser
import ClassRoom
import Glibc
import Spectators

/// Ends the class.
struct ClassEnd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end",
    abstract: "End the class: sessions save and go, and the word opens nothing any more.",
    discussion: "What trainees did is kept. “class init” begins again, with another word.")

  @Option(help: "How many seconds are counted down in each session.")
  var seconds = 10

  func validate() throws {
    guard (0...600).contains(seconds) else {
      throw ValidationError("expected 0 to 600 for --seconds, found \(seconds).")
    }
  }

  func run() throws {
    ClassInit.needRoot()
    var files = ClassFiles.read()
    // First: nobody comes in while the others go.
    SystemCommand.run(["usermod", "--password", "*", ClassPaths.user])
    ClassSetup.stop()
    files.settings.hasEnded = true
    files.write()
    let told = Self.tell(seconds: seconds)
    Self.wait(within: .seconds(seconds + 3))
    // Whoever was in the lobby, or about to come in, has looked by now whether the class is over.
    let late = Self.tell(seconds: 0)
    Self.wait(within: .seconds(3))
    let left = Self.present
    if let user = SystemUser.ofClass { for session in left { session.end(ofUser: user.id) } }
    print(
      "The class is over. Sessions that were told: \(max(told, late))"
        + (left.isEmpty ? "." : ", and had to be ended: \(left.count)."))
  }

  private static func tell(seconds: Int) -> Int {
    let names = ClassFiles.sessions.names().filter { TraineeName($0) != nil }
    return names.filter { ClassFiles.sessions.send(.end(seconds: seconds), to: $0) }.count
  }

  /// The sessions that there are, whether they can be told something or not.
  private static var present: [RunningProcess] {
    ClassFiles.folders.compactMap { SessionLock.present(in: ClassPaths.folder(of: $0)) }
  }

  /// Waits until they have gone, so long at most.
  private static func wait(within limit: Duration) {
    let end = ContinuousClock.now + limit
    for session in present { _ = session.waitForEnd(within: max(.zero, end - .now)) }
  }
}

/// Gives sessions more time.
struct ClassExtend: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extend", abstract: "Give a session, or all of them, more time.")

  @Argument(help: "How many minutes.")
  var minutes: Int

  @Argument(help: "Whose session; left out: everybody's.")
  var name: String?

  func validate() throws {
    guard ClassSettings.minutes.contains(minutes) else {
      throw ValidationError("expected 1 to 1440 minutes, found \(minutes).")
    }
  }

  func run() throws {
    let all = ClassFiles.sessions.sessions()
    let names = name.map { [$0] } ?? all
    let told = names.filter { ClassFiles.sessions.send(.extend(minutes: minutes), to: $0) }
    guard !told.isEmpty else {
      Shell.fail(name.map { "“\($0)” is not there now." } ?? "nobody is there now.")
    }
    print("\(minutes) minutes more for: \(told.joined(separator: ", "))")
  }
}
