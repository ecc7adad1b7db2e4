import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// The command `replay`: files that are wrong, and terminals that can do little.
  @Suite struct ReplayCommandTests {
    private static let header = "{\"version\": 2, \"width\": 80, \"height\": 22}\n"
    private let home: ConsoleHome

    init() throws { home = try ConsoleHome() }

    private func file(_ text: String) throws -> String {
      let file = home.url.appendingPathComponent("a.cast")
      try Data(text.utf8).write(to: file)
      return file.path
    }

    @Test(arguments: [
      ("", "is empty"), ("hello\n", ":1: expected the header of an asciicast"),
      ("{\"version\": 1}\n", "found version 1"),
      (header + "[1, \"o\"]\n[2, \"o\", \"\"]\n", ":2:8: expected “,”"),
    ])
    func `a file that is wrong is told with its place`(text: String, words: String) throws {
      let told = try ConsoleCommand.run(["replay", try file(text)])
      #expect(told.status == 1 && told.output == "")
      #expect(told.errors.contains(words), "\(told.errors)")
    }

    @Test(arguments: [["--speed", "3"], ["--idle=-1"]])
    func `options that are wrong are told with what is expected`(options: [String]) throws {
      let told = try ConsoleCommand.run(["replay", "a.cast"] + options)
      #expect(told.status == 64 && told.errors.contains("expected 0"), "\(told.errors)")
    }

    @Test func `a file that is not there, and a missing terminal, are told`() throws {
      let missing = try ConsoleCommand.run(["replay", "none.cast"])
      #expect(missing.status == 1 && missing.errors.contains("none.cast could not be read"))
      let told = try ConsoleCommand.run(
        ["replay", try file(Self.header)], variables: ["TERM": "xterm-256color"])
      #expect(told.status == 1 && told.errors.contains("needs a terminal"), "\(told.errors)")
    }

    @Test(arguments: ["vt100", "xterm-256color"])
    func `keys play it in a plain terminal as well`(terminal: String) async throws {
      let text =
        Self.header + "[0, \"o\", \"\\u001b[38;5;80m┌─ first ─┐\\u001b]0;title\\u0007\"]\n"
        + "[5, \"m\", \"Step 2\"]\n[9, \"o\", \"\\r\\nsecond\"]\n"
      let options = terminal == "vt100" ? ["--ascii", "--theme", "mono"] : []
      let console = try await ConsoleSession(
        ["replay", try file(text), "--idle", "0"] + options, terminal: terminal)
      try await console.see(terminal == "vt100" ? "+- first -+" : "┌─ first ─┐", "Playing")
      try console.press("Space")
      try await console.see("Paused")
      try console.press("m")
      try await console.see("0:05 / 0:09", "Step 2")
      try console.press("End")
      try await console.see("second")
      try console.press("?")
      try await console.see("Keys of the replay", "Twice as fast")
      try console.press("q")
      #expect(try await console.terminal.waitForExit() == 0)
      try await LeavingTests.expectLeft(console, status: 0)
    }

    @Test func `its keys speak Spanish`() async throws {
      let console = try await ConsoleSession(
        ["replay", try file(Self.header + "[0, \"o\", \"x\"]\n"), "--language", "es"])
      try await console.see("Fin", "Salir")
    }
  }
}
