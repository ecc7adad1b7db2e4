import Foundation

/// The program while it serves, without a screen.
final class ServedProgram {
  private let running = Process()
  private let line: String

  init(_ program: String, _ arguments: [String]) throws {
    let output = Pipe()
    running.executableURL = URL(fileURLWithPath: program)
    running.arguments = ["serve"] + arguments
    running.standardOutput = output
    try running.run()
    var text = ""
    while !text.hasSuffix("\n") {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { break }
      text += String(decoding: more, as: UTF8.self)
    }
    line = text
  }

  deinit {
    running.terminate()
    running.waitUntilExit()
  }

  /// Its number.
  var process: Int32 { running.processIdentifier }

  /// Where it is asked by ONVIF.
  var port: Int { get throws { try number(behind: /:(\d+)\/onvif/) } }

  /// Where it answers searches.
  var searchPort: Int { get throws { try number(behind: /UDP port (\d+)/) } }

  /// What opens it.
  var password: String {
    line.firstMatch(of: /password (\S+)\.\s/).map { String($0.1) } ?? ""
  }

  private func number(behind words: Regex<(Substring, Substring)>) throws -> Int {
    guard let found = line.firstMatch(of: words), let number = Int(found.1) else {
      throw BenchmarkFault.cannotStart("serve", line)
    }
    return number
  }
}
