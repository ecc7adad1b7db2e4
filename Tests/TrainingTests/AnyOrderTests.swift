import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Testing
import Training

/// Steps of a group, which may be done in any order.
@Suite struct AnyOrderTests {
  /// One step, then three in any order, then one more.
  private func scenario() -> Scenario {
    func member(_ id: String, _ until: Condition, hints: [Hint] = []) -> Step {
      var step = TestScenario.step(id, until: until, hints: hints)
      step.group = 1
      return step
    }
    let lesson = TestScenario.lesson
    return Scenario(
      id: "groups", title: "", story: "", recorder: lesson.recorder, start: lesson.start,
      situation: lesson.situation,
      steps: [
        TestScenario.step("before", until: .happened(.signInRefused)),
        member("notes", .happened(.notesWritten), hints: [Hint(say: "Write.", price: 4)]),
        member("refused", .happened(.signInRefused, times: 2)),
        member("mail", .happened(.footageWritten)),
        TestScenario.step("after", until: .happened(.notesWritten)),
      ], goals: [Goal(say: "", check: .holds(.running))], remarks: [])
  }

  private func begun() -> Attempt {
    var attempt = Attempt(scenario())
    attempt.signInWrongly(times: 1)
    return attempt
  }

  private func ids(_ attempt: Attempt) -> [String] {
    attempt.progress.steps(in: attempt.scenario).map(\.id)
  }

  @Test func theOrderOfTheFileIsOneOfThem() {
    var attempt = begun()
    #expect(attempt.currentStep == "notes")
    attempt.observe(.notesWritten("a"))
    #expect(attempt.currentStep == "refused")
    attempt.signInWrongly(times: 2)
    #expect(attempt.currentStep == "mail")
    attempt.observe(.footageWritten)
    #expect(attempt.currentStep == "after")
    #expect(ids(attempt) == ["before", "notes", "refused", "mail", "after"])
  }

  @Test func anotherOfTheGroupMayBeDoneFirst() {
    var attempt = begun()
    attempt.observe(.footageWritten)
    #expect(attempt.currentStep == "notes")
    #expect(ids(attempt) == ["before", "mail", "notes", "refused", "after"])
    attempt.signInWrongly(times: 2)
    #expect(attempt.currentStep == "notes")
    attempt.observe(.notesWritten("a"))
    #expect(attempt.currentStep == "after")
    #expect(attempt.progress.outcomes == [.done, .done, .done, .done])
    // What happened in the group does not count for the step behind it.
    attempt.observe(.notesWritten("b"))
    #expect(attempt.progress.verdict?.stepsDone == 5)
  }

  @Test func whatHappenedSinceTheGroupBeganCounts() {
    var attempt = begun()
    attempt.signInWrongly(times: 1)
    attempt.observe(.footageWritten)
    // One wrong password was before another step of the group was done, one is behind it.
    attempt.signInWrongly(times: 1)
    #expect(ids(attempt).prefix(3) == ["before", "mail", "refused"])
    #expect(attempt.currentStep == "notes")
  }

  @Test func stepsBehindTheGroupWait() {
    var attempt = Attempt(scenario())
    // Before the group none of it can be done.
    attempt.observe(.footageWritten)
    #expect(attempt.currentStep == "before")
    attempt.signInWrongly(times: 1)
    #expect(attempt.currentStep == "notes")
    #expect(attempt.progress.outcomes == [.done])
  }

  @Test func hintsStayWithTheirStep() {
    var attempt = begun()
    attempt.progress.revealHint(of: attempt.scenario)
    attempt.observe(.footageWritten)
    #expect(attempt.progress.hintsShown == 1)
    #expect(attempt.progress.hintCosts == 0)
    attempt.observe(.notesWritten("a"))
    #expect(attempt.progress.hintCosts == 4)
    #expect(attempt.progress.hintsShown == 0)
  }

  @Test func itIsKeptAndGoneOnWith() throws {
    var attempt = begun()
    attempt.observe(.footageWritten)
    let kept = try JSONEncoder().encode(attempt.progress)
    var again = attempt
    again.progress = try JSONDecoder().decode(LessonProgress.self, from: kept)
    #expect(again.progress == attempt.progress)
    again.observe(.notesWritten("a"))
    #expect(again.currentStep == "refused")
  }
}
