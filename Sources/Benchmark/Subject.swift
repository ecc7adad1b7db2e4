import Foundation
import Training

/// A program to be measured, and the keys that lead through it.
struct Subject {
  var name: String
  var command: [String]

  /// Typed before anything is drawn, and all that stands on the first screen that has obeyed it.
  var early: KeyScript.Key?
  var sights: [String] = []

  /// From the first frame to the place where a session spends its time.
  var arrive = KeyScript()

  /// From there to a screen on which nothing moves.
  var still = KeyScript()

  /// Moves of a selection on that screen, ending where they began.
  var moves = KeyScript()

  /// Keys that each draw a new screen, ending where they began.
  var screens = KeyScript()

  /// The product: to the live view, into the Start menu, up and down in it, out and in again.
  static func console(at path: String) throws(KeyScriptProblem) -> Subject {
    Subject(
      name: "recorder-console", command: [path],
      early: try KeyScript(parsing: "Space").keys.first,
      sights: ["Live view", "CAM 1", "CAM 2", "CAM 4", "31 days recorded", "Shut down"],
      arrive: try KeyScript(parsing: "see:'Live view'"),
      still: try KeyScript(parsing: "Space see:'Shut down'"),
      moves: try KeyScript(parsing: "Down*4 Up*4"),
      screens: try KeyScript(parsing: "F3 F2 F5 F2 F1 F1"))
  }
}

/// A program that the start is compared with.
struct Rival {
  var name: String
  var command: [String]
  /// What stands on its screen once it is complete.
  var sights: [String]

  /// The one that the product shall be no later than.
  static let yardstick = "mc -u"

  /// All of them: two that people know, and the least that ncurses can do.
  static let all = [
    Rival(
      name: "dialog --msgbox", command: ["dialog", "--msgbox", "Measured here", "8", "40"],
      sights: ["Measured here", "OK"]),
    Rival(name: yardstick, command: ["mc", "-u"], sights: ["Left", "Right", "Quit"]),
    Rival(name: "curses-floor", command: ["curses-floor"], sights: ["Line 12 of the floor"]),
  ]

  /// The command with the program's path, or nil where it is not installed.
  var installed: [String]? {
    guard let program = command.first, let path = ProgramPath.find(program) else { return nil }
    return [path] + command.dropFirst()
  }
}

/// Where programs lie.
enum ProgramPath {
  /// The folder of this benchmark: the other built programs are beside it.
  static var ownFolder: String {
    let link = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    return URL(fileURLWithPath: link ?? CommandLine.arguments[0]).deletingLastPathComponent().path
  }

  /// The program's path: as it stands where it has a slash, else beside this one, else in PATH.
  static func find(_ program: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
    let candidates =
      program.contains("/")
      ? [program] : ([ownFolder] + folders.map(String.init)).map { "\($0)/\(program)" }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
