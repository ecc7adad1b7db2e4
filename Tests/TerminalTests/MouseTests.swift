import Support
import Testing

extension RealTerminalTests {
  /// The mouse, where the terminal has one.
  @Suite(.serialized) struct MouseTests {
    @Test func `a click on the key bar is the key, and one on a button presses it`() async throws {
      let console = try await ConsoleSession(["--calm"])
      try await console.waitForLiveView()
      try await console.click("Enter Log in")
      try await console.see("User name")
      try await console.click("Log in )")
      try await console.see("4 tries left")
      try await console.click("Restore Password ]")
      try await console.see("case-sensitive")
      try await console.click("F10 Leave")
      try await console.see("Leave?")
      try await console.click("Leave ]")
      #expect(try await console.terminal.waitForExit() == 0)
    }

    @Test func `with --no-mouse the mouse is the terminal's`() async throws {
      let console = try await ConsoleSession(["--calm", "--no-mouse"])
      try await console.waitForLiveView()
      #expect(try !console.terminal.modes().reportsMouse)
    }
  }
}
