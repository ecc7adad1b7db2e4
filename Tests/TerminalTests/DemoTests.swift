import Support
import Testing

extension RealTerminalTests {
  /// Lessons that play themselves, as somebody looks on.
  @Suite struct DemoTests {
    @Test(arguments: RepositoryAssets().readLessons().titles.map(\.id))
    func `a demo of every lesson comes to its end`(name: String) async throws {
      let home = try ConsoleHome()
      let console = try await ConsoleSession(["demo", name, "--speed", "max"], in: home)
      #expect(try await console.terminal.waitForExit() == 0)
    }

    @Test func `whoever looks on holds it, hurries it, and goes a step on and back`() async throws {
      let home = try ConsoleHome()
      let console = try await ConsoleSession(["demo", "eleven-at-night"], in: home)
      try await console.see("Step 1/8", "Space pause", "×1")
      try console.press("Space")
      try await console.see("Space goes on")
      try console.press("+", "+")
      try await console.see("×4")
      try console.press("-")
      try await console.see("×2")
      // What is on the way to a step is not shown; paused it stays so.
      try console.press("Right")
      try await console.see("Step 2/8", "Space goes on")
      try console.press("Right")
      try await console.see("Step 3/8", "Space goes on")
      try console.press("Left")
      try await console.see("Step 2/8", "Space goes on")
      try console.press("Space")
      try await console.see("Space pause")
      try console.press("q")
      #expect(try await console.terminal.waitForExit() == 0)
    }

    @Test func `any other key offers to take over, and what comes of it is kept`() async throws {
      let home = try ConsoleHome()
      let own = try await ConsoleSession(["--seed", "1"], in: home)
      try await own.see("Live view")
      try own.press("C-n")
      try await own.see("Notebook")
      try own.type("my own")
      try own.press("Escape")
      try await own.seeNoMore("Notebook")
      try await leave(own)

      let demo = try await ConsoleSession(["demo", "eleven-at-night", "--step", "3"], in: home)
      try await demo.see("Step 3/8")
      try demo.press("F1")
      try await demo.see("Take over from here?")
      try demo.press("Escape")
      try await demo.seeNoMore("Take over from here?")
      try demo.press("F1")
      try await demo.see("Take over from here?")
      try demo.press("Enter")
      try await demo.seeNoMore("Step 3/8")
      try demo.press("C-n")
      try await demo.see("Notebook")
      try demo.type("taken over")
      try demo.press("Escape")
      try await demo.seeNoMore("Notebook")
      try await leave(demo)

      let again = try await ConsoleSession([], in: home)
      try await again.see("Go on?")
      try again.press("Enter")
      try await again.seeNoMore("Go on?")
      try again.press("C-n")
      try await again.see("taken over")
      try again.press("Escape")
      try again.press("F7")
      try await again.see("Lessons")
      try again.press("m")
      try await again.see("My practices", "Classic DVR, 2018")
    }

    @Test func `pressed keys are shown, and of a password only that it is typed`() async throws {
      let home = try ConsoleHome()
      let console = try await ConsoleSession(["--keys"], in: home)
      try await console.see("Live view")
      try console.press("Enter")
      try await console.see("Enter ")
      try console.type("secret")
      try await console.see("●●●●●●", "typing")
      #expect(try !console.shows("secret"))
    }

    @Test func `what cannot be played is refused with what was expected`() throws {
      let unknown = try ConsoleCommand.run(["demo", "no-such-lesson"])
      #expect(unknown.status == 1 && unknown.errors.contains("no-such-lesson"))
      let speed = try ConsoleCommand.run(["demo", "eleven-at-night", "--speed", "99"])
      #expect(speed.status == 64, "\(speed)")
    }

    private func leave(_ console: ConsoleSession) async throws {
      try console.press("F10")
      try await console.see("Leave?")
      try console.press("Left", "Enter")
      _ = try await console.terminal.waitForExit()
    }
  }
}
