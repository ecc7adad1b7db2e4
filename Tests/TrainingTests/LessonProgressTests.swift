import Foundation
import RecorderEngine
import Support
import Testing
import Training

@Suite struct LessonProgressTests {
  /// An attempt that stands before its last step.
  private func almostDone() -> Attempt {
    var attempt = Attempt()
    attempt.signInWrongly(times: 3)
    attempt.reset()
    attempt.tell(.session(.signIn(.admin, "12345")))
    return attempt
  }

  @Test("A step ends when its happening has come as often as it asks")
  func happenings() {
    var attempt = Attempt()
    attempt.signInWrongly(times: 2)
    #expect(attempt.currentStep == "lock")
    attempt.signInWrongly(times: 1)
    #expect(attempt.currentStep == "reset")
  }

  @Test("What happened before a step began does not count for it")
  func countedWithinStep() {
    let steps = [
      TestScenario.step("first", until: .happened(.signInRefused, times: 2)),
      TestScenario.step("second", until: .happened(.signInRefused, times: 2)),
    ]
    var attempt = Attempt(scenario(steps))
    attempt.signInWrongly(times: 3)
    #expect(attempt.currentStep == "second")
    attempt.signInWrongly(times: 1)
    #expect(attempt.currentStep == nil)
  }

  @Test("A step whose state is there already is done at once")
  func states() {
    let steps = [
      TestScenario.step("locked", until: .holds(.locked(.admin))),
      TestScenario.step("nobody", until: .all([.holds(.nobodySignedIn), .holds(.running)])),
    ]
    var attempt = Attempt(scenario(steps))
    attempt.signInWrongly(times: 4)
    #expect(attempt.currentStep == "locked")
    attempt.signInWrongly(times: 1)
    #expect(attempt.progress.outcomes == [.done, .done])
  }

  @Test("A shortcut leaves out the steps before it and does its own")
  func shortcut() {
    var attempt = Attempt()
    attempt.reset()
    attempt.tell(.session(.signIn(.admin, "12345")))
    #expect(attempt.progress.outcomes == [.leftOut, .leftOut, .done])
    #expect(attempt.currentStep == "change")
  }

  @Test("A later step that is no shortcut is not reached from an earlier one")
  func noShortcut() {
    var attempt = Attempt()
    attempt.reset()
    #expect(attempt.currentStep == "lock")
  }

  @Test("Hints come one by one, as many as the step has, and begin anew with the next")
  func hints() {
    var attempt = Attempt()
    for shown in [1, 2, 2] {
      attempt.progress.revealHint(of: attempt.scenario)
      #expect(attempt.progress.hintsShown == shown)
    }
    attempt.signInWrongly(times: 3)
    #expect(attempt.progress.hintsShown == 0)
    attempt.progress.revealHint(of: attempt.scenario)
    #expect(attempt.progress.hintsUsed == 2)
  }

  @Test("The verdict says which goals were reached, how long it took and what was left out")
  func verdict() throws {
    var attempt = almostDone()
    attempt.progress.revealHint(of: attempt.scenario)
    #expect(attempt.progress.verdict == nil)
    attempt.tell(.accounts(.changePassword(current: "12345", .twice("Strong-Pass1"))))
    let verdict = try #require(attempt.progress.verdict)
    #expect(verdict.goals.map(\.isReached) == [true, true, false])
    #expect(!verdict.isPassed)
    #expect(verdict.time == .milliseconds(13_900))
    #expect(verdict.stepsDone == 4)
    #expect(verdict.stepsLeftOut == 0)
    #expect(verdict.hintsUsed == 0)
  }

  @Test("A lesson whose every goal is reached is passed")
  func passed() {
    var attempt = almostDone()
    attempt.tell(
      .accounts(.setQuestions(attempt.recorder.profile.answeredQuestions, current: "12345")))
    attempt.tell(.accounts(.changePassword(current: "12345", .twice("Strong-Pass1"))))
    #expect(attempt.progress.verdict?.isPassed == true)
  }

  @Test("Remarks speak of what happened at any time of the lesson")
  func remarks() {
    var attempt = Attempt()
    attempt.reset(hold: .seconds(8))
    attempt.signInWrongly(times: 3)
    attempt.reset()
    attempt.tell(.session(.signIn(.admin, "12345")))
    attempt.tell(.accounts(.changePassword(current: "12345", .twice("Strong-Pass1"))))
    #expect(
      attempt.progress.verdict?.remarks
        == ["The button was let go too early.", "The log was never read."])
  }

  @Test("After the verdict nothing changes it")
  func afterVerdict() {
    var attempt = almostDone()
    attempt.tell(.accounts(.changePassword(current: "12345", .twice("Strong-Pass1"))))
    let progress = attempt.progress
    attempt.tell(.session(.signOut))
    attempt.signInWrongly(times: 5)
    #expect(attempt.progress == progress)
  }

  @Test("The try that locks is not yet a try while locked")
  func refusedWhileLocked() {
    var attempt = Attempt()
    attempt.signInWrongly(times: 5)
    #expect(attempt.progress.counts["locked-out"] == 1)
    #expect(attempt.progress.counts["sign-in-refused"] == 5)
    #expect(attempt.progress.counts["refused-while-locked"] == nil)
    attempt.signInWrongly(times: 1)
    #expect(attempt.progress.counts["refused-while-locked"] == 1)
  }

  @Test("What the desk's other places do counts as well")
  func deskEvents() {
    var attempt = Attempt(
      scenario([TestScenario.step("wait", until: .happened(.timePassed))]))
    attempt.observe(.notesWritten("x"))
    attempt.observe(.nothingToPhotograph)
    #expect(attempt.currentStep == "wait")
    attempt.observe(.timePassed(.minutes(15)))
    #expect(attempt.progress.verdict?.isPassed == true)
  }

  @Test("Progress that is written and read goes on the same")
  func coding() throws {
    var attempt = Attempt()
    attempt.signInWrongly(times: 2)
    let data = try JSONEncoder().encode(attempt.progress)
    attempt.progress = try JSONDecoder().decode(LessonProgress.self, from: data)
    attempt.signInWrongly(times: 1)
    #expect(attempt.currentStep == "reset")
  }

  private func scenario(_ steps: [Step]) -> Scenario {
    Scenario(
      id: "short", title: "", story: "", recorder: "classic", start: TestRecorder.start,
      situation: Situation(adminPassword: .lost), steps: steps, goals: [], remarks: [])
  }
}
