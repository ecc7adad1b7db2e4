import RecorderEngine
import Support
import Testing

/// A model that reads its reset button only while it is switched on with it held.
@Suite struct ButtonAtStartTests {
  private func recorder() throws -> TestRecorder {
    let profile = try RepositoryAssets().recorder("nvr-1-4-1")
    var recorder = TestRecorder(
      profile, Preparation(adminPassword: .known(TestRecorder.password)))
    recorder.tell(.hands(.switchPower(on: false)))
    return recorder
  }

  private var isReset: (TestRecorder) -> Bool {
    { $0.snapshot.account(.admin)?.password == .factoryDefault }
  }

  @Test("The hold counts from switching on", arguments: [-1, 0, 1])
  func limit(edge: Int64) throws {
    var recorder = try recorder()
    let hold = recorder.profile.resetButton.hold.value
    recorder.tell(.hands(.pressResetButton))
    recorder.tell(.hands(.switchPower(on: true)), after: .minutes(1))
    let released = recorder.tell(
      .hands(.releaseResetButton), after: hold + .milliseconds(edge))
    recorder.pass(.minutes(2))
    #expect(isReset(recorder) == (edge >= 0))
    #expect(
      released.refusals
        == (edge >= 0 ? [] : [.resetHoldTooShort(held: hold - .milliseconds(1))]))
  }

  @Test func heldBeyondTheStartItCountsAsWell() throws {
    var recorder = try recorder()
    recorder.tell(.hands(.pressResetButton))
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    recorder.tell(.hands(.releaseResetButton), after: .minutes(1))
    recorder.pass(.minutes(2))
    #expect(isReset(recorder))
  }

  @Test func whileItRunsNobodyReadsIt() throws {
    var recorder = try recorder()
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    recorder.tell(.hands(.pressResetButton))
    let events = recorder.tell(.hands(.releaseResetButton), after: .minutes(1))
    #expect(events.refusals == [.resetNeedsSwitchingOn])
    #expect(!isReset(recorder) && recorder.snapshot.power == .running)
  }

  @Test func withoutPowerNothingHappens() throws {
    var recorder = try recorder()
    recorder.tell(.hands(.pressResetButton))
    recorder.tell(.hands(.releaseResetButton), after: .minutes(5))
    #expect(!isReset(recorder) && recorder.snapshot.resetButton == .released)
  }
}
