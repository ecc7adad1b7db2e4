import RecorderEngine
import Support
import Testing
import TextUI
import Training

@testable import Console

/// A lesson as an exam, through the keys.
@Suite struct ExamTests {
  private func begun() async throws -> Operator {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(7))
    while !trainee.screenContains("▸ Eleven at night") { await trainee.press(.down) }
    await trainee.press(.character("e"))
    #expect(trainee.screenContains("15 minutes, 70 of 100 points pass it"), "\(trainee.picture)")
    await trainee.choose("Begin")
    await trainee.press(.enter)
    return trainee
  }

  @Test func theTimeIsShownAndNothingHelps() async throws {
    let trainee = try await begun()
    #expect(trainee.titleRow.contains("Exam: 15 min left"), "\(trainee.picture)")
    await trainee.pass(.seconds(61))
    #expect(trainee.titleRow.contains("Exam: 14 min left"), "\(trainee.picture)")
    #expect(!trainee.coach.contains("Try to log in"), "\(trainee.picture)")
    await trainee.press(.function(7))
    #expect(trainee.screenContains("Admin has a strong password"), "\(trainee.picture)")
    #expect(!trainee.screenContains("Show a hint"), "\(trainee.picture)")
    await trainee.press(.escape, .function(12))
    #expect(trainee.notice?.contains("not begun again") == true, "\(trainee.picture)")
    await trainee.openSignIn()
    await trainee.signInWrongly(times: 1)
    #expect(trainee.console.explanation == nil)
    #expect(trainee.console.lesson?.progress.step == 1)
  }

  @Test func whenTheTimeIsOverItIsGraded() async throws {
    let trainee = try await begun()
    await trainee.pass(.minutes(15) - .seconds(2))
    #expect(trainee.console.lesson?.progress.verdict == nil)
    await trainee.pass(.seconds(3))
    #expect(trainee.overlays == ["verdict"], "\(trainee.picture)")
    #expect(trainee.screenContains("✗ Not passed yet"), "\(trainee.picture)")
    #expect(trainee.screenContains(", 70 pass"), "\(trainee.picture)")
    #expect(trainee.console.lessonPassed == false)
  }

  @Test func itIsPassedByTheWholeWay() async throws {
    let trainee = try await begun()
    await trainee.playPaperclipRoute()
    #expect(trainee.screenContains("✓ Passed"), "\(trainee.picture)")
    #expect(trainee.screenContains("100 of 100, 70 pass"), "\(trainee.picture)")
    #expect(!trainee.titleRow.contains("min left"))
  }

  @Test func endingItAsksAndGrades() async throws {
    let trainee = try await begun()
    await trainee.press(.function(7))
    await trainee.choose("End the exam")
    #expect(trainee.screenContains("What is done so far is graded"), "\(trainee.picture)")
    await trainee.choose("End it")
    #expect(trainee.overlays.contains("verdict"), "\(trainee.picture)")
    #expect(trainee.console.lessonPassed == false)
  }
}
