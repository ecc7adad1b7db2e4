import Support
import Testing

extension RealTerminalTests {
  /// A window of any size, and one that changes faster than anybody can draw.
  @Suite(.serialized) struct ResizeTests {
    private static let storm = [
      (1, 1), (10, 3), (200, 60), (60, 20), (59, 20), (60, 19), (2, 50), (300, 2), (132, 43),
      (80, 24), (40, 10), (100, 30),
    ]

    @Test func `a storm of sizes ends with a right screen, and nothing typed is lost`()
      async throws
    {
      let console = try await ConsoleSession(["--calm"])
      try await console.waitForLiveView()
      try await console.openSignIn()
      try console.press("BTab")
      try console.type("istrator")
      try await console.see("administrator")
      for _ in 0..<3 {
        for (columns, rows) in Self.storm {
          try console.terminal.resize(columns: columns, rows: rows)
        }
      }
      try await Self.expectWhole(console, columns: 100, rows: 30)
      try await console.see("administrator")
      try console.terminal.resize(columns: 80, rows: 24)
      try await Self.expectWhole(console, columns: 80, rows: 24)
    }

    @Test func `a small window is told so, and at 60x20 all is there again`() async throws {
      let console = try await ConsoleSession(["--calm"], columns: 59, rows: 20)
      try await console.see("Window too small: 60x20 needed")
      try console.terminal.resize(columns: 60, rows: 20)
      try await Self.expectWhole(console, columns: 60, rows: 20)
      try await console.openSignIn()
      // Each with the mark of what is cut: a screen that the terminal alone has cut has none.
      let warnings = [["Window too", "small:", "60x20…"], ["Wi…"]]
      for (warning, columns) in zip(warnings, [10, 3]) {
        try console.terminal.resize(columns: columns, rows: warning.count)
        try await console.terminal.wait("the warning is not cut to the window") {
          try console.terminal.screen() == warning
        }
      }
      try console.terminal.resize(columns: 1, rows: 1)
      try console.terminal.resize(columns: 200, rows: 60)
      try await Self.expectWhole(console, columns: 200, rows: 60)
      try await console.see("User name")
      try console.press("C-c", "C-c")
      #expect(try await console.terminal.waitForExit() == 0)
    }

    /// The title is on top, the keys at the bottom, and neither anywhere else.
    private static func expectWhole(
      _ console: ConsoleSession, columns: Int, rows: Int
    ) async throws {
      try await console.terminal.wait("the screen is not whole") {
        let screen = try console.terminal.screen()
        return screen.count == rows && screen[0].contains("Monitor")
          && screen[0].contains("SIMULATED") && screen[0].count > columns - 4
          && screen[rows - 1].contains("Enter")
          && screen.filter { $0.contains("SIMULATED") }.count == 1
          && screen.filter { $0.contains("F1 Help") }.count <= 1
          && screen.allSatisfy { $0.count <= columns }
      }
    }
  }
}
