import Support
import Testing

extension RealTerminalTests {
  /// How somebody likes the console is so again at the next start.
  @Suite struct PreferencesTests {
    private func leave(_ console: ConsoleSession) async throws {
      try console.press("F10")
      try await console.see("Leave?")
      try console.press("Left", "Enter")
      _ = try await console.terminal.waitForExit()
    }

    @Test func `theme and calm are remembered, and an option comes first`() async throws {
      let home = try ConsoleHome()
      let config = ["XDG_CONFIG_HOME": home.url.path]
      let first = try await ConsoleSession(["--calm"], in: home, variables: config)
      try await first.see("Live view")
      try first.press("C-t")
      try await first.see("Theme: day")
      try await leave(first)
      // The theme after day, and a clock without seconds: one colon in the title.
      let second = try await ConsoleSession([], in: home, variables: config)
      try await second.see("Live view")
      #expect(try await title(of: second).filter { $0 == ":" }.count == 1)
      try second.press("C-t")
      try await second.see("Theme: contrast")
      try await leave(second)
      let third = try await ConsoleSession(
        ["--no-calm", "--theme", "night"], in: home, variables: config)
      try await third.see("Live view")
      #expect(try await title(of: third).filter { $0 == ":" }.count == 2)
      try third.press("C-t")
      try await third.see("Theme: day")
    }

    @Test func `a language that was asked for once is spoken again`() async throws {
      let home = try ConsoleHome()
      let config = ["XDG_CONFIG_HOME": home.url.path]
      let first = try await ConsoleSession(["--language", "es"], in: home, variables: config)
      try await first.see("En vivo")
      try first.press("F10")
      try await first.see("¿Salir?")
      try first.press("Left", "Enter")
      _ = try await first.terminal.waitForExit()
      let second = try await ConsoleSession([], in: home, variables: config)
      try await second.see("En vivo")
      let third = try await ConsoleSession(
        ["--language", "en", "--no-save"], in: try ConsoleHome(), variables: config)
      try await third.see("Live view")
    }

    private func title(of console: ConsoleSession) async throws -> String {
      try await console.see("SIMULATED").first ?? ""
    }
  }
}
