import Glibc
import RecorderEngine
import Support
import Testing

extension RealTerminalTests {
  /// The console is killed with no time to say goodbye; the next one goes on.
  @Suite(.serialized) struct KillTests {
    @Test func `each kill in the lesson loses nothing that was shown`() async throws {
      let home = try ConsoleHome()
      var console = try await ConsoleSession.lesson(in: home)
      try await console.lockOut()
      try await console.see("Lesson 3/8")
      console = try await Self.killed(console, home, step: 3)
      try await console.openSignIn()
      try await console.see("Locked after 5 wrong passwords")
      try console.press("Escape")
      try await console.holdPaperclip(hurried: true)
      console = try await Self.killed(console, home, step: 5)
      try await console.signInWithDefault()
      try console.press("Escape")
      try await console.seeNoMore("Default password is insecure")
      try await console.choose("Search recordings")
      try await console.see("on 3 channels")
      try console.press("Escape")
      try await console.openAdmin()
      try await console.changePassword(from: "12345", to: "Fresh-Pass1")
      console = try await Self.killed(console, home, step: 8)
      try await console.see("System > User > Admin", "strength: high")
    }

    /// Kills the console, starts the next, and goes on where the offer says.
    private static func killed(
      _ console: ConsoleSession, _ home: ConsoleHome, step: Int
    ) async throws -> ConsoleSession {
      try console.terminal.kill(SIGKILL)
      #expect(try await console.terminal.waitForExit() == 128 + SIGKILL)
      let next = try await ConsoleSession(["--calm"], in: home)
      let offer = try await next.dialog("Go on?")
      #expect(offer.contains("step \(step) of 8"), "\(offer)")
      try next.press("Enter")
      try await next.see("Lesson \(step)/8")
      return next
    }

    @Test(arguments: [(1, 140), (2, 310), (3, 520), (4, 870)])
    func `a kill while keys stream in loses no time that was shown`(
      round: Int, delay: Int
    ) async throws {
      let home = try ConsoleHome()
      let console = try await ConsoleSession(["--calm"], in: home)
      try await console.waitForLiveView()
      try console.terminal.send("F8", times: 2_000)
      // Before the first of them there is nothing to go on with.
      try await console.see("min later")
      let start = ContinuousClock.now
      var shown = ""
      try await console.terminal.wait {
        shown = try console.titleTime()
        return ContinuousClock.now - start > .milliseconds(delay)
      }
      try console.terminal.kill(SIGKILL)
      try await console.terminal.waitForExit()
      let next = try await ConsoleSession(["--calm"], in: home)
      let offer = try await next.dialog("Go on?")
      let kept = try #require(offer.firstMatch(of: /left at (\d{4}-\d\d-\d\d \d\d:\d\d)/))
      // A minute may have begun by itself since the last jump was kept: the clock goes on while
      // nothing is done. A jump is of many.
      let last = try Self.minute(shown) - .minutes(1)
      #expect(try Self.minute(String(kept.output.1)) >= last, "round \(round)")
      try next.press("Enter")
      try await next.seeNoMore("Go on?")
      // Until what was kept has been read, the title shows the time of a fresh practice.
      try await next.terminal.wait("the time that was kept did not come back") {
        try Self.minute(try next.titleTime()) >= last
      }
    }

    /// The minute that a title or an offer says.
    private static func minute(_ text: String) throws -> Timestamp {
      try #require(CivilTime(parsing: text)?.timestamp, "\(text)")
    }

    @Test func `to begin afresh leaves the kept practice behind`() async throws {
      let home = try ConsoleHome()
      let console = try await ConsoleSession.lesson(in: home)
      try await console.lockOut()
      try console.terminal.kill(SIGKILL)
      try await console.terminal.waitForExit()
      let next = try await ConsoleSession(["--calm"], in: home)
      try await next.see("Go on?")
      try next.press("Left", "Enter")
      try await next.see("F7 Lessons")
      try await next.openSignIn()
      console.terminal.close()
      #expect(try !next.shows("Locked"))
      try next.terminal.kill(SIGKILL)
      try await next.terminal.waitForExit()
      let third = try await ConsoleSession(["--calm"], in: home)
      #expect(try await !third.dialog("Go on?").contains("lesson"))
    }
  }
}
