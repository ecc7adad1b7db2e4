import ConsoleRuntime
import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Synchronization
import Testing
import TextUI
import Training

/// An exam is left by its end alone, and what became of it is kept whatever happens to the console.
@Suite struct ExamLeavingTests {
  /// Keeps results in memory, where its disk is not full.
  private final class Results: ResultKeeper {
    private let kept = Mutex([String: LessonProgress]())
    private let names = Mutex(0)
    let isFull = Mutex(false)

    var trainee: String { "ann" }
    var isTraineeKnown: Bool { true }
    func settle(trainee name: String) {}
    func best() -> [String: BestResult] { [:] }
    func freshAttempt() -> String? {
      names.withLock {
        $0 += 1
        return "attempt-\($0)"
      }
    }
    func keep(
      _ attempt: LessonAttempt, _ progress: LessonProgress, of scenario: Scenario
    ) -> String? {
      guard !isFull.withLock({ $0 }) else { return "the disk is full" }
      kept.withLock { kept in if kept[attempt.id]?.verdict == nil { kept[attempt.id] = progress } }
      return nil
    }

    func progress(_ name: String) -> LessonProgress? { kept.withLock { $0[name] } }
    var count: Int { kept.withLock { $0.count } }
  }

  private let keeper = MemoryKeeper()
  private let results = Results()
  private let clock = ManualClock(at: Operator.evening)

  private func session() -> PracticeSession {
    PracticeSession(
      plan: PracticePlan(recorder: "classic-dvr-2018", lesson: nil, seed: 1),
      assets: RepositoryAssets(hasScenes: false), clock: clock, cryptography: PlainCryptography(),
      keeper: keeper, stick: MemoryStick(), results: results)
  }

  private func started(_ session: PracticeSession) async throws -> [Message] {
    _ = try await session.begin()
    return await session.openStore()
  }

  /// A console that was killed a step into an exam.
  private func killedInExam(full: Bool = false) async throws {
    let first = session()
    _ = try await started(first)
    _ = try await first.perform(.begin("eleven-at-night", .exam))
    results.isFull.withLock { $0 = full }
    _ = await first.perform(.recorder(.session(.signIn(.admin, "wrong"))))
    results.isFull.withLock { $0 = false }
  }

  private func offer(_ messages: [Message]) -> Resumable? {
    for case .storeOpened(.canGoOn(let offer)) in messages { return offer }
    return nil
  }

  @Test func whatAKillKeptFromTheResultsComesThereWhenItIsGoneOnWith() async throws {
    try await killedInExam(full: true)
    #expect(results.progress("attempt-1")?.step != 1)
    let second = session()
    #expect(offer(try await started(second))?.isExam == true)
    _ = await second.resume()
    #expect(results.progress("attempt-1")?.step == 1)
    #expect(results.progress("attempt-1")?.verdict == nil && results.count == 1)
  }

  @Test func whoeverStartsOverHasGivenItUp() async throws {
    try await killedInExam()
    let second = session()
    _ = try await started(second)
    #expect(results.progress("attempt-1")?.verdict == nil)
    _ = await second.startAfresh()
    let verdict = try #require(results.progress("attempt-1")?.verdict)
    #expect(!verdict.isPassed && verdict.isUnfinished == true && verdict.stepsDone == 1)
  }

  @Test func whoeverBeginsAnotherLessonHasGivenItUp() async throws {
    for isResumed in [true, false] {
      try await killedInExam()
      let name = "attempt-\(results.count)"
      let second = session()
      _ = try await started(second)
      if isResumed { _ = await second.resume() }
      _ = try await second.perform(.begin("eleven-at-night", .exam))
      #expect(results.progress(name)?.verdict?.isPassed == false)
      _ = await second.perform(.recorder(.session(.signIn(.admin, "wrong"))))
      #expect(results.progress("attempt-\(results.count)")?.verdict == nil)
      _ = await second.startAfresh()
    }
  }

  @Test func itHasNoPlaceOnTheShelfWhileItRuns() async throws {
    let session = session()
    _ = try await started(session)
    _ = try await session.perform(.begin("eleven-at-night", .exam))
    await #expect(throws: AssetTrouble.self) { try await session.perform(.shelf(.keep(as: "x"))) }
    _ = try await session.perform(.stop)
    _ = try await session.perform(.shelf(.keep(as: "x")))
  }

  @Test func aFullDiskIsSaidUntilWhatItKeptOutIsKept() async throws {
    let session = session()
    _ = try await started(session)
    _ = try await session.perform(.begin("eleven-at-night", .exam))
    #expect(results.progress("attempt-1")?.step == 0, "it is there before its first step")
    func standings(_ messages: [Message]) -> [StoreStanding] {
      messages.compactMap { if case .storeStanding(let standing) = $0 { standing } else { nil } }
    }
    func attempt() async -> [StoreStanding] {
      standings(await session.perform(.recorder(.session(.signIn(.admin, "wrong")))))
    }
    results.isFull.withLock { $0 = true }
    #expect(await attempt() == [.failing("the disk is full")])
    #expect(await attempt() == [], "it is said already")
    results.isFull.withLock { $0 = false }
    #expect(await attempt() == [.kept])
    _ = try await session.perform(.stop)
    let verdict = try #require(results.progress("attempt-1")?.verdict)
    #expect(verdict.stepsDone == 1 && verdict.isUnfinished == true)
  }

  @Test func theLastResultThatWasNotKeptIsTriedAgainAtTheEnd() async throws {
    let session = session()
    _ = try await started(session)
    _ = try await session.perform(.begin("eleven-at-night", .exam))
    results.isFull.withLock { $0 = true }
    _ = try await session.perform(.stop)
    #expect(results.progress("attempt-1")?.verdict == nil)
    results.isFull.withLock { $0 = false }
    await session.close()
    #expect(results.progress("attempt-1")?.verdict != nil)
  }
}
