import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// Escape is prompt, and whoever leaves finds the terminal as it was.
  @Suite(.serialized) struct LeavingTests {
    @Test func `Escape closes a dialog in well under a second`() async throws {
      let console = try await ConsoleSession(["--calm"])
      try await console.waitForLiveView()
      var times: [Duration] = []
      for _ in 0..<5 {
        try await console.openSignIn()
        let start = ContinuousClock.now
        try console.press("Escape")
        try await console.seeNoMore("Restore Password")
        times.append(ContinuousClock.now - start)
      }
      let median = times.sorted()[2]
      #expect(median < .milliseconds(500), "\(times)")
    }

    @Test func `Escape and a digit is a function key`() async throws {
      let console = try await ConsoleSession(["--calm"])
      try await console.waitForLiveView()
      try console.type("\u{1b}3")
      try await console.see("paperclip into the reset hole")
      try console.type("\u{1b}0")
      try await console.see("Leave?")
    }

    @Test(arguments: [["F10"], ["q"]])
    func `leaving asks, and gives the terminal back`(keys: [String]) async throws {
      let console = try await ConsoleSession()
      try await console.waitForLiveView()
      let during = try console.terminal.modes()
      #expect(during.isOnSecondScreen && during.reportsMouse)
      for key in keys { try console.press(key) }
      try await console.see("Leave?")
      try console.press("Escape")
      try await console.seeNoMore("Leave?")
      for key in keys { try console.press(key) }
      try await console.see("Leave?")
      try console.press("Left", "Enter")
      try await Self.expectLeft(console, status: 0)
    }

    @Test func `Ctrl-C warns, and the second leaves from any dialog`() async throws {
      let console = try await ConsoleSession()
      try await console.waitForLiveView()
      try await console.openSignIn()
      try console.type("typed")
      try console.press("C-c")
      try await console.see("Ctrl-C again leaves")
      try console.press("C-c")
      try await Self.expectLeft(console, status: 0)
    }

    @Test func `a shell goes on below what was there before`() async throws {
      let shell = try await TmuxSession(["sh", "-i"], variables: ["PS1": "ready> "])
      try await shell.wait(for: "ready>")
      let before = try shell.terminalSettings()
      try shell.type("echo earlier; ")
      try shell.type(try BuiltProgram.path(named: "recorder-console") + "; echo status=$?\n")
      try await shell.wait(for: "CAM 1 Driveway")
      try shell.send("C-c")
      try await shell.wait(for: "again leaves")
      try shell.send("C-c")
      let screen = try await shell.wait(for: "status=0")
      #expect(screen.contains { $0 == "earlier" })
      #expect(!screen.contains { $0.contains("CAM 1") })
      #expect(try shell.modes() == .plain)
      #expect(try shell.terminalSettings() == before)
      try shell.paste("echo $((6*7)) works")
      try await shell.wait(for: "echo $((6*7)) works")
      try shell.send("Enter")
      try await shell.wait(for: "42 works")
      #expect(try !shell.screen().contains { $0.contains("200~") })
    }

    @Test(arguments: ["linux", "xterm-256color"])
    func `after frames that were dropped the whole reset goes out`(kind: String) async throws {
      let console = try StalledConsole(["--calm"], columns: 160, rows: 50, terminal: kind)
      try await console.read(until: "SIMULATED")
      for _ in 0..<10 {
        let work = console.work
        console.type("\u{1b}3\u{1b}2")
        try await console.waitUntilIdle(since: work - 1)
      }
      console.signal(SIGTERM)
      let rest = String(decoding: try await console.readRest(), as: UTF8.self)
      let looks = rest.matches(of: /\u{1b}\[([0-9;]*)m/).map { String($0.output.1) }
      #expect(looks.suffix(3).contains { ["", "0", "0;10"].contains($0) }, "\(looks.suffix(5))")
      let last = looks.last ?? "none"
      #expect(["", "0", "0;10", "39;49"].contains(last), "\(looks.suffix(5))")
      // Without a screen of its own the shell goes on below the last frame.
      if kind == "linux" { #expect(rest.hasSuffix("\r\n")) }
      #expect(rest.contains("\u{1b}[?25h"))
      if kind == "xterm-256color" { #expect(rest.contains("\u{1b}[?1049l")) }
    }

    /// The console has ended, and its terminal is as a shell needs it.
    static func expectLeft(
      _ console: ConsoleSession, status: Int32, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
      #expect(
        try await console.terminal.waitForExit() == status, sourceLocation: sourceLocation)
      #expect(try console.terminal.modes() == .plain, sourceLocation: sourceLocation)
      let settings = try console.terminal.terminalSettings().split(whereSeparator: \.isWhitespace)
      for flag in ["echo", "icanon", "isig", "icrnl", "onlcr"] {
        #expect(settings.contains { $0 == flag }, "\(flag)", sourceLocation: sourceLocation)
      }
      #expect(try !console.shows("CAM 1"), sourceLocation: sourceLocation)
      // In brackets it would show them; on a cooked line it is echoed, and sent back by `cat`.
      try console.terminal.paste("pasted later\n")
      try await console.terminal.wait("the paste was not echoed") {
        try console.terminal.screen().filter { $0 == "pasted later" }.count == 2
      }
    }
  }
}
