import PracticeDesk
import RecorderEngine
import Support
import Training

/// A lesson of two steps that can be an exam, and how far attempts at it may be.
enum ExamLesson {
  static let scenario: Scenario = {
    var scenario = Scenario(
      id: "lesson", title: "A lesson", story: "", recorder: "classic", start: TestRecorder.start,
      situation: Situation(adminPassword: .lost), steps: [step("one"), step("two")],
      goals: [Goal(say: "It runs", check: .holds(.running))], remarks: [])
    scenario.exam = Exam(minutes: 10, pass: 70)
    return scenario
  }()

  private static func step(_ name: String) -> Step {
    Step(
      id: name, say: "", hints: [], until: .happened(.signInRefused), mayPass: nil,
      isShortcut: false)
  }

  /// So many of its two steps are done; an exam may be given up then.
  static func progress(_ mode: LessonMode, steps: Int, isGivenUp: Bool = false) -> LessonProgress {
    var recorder = TestRecorder(TestProfile.classic, scenario.situation.preparation)
    var progress = LessonProgress(scenario, at: recorder.now, mode: mode)
    for _ in 0..<steps {
      for event in recorder.tell(.session(.signIn(.admin, "planted-word")), after: .seconds(10)) {
        progress.observe(.recorder(event), desk(recorder), in: scenario, at: recorder.now)
      }
    }
    if isGivenUp {
      progress.end(desk(recorder), in: scenario, at: recorder.now, isGivenUp: true)
    }
    return progress
  }

  private static func desk(_ recorder: TestRecorder) -> DeskSnapshot {
    DeskSnapshot(recorder: recorder.snapshot, surroundings: Surroundings())
  }

  static func attempt(_ id: String, _ trainee: String, _ mode: LessonMode) -> LessonAttempt {
    LessonAttempt(
      id: id, trainee: trainee, scenario: "lesson", title: "A lesson", hash: "abc", maximum: 30,
      seed: .max, mode: mode)
  }
}
