import Recordings
import Support
import Testing
import TextUI

@testable import console_benchmark

/// What is shown to others, in a short form: each figure comes about. How good they are only a release
/// build can tell.
@Suite struct ShowTests {
  private static let plan = ShowPlan(
    sessions: 3, keysOfEach: 2, restSeconds: 0, stillSeconds: 0.1, rounds: 1, movesOfRound: 1,
    joins: 1, replays: 1, comings: 1, sandboxes: 2)

  private func program() throws -> String { try BuiltProgram.path(named: "recorder-console") }

  @Test func `the flag for what is shown is known`() throws {
    #expect(try ConsoleBenchmark.parse(["--show", "--short"]).show)
  }

  @Test func `the recorded hour plays to its end, and is as large as an hour of practice`() throws {
    let part = try RecordedHour(keys: 130)
    var player = CastPlayer(try Cast(part.lines, idle: .zero))
    #expect(player.cast.length == .seconds(130))
    #expect(player.cast.markers.map(\.label) == ["Minute 0", "Minute 1", "Minute 2"])
    #expect((1_200...1_800).contains(part.lines.count / 130))
    try player.seek(to: .seconds(129))
    var canvas = Canvas(size: player.screen.size)
    player.screen.draw(
      on: &canvas, in: canvas.bounds, from: Point(row: 0, column: 0), theme: .night,
      depth: .many)
    #expect(canvas.plainText().contains { $0.contains("Monitor") })
  }

  @Test func `a few sessions answer keys while one is watched`() throws {
    let figures = try manySessionFigures(of: program(), Self.plan)
    #expect(figures.count == 5)
    #expect(figures[0].name == "3 sessions, key to terminal median")
    #expect(figures.prefix(4).allSatisfy { $0.measured > 0 })
    // A second would be a key without an answer.
    #expect(figures[1].measured < 1_000)
  }

  @Test func `fifty come to a session and go, and one who comes late sees all of it`() throws {
    let figures = try spectatorFigures(of: program(), Self.plan)
    #expect(figures.count == 9)
    #expect(figures.allSatisfy { $0.measured > 0 })
  }

  @Test func `a child of the benchmark enters the sandbox and says how long it took`() throws {
    let figures = try sandboxFigures(Self.plan)
    #expect(figures.allSatisfy { $0.measured > 0 })
  }
}
