import Foundation
import Support
import Testing

/// The program while it serves, and what it has said.
final class Serving {
  private let process = Process()
  let line: String

  init(_ arguments: [String]) throws {
    let output = Pipe()
    process.executableURL = URL(
      fileURLWithPath: try BuiltProgram.path(named: "recorder-console"))
    process.arguments = ["serve"] + arguments
    process.standardOutput = output
    try process.run()
    line = output.firstLine()
  }

  deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

  /// The port that it has said it listens at.
  var port: Int {
    get throws {
      let found = try #require(line.firstMatch(of: /:(\d+)\/onvif\/device_service/))
      return try #require(Int(found.1))
    }
  }

  /// Ends it by a signal, and tells with what status it has ended.
  func end(_ signal: Int32) -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }
}
