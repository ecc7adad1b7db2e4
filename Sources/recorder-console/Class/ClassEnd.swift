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
    let present = ClassFiles.sessions.sessions()
    for name in present { ClassFiles.sessions.send(.end(seconds: seconds), to: name) }
    let left = Self.wait(for: present.compactMap { TraineeName($0) }, seconds: seconds + 3)
    for session in left { session.end() }
    print(
      "The class is over. Sessions that were told: \(present.count)"
        + (left.isEmpty ? "." : ", and had to be ended: \(left.count)."))
  }

  /// Waits until they have gone, so long at most; returns those who have not.
  private static func wait(for names: [TraineeName], seconds: Int) -> [RunningProcess] {
    let end = ContinuousClock.now + .seconds(seconds)
    return names.compactMap { SessionLock.holder(in: ClassPaths.folder(of: $0)) }
      .filter { !$0.waitForEnd(within: max(.zero, end - .now)) }
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
