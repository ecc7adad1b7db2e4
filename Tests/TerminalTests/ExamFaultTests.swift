import Foundation
import Glibc
import Support
import Testing

extension RealTerminalTests {
  /// An exam whose results cannot be kept is said, and is neither won nor lost by that.
  @Suite struct ExamFaultTests {
    @Test func `results of a newer version are said and left as they are`() async throws {
      let home = try ConsoleHome()
      let results = home.stateFolder.appendingPathComponent("results.sqlite")
      try FileManager.default.createDirectory(
        at: home.stateFolder, withIntermediateDirectories: true)
      let make = """
        import sqlite3, sys
        base = sqlite3.connect(sys.argv[1])
        for name in "journal_mode = WAL", "user_version = 99": base.execute("PRAGMA " + name)
        base.close()
        """
      let tool = CommandLineTool(folder: home.url, environment: ["LANG": "C.UTF-8"])
      try tool.run(["/usr/bin/python3", "-c", make, results.path])
      let before = try Data(contentsOf: results)
      let console = try await ConsoleSession(
        ["practice", "eleven-at-night", "--mode", "exam", "--trainee", "ann", "--calm"], in: home)
      try await console.see("Friday night, 23:04")
      try console.press("Enter")
      try await console.lockOut()
      try await console.see("NOT KEPT")
      try await console.see("Exam:", "min left")
      try console.press("F7")
      try await console.see("End the exam")
      try console.terminal.kill(SIGKILL)
      #expect(try Data(contentsOf: results) == before)
    }
  }
}
