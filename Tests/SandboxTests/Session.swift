import Foundation
import Sandbox
import Support
import Testing

/// A learner's folders, and a process that tries things in the sandbox that is made for them.
struct Session {
  /// Who has no Landlock has no sandbox to test; said where tests are skipped.
  static let hasLandlock = Sandbox.landlockVersion > 0
  static let without: Comment = "Skipped: this kernel has no Landlock"

  private let home: ConsoleHome

  /// Makes the folders, with a file in each: `own`, `run`, `assets`, and `others`, which is not allowed.
  init() throws {
    home = try ConsoleHome()
    for name in ["own", "own/inner", "run", "assets", "others"] {
      try FileManager.default.createDirectory(
        at: home.url.appendingPathComponent(name), withIntermediateDirectories: true)
      try Data("text".utf8).write(to: home.url.appendingPathComponent("\(name)/file"))
    }
    // From the own folder into the others'.
    try FileManager.default.createSymbolicLink(
      atPath: home.url.appendingPathComponent("own/way-out").path,
      withDestinationPath: "../others")
  }

  /// The path of a file or folder by its name.
  func path(_ name: String) -> String { home.url.appendingPathComponent(name).path }

  /// What the process said, in words, and its exit status.
  func run(
    _ options: [String], _ attempts: [String] = []
  ) throws -> (status: Int32, said: String) {
    let tool = CommandLineTool(folder: home.url, environment: ["PATH": "/usr/bin:/bin"])
    let program = try BuiltProgram.path(named: "try-in-sandbox")
    let (status, output, errors) = try tool.outcome(of: [program] + options + attempts)
    return (status, (output + errors).trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// The options that allow what a learner has.
  var plan: [String] {
    ["--run", path("run"), "--read", path("assets"), "--learner", path("own")]
  }

  /// What becomes of attempts in the sandbox; `@` in them stands for the folder of all folders.
  func inside(_ attempts: String..., options: [String] = []) throws -> [String] {
    try words(of: run(plan + options, attempts.map(spelled)))
  }

  /// What becomes of them without it.
  func outside(_ attempts: String...) throws -> [String] {
    try words(of: run(["--outside"], attempts.map(spelled)))
  }

  private func spelled(_ attempt: String) -> String {
    attempt.replacingOccurrences(of: "@", with: home.url.path + "/")
      .replacingOccurrences(of: "%", with: "\(ProcessInfo.processInfo.processIdentifier)")
  }

  private func words(of run: (status: Int32, said: String)) throws -> [String] {
    try #require(run.status == 0, "\(run.said)")
    return run.said.split(separator: "\n").map(String.init)
  }
}
