import ConsoleRuntime
import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Synchronization
import Testing
import TextUI
import Training

/// The clock of an exam while its console is closed.
@Suite struct ExamClockTests {
  /// The machine's clocks, as a test sets them.
  private final class Machine: Sendable {
    private let moment = Mutex(Moment(utc: Operator.evening, boot: "a", uptime: .hours(5)))

    var now: Moment { moment.withLock { $0 } }

    /// Lets time pass, perhaps over a new start of the machine; its clock may be set meanwhile.
    func pass(_ interval: Interval, boot: String = "a", clockBy offset: Interval? = nil) {
      moment.withLock {
        $0 = Moment(
          utc: $0.utc + (offset ?? interval), boot: boot,
          uptime: ($0.uptime ?? .zero) + interval)
      }
    }
  }

  private func session(
    _ keeper: MemoryKeeper, _ machine: Machine, lesson: String? = nil, mode: LessonMode = .practice
  ) -> PracticeSession {
    var plan = PracticePlan(recorder: "classic-dvr-2018", lesson: lesson, seed: 1)
    plan.mode = mode
    return PracticeSession(
      plan: plan, assets: RepositoryAssets(hasScenes: false),
      clock: ManualClock(at: Operator.evening), cryptography: PlainCryptography(), keeper: keeper,
      stick: MemoryStick(), moment: { machine.now })
  }

  /// The lesson of a console that goes on after the machine did something else, and how much of the
  /// practice's time has passed meanwhile.
  private func goOn(
    mode: LessonMode = .exam, after away: (Machine) -> Void
  ) async throws -> (progress: LessonProgress, passed: Interval) {
    let keeper = MemoryKeeper()
    let machine = Machine()
    let first = session(keeper, machine)
    _ = try await first.begin()
    _ = await first.openStore()
    _ = try await first.perform(.begin("eleven-at-night", mode))
    await first.close()
    let before = try #require(keeper.kept?.clock)
    away(machine)
    let second = session(keeper, machine)
    _ = try await second.begin()
    _ = await second.openStore()
    var lesson: LessonState?
    for case .connected(_, let connected, _) in await second.resume() { lesson = connected }
    _ = try await second.perform(.hint)
    let after = try #require(keeper.kept?.clock)
    return (try #require(lesson?.progress), after - before)
  }

  @Test func anExamGoesOnWhileItsConsoleIsClosed() async throws {
    let found = try await goOn { $0.pass(.minutes(15) - .seconds(1)) }
    #expect(found.passed == .minutes(15) - .seconds(1))
    #expect(found.progress.verdict == nil)
  }

  @Test func atItsEndAStartShowsTheVerdict() async throws {
    let found = try await goOn { $0.pass(.minutes(15)) }
    #expect(found.progress.verdict?.isUnfinished == true)
    #expect(found.progress.verdict?.isPassed == false)
  }

  @Test func aYearAwayEndsItAndNothingElse() async throws {
    let found = try await goOn { $0.pass(.days(365)) }
    #expect(found.progress.verdict?.isPassed == false)
    #expect(found.passed == .minutes(15) + .seconds(1))
  }

  @Test func settingTheMachinesClockWinsNothingAndLosesNothing() async throws {
    for offset in [Interval.days(-3), .days(3)] {
      let found = try await goOn { $0.pass(.minutes(4), clockBy: offset) }
      #expect(found.passed == .minutes(4))
      #expect(found.progress.verdict == nil)
    }
  }

  @Test func overARestartOfTheMachineItsClockCounts() async throws {
    let later = try await goOn { $0.pass(.minutes(4), boot: "b") }
    #expect(later.passed == .minutes(4))
    let setBack = try await goOn { $0.pass(.minutes(4), boot: "b", clockBy: .days(-1)) }
    #expect(setBack.passed == .zero)
  }

  @Test func practiceStandsStillMeanwhile() async throws {
    let found = try await goOn(mode: .practice) { $0.pass(.hours(9)) }
    #expect(found.passed == .zero)
  }

  @Test func eachSaveHasAHigherNumberAndItsTime() async throws {
    let keeper = MemoryKeeper()
    let machine = Machine()
    let session = session(keeper, machine)
    _ = try await session.begin()
    _ = await session.openStore()
    var last = 0
    for _ in 1...3 {
      machine.pass(.seconds(10))
      _ = try await session.perform(.hint)
      let mark = try #require(keeper.kept?.mark)
      #expect(mark.number > last)
      #expect(mark.moment == machine.now)
      last = mark.number
    }
  }
}
