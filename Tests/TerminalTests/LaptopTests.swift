import Support
import Testing

extension RealTerminalTests {
  /// The laptop's IP Manager in the real program, by keys alone.
  @Suite(.serialized) struct LaptopTests {
    @Test func `a network is found, marked, rehearsed and restarted`() async throws {
      let console = try await ConsoleSession(
        ["practice", "--calm", "--seed", "3", "--network", "9"])
      try await console.waitForLiveView()
      try console.press("g", "l")
      try await console.see("IP Manager", "10 devices")
      try await console.see("Search finished: 10 devices.")
      try console.press("a")
      try await console.see("10 marked")
      try console.press("m")
      try await console.see("For 10 devices")
      try console.press("r")
      try await console.see("Current password")
      try console.type("Site-2024")
      try await console.focus("Dry run")
      try console.press("Enter")
      try await console.see("Nothing has been done, and no password was tried.")
      try console.press("Enter")
      try await console.see("Restart?", "Back")
      try await console.focus("All 10")
      try console.press("Enter")
      try await console.see("100 %", "✓ done")
      #expect(try !console.shows("Site-2024"))
      try console.press("C-c", "C-c")
      #expect(try await console.terminal.waitForExit() == 0)
    }

    @Test(arguments: ["0", "10001", "many"])
    func `a network of another size than can be is a wrong call`(size: String) throws {
      let told = try ConsoleCommand.run(["practice", "--network", size])
      #expect(told.status == 64)
      #expect(told.errors.contains("Usage:") && told.errors.contains(size), "\(told.errors)")
    }
  }
}
