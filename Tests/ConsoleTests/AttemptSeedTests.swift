import ConsoleRuntime
import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI
import Training

/// The seed that each attempt at a lesson has.
@Suite struct AttemptSeedTests {
  private func session(
    seed: UInt64 = 7, keeper: MemoryKeeper = MemoryKeeper(), lesson: String? = nil
  ) -> PracticeSession {
    PracticeSession(
      plan: PracticePlan(recorder: "classic-dvr-2018", lesson: lesson, seed: seed),
      assets: RepositoryAssets(hasScenes: false), clock: ManualClock(at: Operator.evening),
      cryptography: PlainCryptography(), keeper: keeper, stick: MemoryStick())
  }

  /// The scenario of the lesson that the messages connect to.
  private func scenario(_ messages: [Message]) -> Scenario? {
    for case .connected(_, let lesson, _) in messages { return lesson?.scenario }
    return nil
  }

  private func begin(_ session: PracticeSession, _ command: LessonCommand) async throws -> Scenario
  {
    try #require(scenario(try await session.perform(command)))
  }

  @Test func eachAttemptIsDrawnAnewAndBeginningAnewIsTheSame() async throws {
    let session = session()
    _ = try await session.begin()
    _ = await session.openStore()
    var passwords: [Situation.AdminPassword] = []
    for _ in 1...5 {
      let drawn = try await begin(session, .begin("night-guard", .practice))
      passwords.append(drawn.situation.adminPassword)
      #expect(try await begin(session, .reset) == drawn)
      _ = try await session.perform(.goBack)
    }
    let all = Set(passwords.map { "\($0)" })
    #expect(all.count == 5, "\(passwords)")
  }

  @Test func aPracticeWithASeedCanBeRepeated() async throws {
    var rows: [[Scenario]] = []
    for _ in 1...2 {
      let session = session(seed: 11)
      _ = try await session.begin()
      _ = await session.openStore()
      var drawn: [Scenario] = []
      for _ in 1...3 { drawn.append(try await begin(session, .begin("night-guard", .practice))) }
      rows.append(drawn)
    }
    #expect(rows[0] == rows[1])
  }

  @Test func whatWasKeptGoesOnAsItWasDrawn() async throws {
    let keeper = MemoryKeeper()
    let first = session(seed: 5, keeper: keeper)
    _ = try await first.begin()
    _ = await first.openStore()
    let drawn = try await begin(first, .begin("night-guard", .practice))
    await first.close()
    let second = session(seed: 99, keeper: keeper)
    _ = try await second.begin()
    _ = await second.openStore()
    #expect(scenario(await second.resume()) == drawn)
    // Begun anew it is the same as well.
    #expect(try await begin(second, .reset) == drawn)
  }
}
