import RecorderEngine
import Support
import Testing

@Suite struct LockOutTests {
  @Test(
    "No try before the last one locks, and each says how many are left",
    arguments: TestProfile.all)
  func triesLeft(profile: RecorderProfile) {
    var recorder = TestRecorder.installed(profile)
    let tries = profile.signIn.tries.value
    for count in 1..<tries {
      let events = recorder.signInWrongly(times: 1)
      #expect(events.refusals == [.wrongNameOrPassword(left: tries - count)])
    }
    #expect(recorder.snapshot.lockOuts.isEmpty)
    #expect(recorder.signIn().refusals.isEmpty)
  }

  @Test(
    "The last try that the profile allows locks, with an angry beep",
    arguments: TestProfile.all)
  func lastTryLocks(profile: RecorderProfile) throws {
    var recorder = TestRecorder.installed(profile)
    let events = recorder.signInWrongly(times: profile.signIn.tries.value)
    let lockOut = try #require(recorder.snapshot.lockOut(of: .admin))
    #expect(events.refusals == [.lockedOut(lockOut)])
    #expect(events.beeps == [.angry])
    #expect(events.logged == [.signInFailed, .lockedOut])
  }

  @Test(
    "Once locked, a further try is refused without a beep, and the right password as well",
    arguments: TestProfile.all)
  func rightPasswordIsRefusedWhileLocked(profile: RecorderProfile) throws {
    var recorder = TestRecorder.installed(profile)
    recorder.signInWrongly(times: profile.signIn.tries.value)
    let lockOut = try #require(recorder.snapshot.lockOut(of: .admin))
    for events in [recorder.signInWrongly(times: 1), recorder.signIn()] {
      #expect(events.refusals == [.lockedOut(lockOut)])
      #expect(events.beeps.isEmpty)
      #expect(events.logged == [.signInWhileLocked])
    }
  }

  @Test(
    "A lock-out ends at its end: not a millisecond before, and not later",
    arguments: TestProfile.all, [-1, 0, 1] as [Int64])
  func lengthOfLockOut(profile: RecorderProfile, offset: Int64) {
    guard case .time(let length) = profile.signIn.lockOut.value else { return }
    var recorder = TestRecorder.installed(profile)
    recorder.signInWrongly(times: profile.signIn.tries.value)
    recorder.pass(length + .milliseconds(offset))
    let isOver = offset >= 0
    #expect(recorder.snapshot.lockOuts.isEmpty == isOver)
    #expect(recorder.signIn().refusals.isEmpty == isOver)
  }

  @Test("After a lock-out all the tries are there again", arguments: TestProfile.all)
  func triesAfterLockOut(profile: RecorderProfile) {
    guard case .time(let length) = profile.signIn.lockOut.value else { return }
    var recorder = TestRecorder.installed(profile)
    recorder.signInWrongly(times: profile.signIn.tries.value)
    recorder.pass(length)
    let events = recorder.signInWrongly(times: 1)
    #expect(events.refusals == [.wrongNameOrPassword(left: profile.signIn.tries.value - 1)])
  }

  @Test("A lock-out until restart outlasts a year and ends with a restart")
  func untilRestart() {
    var recorder = TestRecorder.installed(TestProfile.untilRestart)
    recorder.signInWrongly(times: 3)
    recorder.pass(.days(365))
    #expect(recorder.snapshot.lockOut(of: .admin)?.until == nil)
    #expect(recorder.signIn().refusals.count == 1)
    recorder.tell(.hands(.switchPower(on: false)))
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    #expect(recorder.signIn().refusals.isEmpty)
  }

  @Test(
    "A restart ends a timed lock-out where the profile says so, and only there",
    arguments: TestProfile.all)
  func restartEndsLockOut(profile: RecorderProfile) {
    var recorder = TestRecorder.installed(profile)
    recorder.signInWrongly(times: profile.signIn.tries.value)
    recorder.tell(.hands(.switchPower(on: false)))
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    let isOver = profile.signIn.restartEndsLockOut.value
    #expect(recorder.snapshot.lockOuts.isEmpty == isOver)
  }

  @Test(
    "A restart forgets wrong tries where it ends lock-outs, and only there",
    arguments: TestProfile.all)
  func restartForgetsTries(profile: RecorderProfile) {
    var recorder = TestRecorder.installed(profile)
    let tries = profile.signIn.tries.value
    recorder.signInWrongly(times: tries - 1)
    recorder.tell(.hands(.switchPower(on: false)))
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    recorder.signInWrongly(times: 1)
    #expect(recorder.snapshot.lockOuts.isEmpty == profile.signIn.restartEndsLockOut.value)
  }

  @Test("An unknown name gets every answer that a wrong password gets", arguments: TestProfile.all)
  func unknownNameAnswersAlike(profile: RecorderProfile) {
    var known = TestRecorder.installed(profile)
    var unknown = TestRecorder.installed(profile)
    for _ in 0..<(profile.signIn.tries.value + 2) {
      let expected = known.signInWrongly(times: 1)
      let answer = unknown.signInWrongly("nobody", times: 1)
      #expect(answer.refusals.map(\.withoutName) == expected.refusals.map(\.withoutName))
      #expect(answer.logged == expected.logged)
      #expect(answer.beeps == expected.beeps)
      #expect(answer.count == expected.count)
    }
  }

  @Test("Logging in forgets the wrong tries before it", arguments: TestProfile.all)
  func signingInForgetsTries(profile: RecorderProfile) {
    var recorder = TestRecorder.installed(profile)
    recorder.signInWrongly(times: profile.signIn.tries.value - 1)
    recorder.signIn()
    recorder.tell(.session(.signOut))
    recorder.signInWrongly(times: profile.signIn.tries.value - 1)
    #expect(recorder.snapshot.lockOuts.isEmpty)
  }

  @Test("Trying many made-up names does not make the recorder forget the tries at a real one")
  func madeUpNamesPushNothingOut() {
    var recorder = TestRecorder.installed()
    recorder.signInWrongly(times: 4)
    for number in 0..<200 { recorder.signInWrongly(AccountName("made up \(number)"), times: 1) }
    let events = recorder.signInWrongly(times: 1)
    #expect(events.logged.contains(.lockedOut))
  }

  @Test("A lock-out that ends without power is not logged by a recorder that is off")
  func endsSilentlyWithoutPower() {
    var recorder = TestRecorder.installed(TestProfile.legacy)
    recorder.signInWrongly(times: 4)
    recorder.tell(.hands(.switchPower(on: false)))
    let events = recorder.pass(.hours(1))
    #expect(recorder.snapshot.lockOuts.isEmpty)
    #expect(events.logged.isEmpty)
  }
}

extension Refusal {
  /// The same refusal as `admin` would get it.
  fileprivate var withoutName: Refusal {
    if case .lockedOut(let lockOut) = self {
      return .lockedOut(LockOut(name: .admin, until: lockOut.until))
    }
    return self
  }
}
