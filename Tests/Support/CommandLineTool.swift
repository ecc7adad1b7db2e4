import Foundation
import Glibc

/// A tool that runs to its end and hands back what it said.
///
/// Not Foundation's Process: that waits for the tool's children too, and tmux leaves a server.
public struct CommandLineTool {
  /// A tool that could not be run, or did not end well.
  struct Failure: Error, CustomStringConvertible {
    let command: [String]
    let status: Int32
    let message: String

    var description: String {
      "\(command.joined(separator: " ")) ended with \(status): \(message)"
    }
  }

  /// Where its output is kept while it runs.
  let folder: URL
  let environment: [String: String]

  /// Makes a tool that keeps its output in the folder and sees this environment and no other.
  public init(folder: URL, environment: [String: String]) {
    self.folder = folder
    self.environment = environment
  }

  /// Runs the command, found in PATH, and returns its standard output.
  @discardableResult
  public func run(_ command: [String]) throws -> String {
    let (status, output, errors) = try outcome(of: command)
    guard status == 0 else { throw Failure(command: command, status: status, message: errors) }
    return output
  }

  /// Runs the command, and returns how it ended and what it said, whether it ended well or not.
  public func outcome(
    of command: [String]
  ) throws -> (status: Int32, output: String, errors: String) {
    let output = folder.appendingPathComponent("output")
    let errors = folder.appendingPathComponent("errors")
    let status = Self.wait(for: try start(command, output: output.path, errors: errors.path))
    return (
      status, String(decoding: try Data(contentsOf: output), as: UTF8.self),
      String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    )
  }

  func start(
    _ command: [String], input: String = "/dev/null", output: String, errors: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let writing = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, writing, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, writing, 0o600)
    var attributes = Self.freshSignals()
    defer { posix_spawnattr_destroy(&attributes) }
    let words = (["/usr/bin/env"] + command).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process: pid_t = 0
    let problem = posix_spawn(&process, "/usr/bin/env", &actions, &attributes, words, variables)
    guard problem == 0 else {
      throw Failure(command: command, status: problem, message: String(cString: strerror(problem)))
    }
    return process
  }

  // The threads that tests run on hold signals back, and a program would inherit that: a hang-up
  // would never reach it.
  private static func freshSignals() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_init(&attributes)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    return attributes
  }

  static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
  }
}
