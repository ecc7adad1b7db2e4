import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// Nobody presses a key, nothing moves: the console sleeps.
  @Suite(.serialized) struct IdleTests {
    @Test(arguments: ["live view", "back panel", "login panel"])
    func `a calm console writes nothing and hardly wakes up`(place: String) async throws {
      let console = try await ConsoleSession(["--calm"])
      try await console.waitForLiveView()
      if place == "back panel" {
        try console.press("F3")
        try await console.see("MAC 00:18:AE:4C:11:2F")
      } else if place == "login panel" {
        try await console.openSignIn()
      }
      // The clock in the title goes on once a minute, and that may be now.
      #expect(try await Self.fewestWritten(console, wanted: 0...0) == 0)
      try await Self.expectNever(console, moreThan: 0)
    }

    @Test func `a live console moves once a second at most`() async throws {
      let console = try await ConsoleSession()
      try await console.waitForLiveView()
      let inTwoSeconds = 1...3_999
      let written = try await Self.fewestWritten(console, wanted: inTwoSeconds)
      #expect(inTwoSeconds.contains(written))
      // Three seconds may begin in two; each is a wait that ends.
      try await Self.expectNever(console, moreThan: 3)
    }

    /// Waits for two seconds with no more wake-ups than that: the start's threads end in time.
    private static func expectNever(
      _ console: ConsoleSession, moreThan most: Int
    ) async throws {
      var fewest = Int.max
      for _ in 0..<8 where fewest > most { fewest = min(fewest, try await idle(console).wakeUps) }
      #expect(fewest <= most, "wake-ups in two seconds")
    }

    /// What is written in two seconds that are not among the first: on a busy machine the new
    /// practice is kept some time after the live view stands.
    private static func fewestWritten(
      _ console: ConsoleSession, wanted: ClosedRange<Int>
    ) async throws -> Int {
      var written: [Int] = []
      for _ in 0..<8 where !(written.last.map(wanted.contains) ?? false) {
        written.append(try await idle(console).written)
      }
      return written.last ?? 0
    }

    /// What the console does in two seconds.
    private static func idle(
      _ console: ConsoleSession
    ) async throws -> (written: Int, wakeUps: Int) {
      let process = try #require(console.terminal.process)
      let start = ContinuousClock.now
      let before = try (file("io", process), wakeUps(process))
      try await console.terminal.wait { ContinuousClock.now - start >= .seconds(2) }
      let after = try (file("io", process), wakeUps(process))
      return (
        number("wchar", in: after.0) - number("wchar", in: before.0),
        after.1 - before.1
      )
    }

    /// How often the program's threads have gone to sleep, and so have been woken.
    private static func wakeUps(_ process: Int32) throws -> Int {
      try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task").map { thread in
        number("voluntary_ctxt_switches", in: try file("task/\(thread)/status", process))
      }.reduce(0, +)
    }

    private static func file(_ name: String, _ process: Int32) throws -> String {
      try String(contentsOfFile: "/proc/\(process)/\(name)", encoding: .utf8)
    }

    private static func number(_ name: String, in text: String) -> Int {
      let line = text.split(separator: "\n").first { $0.hasPrefix(name + ":") } ?? ""
      return Int(line.split(whereSeparator: \.isWhitespace).last ?? "") ?? 0
    }
  }
}
