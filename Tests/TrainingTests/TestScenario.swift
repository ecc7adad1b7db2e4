import PracticeDesk
import RecorderEngine
import Support
import Training

/// A small lesson in four steps, made in code.
enum TestScenario {
  static let lesson = Scenario(
    id: "test-lesson", title: "A test", story: "Nobody knows the password.",
    recorder: "classic", start: TestRecorder.start,
    situation: Situation(adminPassword: .lost),
    steps: [
      step("lock", until: .happened(.signInRefused, times: 3), hints: ["Try.", "Try again."]),
      step("reset", until: .happened(.resetDone)),
      step(
        "sign-in",
        until: .all([.holds(.signedIn(.admin)), .holds(.defaultPassword(.admin))]),
        isShortcut: true),
      step("change", until: .holds(.password(.admin, atLeast: .high))),
    ],
    goals: [
      Goal(say: "A strong password is set.", check: .holds(.password(.admin, atLeast: .high))),
      Goal(say: "The footage is safe.", check: .holds(.footageKept(days: 7))),
      Goal(say: "Questions are set.", check: .holds(.questionsSet(.admin))),
    ],
    remarks: [
      Remark(say: "The button was let go too early.", when: .happened(.resetHoldTooShort)),
      Remark(say: "The log was never read.", when: .not(.happened(.logRead))),
    ])

  static func step(
    _ id: String, until: Condition, hints: [Hint] = [], isShortcut: Bool = false
  ) -> Step {
    Step(id: id, say: "Do \(id).", hints: hints, until: until, mayPass: nil, isShortcut: isShortcut)
  }
}

/// A lesson being done at a recorder under test.
struct Attempt {
  var recorder: TestRecorder
  var progress: LessonProgress
  let scenario: Scenario
  var surroundings = Surroundings()

  init(_ scenario: Scenario = TestScenario.lesson) {
    self.scenario = scenario
    recorder = TestRecorder(TestProfile.classic, scenario.situation.preparation)
    progress = LessonProgress(scenario, at: recorder.now)
  }

  /// What a condition sees: the recorder, and nothing special around it.
  var desk: DeskSnapshot {
    recorder.desk(with: surroundings)
  }

  /// Tells the recorder and lets the lesson watch.
  mutating func tell(_ command: RecorderCommand, after wait: Interval = .zero) {
    for event in recorder.tell(command, after: wait) { observe(.recorder(event)) }
  }

  mutating func observe(_ event: DeskEvent) {
    progress.observe(event, desk, in: scenario, at: recorder.now)
  }

  mutating func signInWrongly(times: Int) {
    for _ in 0..<times { tell(.session(.signIn(.admin, "wrong"))) }
  }

  mutating func reset(hold: Interval = .seconds(10)) {
    tell(.hands(.pressResetButton))
    tell(.hands(.releaseResetButton), after: hold)
    tell(.passTime, after: recorder.profile.resetButton.writeTime.value)
    tell(.passTime, after: recorder.profile.power.startTime.value)
  }

  var currentStep: String? { progress.current(in: scenario)?.id }
}

extension TestRecorder {
  /// The recorder with nothing special around it.
  var desk: DeskSnapshot { desk(with: Surroundings()) }

  /// The recorder with that around it.
  func desk(with surroundings: Surroundings) -> DeskSnapshot {
    DeskSnapshot(recorder: snapshot, surroundings: surroundings)
  }
}
