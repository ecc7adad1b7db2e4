import RecorderEngine
import Support
import Testing

@testable import Training

/// Progress is kept by the names of steps: another text of the lesson finds them, or says that it
/// cannot.
@Suite struct LessonTextTests {
  private static func scenario(_ steps: [String], wrong: [String] = []) -> Scenario {
    var scenario = Scenario(
      id: "lesson", title: "A lesson", story: "", recorder: "classic", start: TestRecorder.start,
      situation: Situation(adminPassword: .lost),
      steps: steps.map {
        Step(
          id: $0, say: "", hints: [], until: .happened(.signInRefused), mayPass: nil,
          isShortcut: false)
      }, goals: [], remarks: [])
    scenario.wrong = wrong.map { WrongTurn(say: $0, when: .happened(.lockedOut)) }
    return scenario
  }

  /// Two of three steps are done, and the wrong turn was taken with the last wrong password.
  private static func progress(tries: Int) -> LessonProgress {
    let scenario = scenario(["one", "two", "three"], wrong: ["a", "b"])
    var recorder = TestRecorder(TestProfile.classic, scenario.situation.preparation)
    var progress = LessonProgress(scenario, at: recorder.now)
    progress.note(LessonText(scenario, hash: "old"))
    for _ in 0..<tries {
      for event in recorder.tell(.session(.signIn(.admin, "wrong")), after: .seconds(10)) {
        progress.observe(.recorder(event), recorder.desk, in: scenario, at: recorder.now)
      }
    }
    return progress
  }

  @Test func aStepThatCameBeforeTheOthersLiesAhead() throws {
    let new = Self.scenario(["zero", "one", "two", "three", "four"], wrong: ["a", "b"])
    let fitted = try #require(Self.progress(tries: 2).fitted(to: new))
    #expect(fitted.current(in: new)?.id == "three")
    #expect(fitted.steps(in: new).map(\.id) == ["one", "two", "three", "zero", "four"])
  }

  @Test(
    "A step that lies behind or is at hand has to be there",
    arguments: [
      (["one", "two", "three"], true), (["two", "three", "one"], true),
      (["one", "three"], false), (["two", "three"], false), (["one", "two"], false),
      (["one", "two", "third"], false),
    ])
  func steps(names: [String], fits: Bool) {
    let new = Self.scenario(names, wrong: ["a", "b"])
    let fitted = Self.progress(tries: 2).fitted(to: new)
    #expect((fitted != nil) == fits)
    if fits { #expect(fitted?.current(in: new)?.id == "three") }
  }

  @Test func whatIsToComeMayBeAnother() {
    let new = Self.scenario(["one", "two", "last"])
    #expect(Self.progress(tries: 1).fitted(to: new)?.current(in: new)?.id == "two")
  }

  @Test func aWrongTurnIsFoundByWhatItSays() {
    let steps = ["one", "two", "three"]
    var done = Self.progress(tries: 2)
    done.arrange([0, 1, 2], [1])
    #expect(done.fitted(to: Self.scenario(steps, wrong: ["b", "a"]))?.wrongTurns == [0])
    #expect(done.fitted(to: Self.scenario(steps, wrong: ["a"])) == nil)
  }

  /// What an older program kept has no names, and stays as it is.
  @Test func withoutATextNothingIsMoved() {
    let recorder = TestRecorder(TestProfile.classic)
    let old = LessonProgress(Self.scenario(["one", "two"]), at: recorder.now)
    #expect(old.fitted(to: Self.scenario(["two"])) == old)
  }
}
