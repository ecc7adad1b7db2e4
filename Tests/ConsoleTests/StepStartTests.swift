import ConsoleRuntime
import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI
import Training

@testable import Console

/// Going back to the beginning of a lesson's step.
@Suite struct StepStartTests {
  /// A trainee in the second step: one password was refused, and more are to be.
  private func inSecondStep(keeper: MemoryKeeper = MemoryKeeper()) async throws -> Operator {
    let trainee = try await Operator.sitsDown(lesson: "eleven-at-night", keeper: keeper)
    await trainee.press(.enter)
    await trainee.openSignIn()
    await trainee.signInWrongly(times: 1)
    #expect(trainee.console.lesson?.progress.step == 1, "\(trainee.picture)")
    return trainee
  }

  private func goBack(_ trainee: Operator) async {
    await trainee.press(.function(12))
    #expect(trainee.screenContains("[ The lesson ]"), "\(trainee.picture)")
    await trainee.choose("The step")
  }

  @Test func theStepBeginsAsItBegan() async throws {
    let trainee = try await inSecondStep()
    let (clock, path) = (trainee.clock.now, trainee.path)
    let before = try #require(trainee.recorder)
    await trainee.signInWrongly(times: 2)
    await trainee.pass(.minutes(3))
    #expect(trainee.recorder != before)
    await goBack(trainee)
    #expect(trainee.recorder == before, "\(trainee.picture)")
    #expect(trainee.path == path, "\(trainee.picture)")
    #expect(trainee.clock.now - clock < .seconds(2))
    #expect(trainee.console.lesson?.progress.step == 1)
    // The tries are all there again, and the step can still be done.
    await trainee.signInWrongly(times: 4)
    #expect(trainee.console.lesson?.progress.step == 2, "\(trainee.picture)")
  }

  @Test func itCanBeDoneTwiceInOneStep() async throws {
    let trainee = try await inSecondStep()
    let before = trainee.recorder
    for _ in 1...3 {
      await trainee.signInWrongly(times: 2)
      await goBack(trainee)
      #expect(trainee.recorder == before, "\(trainee.picture)")
    }
  }

  @Test func hintsStayCounted() async throws {
    let trainee = try await inSecondStep()
    await trainee.press(.function(7))
    await trainee.choose("Show a hint")
    await trainee.press(.escape)
    let used = trainee.console.lesson?.progress.hintsUsed
    #expect(used == 1, "\(trainee.picture)")
    await goBack(trainee)
    #expect(trainee.console.lesson?.progress.hintsUsed == 1)
    #expect(trainee.console.lesson?.progress.hintsShown == 1)
  }

  @Test func wrongTurnsStayCounted() async throws {
    let trainee = try await inSecondStep()
    await trainee.signInWrongly(times: 4)
    await trainee.press(.function(3), .character(" "), .character(" "))
    await trainee.pass(.seconds(2))
    let taken = try #require(trainee.console.lesson?.progress.wrongTurns)
    #expect(!taken.isEmpty, "\(trainee.picture)")
    await goBack(trainee)
    #expect(trainee.console.lesson?.progress.wrongTurns == taken)
  }

  @Test func aScreenThatHasEndedIsMadeAnewAndItsCodeStaysDead() async throws {
    let trainee = try await Operator.sitsDown(lesson: "photo-for-the-distributor")
    await trainee.press(.enter)
    await trainee.openSignIn()
    await trainee.openRestore()
    guard case .open(let first) = trainee.recorder?.recovery else {
      Issue.record("Restore Password is not open.\(trainee.picture)")
      return
    }
    let step = trainee.console.lesson?.progress.step
    try #require((step ?? 0) > 0, "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.recorder?.recovery == .closed, "\(trainee.picture)")
    await goBack(trainee)
    #expect(trainee.console.lesson?.progress.step == step)
    guard case .open(let second) = trainee.recorder?.recovery else { return }
    #expect(second.screen != first.screen)
  }

  @Test func inAnExamThereIsNone() async throws {
    let trainee = try await Operator.sitsDown(lesson: nil)
    await trainee.lesson(.begin("eleven-at-night", .exam))
    #expect(trainee.console.lesson?.canGoToStepStart == false)
  }

  @Test func aPracticeThatIsTakenUpHasItFromTheNextStepOn() async throws {
    let keeper = MemoryKeeper()
    let first = try await inSecondStep(keeper: keeper)
    let second = try await first.restart()
    await second.press(.enter)
    // At the panel, as it was left.
    #expect(second.path.hasSuffix("sign-in"), "\(second.picture)")
    #expect(second.console.lesson?.progress.step == 1, "\(second.picture)")
    await second.press(.function(12))
    #expect(!second.screenContains("[ The lesson ]"), "\(second.picture)")
    await second.press(.escape)
    await second.signInWrongly(times: 4)
    #expect(second.console.lesson?.canGoToStepStart == true, "\(second.picture)")
  }
}
