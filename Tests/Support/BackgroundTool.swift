import Foundation
import Glibc

/// A tool that goes on while a test does something else, until it ends by itself or is ended.
///
/// Not Foundation's Process: that notices an end by a socket which every other child may hold open, and one child
/// that closes it early keeps it from noticing any other's.
public final class BackgroundTool: @unchecked Sendable {
  /// Its process id.
  public let process: pid_t
  private let output: URL
  /// The first line that it said, where it was waited for.
  public private(set) var firstLine = ""
  // Changed by whoever waits for it, which is one only.
  private var status: Int32?

  /// Starts a command, found in PATH, which reads `input` and writes into files of the folder.
  public init(
    _ command: [String], input: String = "/dev/null", folder: URL, environment: [String: String]
  ) throws {
    let name = "tool-\(UUID().uuidString.prefix(8))"
    output = folder.appendingPathComponent(name)
    process = try CommandLineTool(folder: folder, environment: environment).start(
      command, input: input, output: output.path, errors: output.path)
  }

  /// Starts a command and waits for the first line of its output, or for the end of that; its errors alone are
  /// what `said` has.
  public init(
    whenReady command: [String], input: String = "/dev/null", folder: URL,
    environment: [String: String]
  ) throws {
    let name = "tool-\(UUID().uuidString.prefix(8))"
    output = folder.appendingPathComponent(name)
    let pipe = try PrivatePipe(at: output.path + ".line")
    process = try CommandLineTool(folder: folder, environment: environment).start(
      command, input: input, output: pipe.path, errors: output.path)
    firstLine = pipe.line()
  }

  deinit {
    end()
    try? FileManager.default.removeItem(at: output)
  }

  /// All that it has said by now, on both of its outputs.
  public var said: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

  /// Waits until it ends by itself, and returns its exit status.
  @discardableResult
  public func wait() -> Int32 {
    if status == nil { status = CommandLineTool.wait(for: process) }
    return status ?? -1
  }

  /// Ends it at once, by its own process id.
  public func end() {
    guard status == nil else { return }
    kill(process, SIGKILL)
    wait()
  }
}
