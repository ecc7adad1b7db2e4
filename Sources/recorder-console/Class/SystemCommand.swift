import Foundation

/// Programs of the system that setting up a class needs.
enum SystemCommand {
  /// Runs one to its end, with a text as its input, and returns its status and what it said.
  static func outcome(
    _ words: [String], input: String = ""
  ) -> (status: Int32, said: String) {
    let process = Process()
    let (asked, answered) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C"]
    (process.standardInput, process.standardOutput) = (asked, answered)
    process.standardError = answered
    do { try process.run() } catch { return (127, "\(words[0]) could not be started.") }
    asked.fileHandleForWriting.write(Data(input.utf8))
    try? asked.fileHandleForWriting.close()
    let said = answered.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: said, as: UTF8.self))
  }

  /// Runs one that has to succeed, or ends the program with what it said.
  static func run(_ words: [String], input: String = "") {
    let (status, said) = outcome(words, input: input)
    guard status != 0 else { return }
    Shell.fail("“\(words.joined(separator: " "))” ended with status \(status): \(said)")
  }

  /// Whether systemd runs here.
  static var hasSystemd: Bool { FileManager.default.fileExists(atPath: "/run/systemd/system") }
}
