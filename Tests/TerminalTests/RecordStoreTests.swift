import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// Results of a lesson in a terminal, sent to a learning record store.
  @Suite(.serialized) struct RecordStoreTests {
    @Test func `a password without a file is asked for, and never shown`() async throws {
      let store = try LoopbackServer(
        "Tests/Scripts/record_store.py", file: "log", ["--login", "me:planted-secret"])
      let home = try ConsoleHome()
      let fixture = "Tests/ResultStoreTests/Fixtures/form-1/results.sqlite"
      try FileManager.default.createDirectory(
        at: home.stateFolder, withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: PackageRoot.url.appendingPathComponent(fixture),
        to: home.stateFolder.appendingPathComponent("results.sqlite"))
      let console = try await ConsoleSession(
        ["results", "--lrs", store.url("/xapi"), "--lrs-user", "me"], in: home, columns: 120)
      try await console.see("Password of me at 127.0.0.1:")
      try console.type("planted-secret")
      try console.press("Enter")
      try await console.see(" there, 0 waiting, 0 refused, 0 conflicting.")
      #expect(try !console.shows("planted-secret"))
      #expect(try await console.terminal.waitForExit() == 0)
      #expect(try store.lines(of: "log").count { $0["stored"] != nil } > 10)
    }
  }
}
