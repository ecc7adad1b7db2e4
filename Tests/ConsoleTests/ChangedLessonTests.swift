import ConsoleData
import ConsoleRuntime
import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI
import Training

/// A lesson whose file has another text by now.
@Suite struct ChangedLessonTests {
  /// The lesson as it ships, and another text of it.
  private struct Changed: AssetSource {
    let changed: @Sendable (Scenario) -> Scenario
    let repository = RepositoryAssets(hasScenes: false)

    func scenario(_ name: String, seed: UInt64) throws(AssetTrouble) -> Scenario {
      changed(try repository.scenario(name, seed: seed))
    }
    func scenarioHash(_ name: String) -> String {
      (try? scenario(name, seed: 1).steps.map(\.id).joined()) ?? ""
    }
    func recorder(_ name: String) throws(AssetTrouble) -> RecorderProfile {
      try repository.recorder(name)
    }
    func menu(_ skin: Skin) throws(AssetTrouble) -> Menu { try repository.menu(skin) }
    func network() throws(AssetTrouble) -> NetworkProfile { try repository.network() }
    func scene(_ name: String) throws(AssetTrouble) -> Scene { try repository.scene(name) }
    func recorders() throws(AssetTrouble) -> [RecorderTitle] { try repository.recorders() }
    func readLessons() -> LessonsRead { LessonsRead() }
    func webPages() throws(AssetTrouble) -> [WebPage] { try repository.webPages() }
    func phrases(_ code: String) throws(AssetTrouble) -> Phrases { try repository.phrases(code) }
    func qr(_ text: String) throws(AssetTrouble) -> QRMatrix { try repository.qr(text) }
  }

  private struct OneTrainee: ResultKeeper {
    let trainee = "Vega"
    let isTraineeKnown = true
    func settle(trainee name: String) {}
    func freshAttempt() -> String? { "attempt" }
    func best() -> [String: BestResult] { [:] }
    func keep(
      _ attempt: LessonAttempt, _ progress: LessonProgress, of scenario: Scenario
    ) -> String? { nil }
  }

  private static func session(
    _ keeper: MemoryKeeper, lesson: String?, _ changed: @escaping @Sendable (Scenario) -> Scenario
  ) -> PracticeSession {
    PracticeSession(
      plan: PracticePlan(recorder: "classic-dvr-2018", lesson: lesson, seed: 1),
      assets: Changed(changed: changed), clock: ManualClock(at: Operator.evening),
      cryptography: PlainCryptography(), keeper: keeper, stick: MemoryStick(),
      results: OneTrainee())
  }

  /// The lesson with other steps.
  private static func with(_ steps: [Step], _ scenario: Scenario) -> Scenario {
    var new = Scenario(
      id: scenario.id, title: scenario.title, story: scenario.story, recorder: scenario.recorder,
      start: scenario.start, situation: scenario.situation, steps: steps, goals: scenario.goals,
      remarks: scenario.remarks)
    new.wrong = scenario.wrong
    return new
  }

  private static func offered(
    _ changed: @escaping @Sendable (Scenario) -> Scenario
  ) async throws -> LessonTextStanding? {
    let keeper = MemoryKeeper()
    let first = session(keeper, lesson: "eleven-at-night") { $0 }
    _ = try await first.begin()
    _ = await first.openStore()
    _ = await first.perform(.recorder(.session(.signIn(.admin, "wrong"))))
    let second = session(keeper, lesson: nil, changed)
    _ = try await second.begin()
    for case .storeOpened(.canGoOn(let offer)) in await second.openStore() {
      return offer.lessonText
    }
    return nil
  }

  @Test func theTextDecidesWhatIsOffered() async throws {
    #expect(try await Self.offered { $0 } == .same)
    #expect(try await Self.offered { Self.with(Array($0.steps.dropLast()), $0) } == .changed)
    #expect(try await Self.offered { Self.with(Array($0.steps.dropFirst()), $0) } == .unlike)
  }
}
