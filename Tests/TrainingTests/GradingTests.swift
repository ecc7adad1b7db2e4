import RecorderEngine
import Support
import Testing
import Training

/// What an attempt counts.
@Suite struct GradingTests {
  /// Two steps, of 20 and 30 points, a goal of 50, and things that cost 10 or everything.
  private static let lesson: Scenario = {
    var first = TestScenario.step(
      "first", until: .happened(.signInRefused),
      hints: [Hint(say: "a", price: 5), Hint(say: "b", price: 40)])
    first.points = 20
    var second = TestScenario.step(
      "second", until: .holds(.locked(.admin)), isShortcut: true)
    second.points = 30
    var scenario = Scenario(
      id: "graded", title: "", story: "", recorder: "classic", start: TestRecorder.start,
      situation: Situation(adminPassword: .lost), steps: [first, second],
      goals: [Goal(say: "Locked", check: .holds(.locked(.admin)), points: 50)], remarks: [])
    scenario.wrong = [
      WrongTurn(say: "costs", when: .happened(.resetHoldTooShort), cost: 10),
      WrongTurn(say: "ends", when: .happened(.powerCut), endsAttempt: true),
    ]
    return scenario
  }()

  private func finished(_ prepare: (inout Attempt) -> Void = { _ in }) -> Attempt {
    var attempt = Attempt(Self.lesson)
    prepare(&attempt)
    attempt.signInWrongly(times: 5)
    return attempt
  }

  @Test("Everything done is a hundred, whatever the maximum")
  func all() {
    #expect(Self.lesson.maximum == 100)
    #expect(finished().progress.verdict?.points == 100)
  }

  @Test("A hint costs its price once its step is done, and at most what the step counts")
  func hints() {
    let one = finished { $0.progress.revealHint(of: Self.lesson) }
    #expect(one.progress.hintCosts == 5 && one.progress.verdict?.points == 95)
    let both = finished {
      $0.progress.revealHint(of: Self.lesson)
      $0.progress.revealHint(of: Self.lesson)
    }
    #expect(both.progress.hintCosts == 20 && both.progress.verdict?.points == 80)
  }

  @Test("A wrong turn costs once, however often it is taken")
  func wrongTurns() {
    let attempt = finished {
      for _ in 0..<3 {
        $0.tell(.hands(.pressResetButton))
        $0.tell(.hands(.releaseResetButton), after: .seconds(1))
      }
    }
    #expect(attempt.progress.wrongTurns == [0])
    #expect(attempt.progress.verdict?.points == 90)
    #expect(attempt.progress.verdict?.wrongTurns?.map(\.say) == ["costs"])
    #expect(attempt.progress.verdict?.isPassed == true)
  }

  @Test("What is forbidden ends the attempt at once, and it is not passed")
  func forbidden() {
    var attempt = Attempt(Self.lesson)
    attempt.signInWrongly(times: 1)
    attempt.tell(.hands(.switchPower(on: false)))
    #expect(attempt.progress.verdict?.isPassed == false)
    #expect(attempt.progress.verdict?.points == 20)
    attempt.signInWrongly(times: 5)
    #expect(attempt.progress.verdict?.points == 20, "it is over")
  }

  @Test("A step that a shortcut leaves out leaves the maximum")
  func shortcut() {
    var scenario = Self.lesson
    scenario = Scenario(
      id: "short", title: "", story: "", recorder: "classic", start: TestRecorder.start,
      situation: scenario.situation,
      steps: [TestScenario.step("never", until: .happened(.resetDone)), scenario.steps[1]],
      goals: scenario.goals, remarks: [])
    var attempt = Attempt(scenario)
    attempt.signInWrongly(times: 5)
    #expect(attempt.progress.outcomes == [.leftOut, .done])
    #expect(attempt.progress.verdict?.points == 100)
  }
}

/// A lesson done without help, within a time.
@Suite struct ExamTests {
  private static func exam(pass: Int = 70) -> Scenario {
    var scenario = TestScenario.lesson
    scenario.exam = Exam(minutes: 10, pass: pass)
    return scenario
  }

  private func begun(_ scenario: Scenario = exam()) -> Attempt {
    var attempt = Attempt(scenario)
    attempt.progress = LessonProgress(scenario, at: attempt.recorder.now, mode: .exam)
    return attempt
  }

  @Test(
    "Its time is over at its end and not before", arguments: [(-1, false), (0, true), (1, true)])
  func time(offset: Int64, isOver: Bool) {
    var attempt = begun()
    let end = attempt.recorder.now + .minutes(10)
    #expect(attempt.progress.examEnd(in: attempt.scenario) == end)
    let now = end + Interval(milliseconds: offset)
    attempt.progress.end(attempt.desk, in: attempt.scenario, at: now)
    #expect((attempt.progress.verdict != nil) == isOver)
    #expect(attempt.progress.verdict?.isUnfinished == (isOver ? true : nil))
    #expect(attempt.progress.verdict?.isPassed != true)
  }

  @Test("Time that is let pass at once is no time that anybody had")
  func jumps() {
    var attempt = begun()
    let end = attempt.progress.examEnd(in: attempt.scenario)
    attempt.observe(.timePassed(.minutes(15)))
    #expect(attempt.progress.examEnd(in: attempt.scenario) == end.map { $0 + .minutes(15) })
  }

  @Test("There are no hints, and what is practised has no end")
  func hints() {
    var attempt = begun()
    attempt.progress.revealHint(of: attempt.scenario)
    #expect(attempt.progress.hintsShown == 0 && attempt.progress.hintsUsed == 0)
    let practised = LessonProgress(Self.exam(), at: attempt.recorder.now)
    #expect(practised.examEnd(in: Self.exam()) == nil && !practised.isExam)
    #expect(!LessonProgress(TestScenario.lesson, at: attempt.recorder.now, mode: .exam).isExam)
  }

  @Test("The points decide with the goals", arguments: [(49, true), (50, true), (51, false)])
  func pass(mark: Int, isPassed: Bool) {
    // Two steps of four are left out by the shortcut, and all goals of what is left are reached but
    // the questions': three of four parts, less what is not there.
    var scenario = Self.exam(pass: mark)
    scenario = Scenario(
      id: "marked", title: "", story: "", recorder: "classic", start: TestRecorder.start,
      situation: scenario.situation,
      steps: [TestScenario.step("lock", until: .happened(.signInRefused))],
      goals: [Goal(say: "It runs", check: .holds(.running))], remarks: [])
    scenario.exam = Exam(minutes: 10, pass: mark)
    scenario.wrong = [WrongTurn(say: "", when: .happened(.signInRefused), cost: 10)]
    var attempt = begun(scenario)
    attempt.signInWrongly(times: 1)
    #expect(attempt.progress.verdict?.points == 50)
    #expect(attempt.progress.verdict?.isPassed == isPassed)
    #expect(attempt.progress.verdict?.pass == mark)
  }

  @Test("Given up it is over, and graded as it stands")
  func givenUp() {
    var attempt = begun()
    attempt.progress.end(
      attempt.desk, in: attempt.scenario, at: attempt.recorder.now, isGivenUp: true)
    #expect(attempt.progress.verdict?.isPassed == false)
    var practised = Attempt(Self.exam())
    practised.progress.end(
      practised.desk, in: practised.scenario, at: practised.recorder.now,
      isGivenUp: true)
    #expect(practised.progress.verdict == nil, "practice is left, not graded")
  }
}
