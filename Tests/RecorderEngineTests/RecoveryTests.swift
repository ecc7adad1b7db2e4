import RecorderEngine
import Support
import Testing

@Suite struct RecoveryTests {
  /// A recorder whose `admin` has just proved themselves by answers.
  private func granted(_ profile: RecorderProfile = TestProfile.classic) -> TestRecorder {
    var recorder = TestRecorder.installed(profile)
    recorder.tell(.recovery(.open))
    recorder.tell(.recovery(.answer(profile.rightAnswers)))
    return recorder
  }

  @Test("After a proof a new strong password logs in", arguments: TestProfile.withQuestions)
  func newPassword(profile: RecorderProfile) {
    var recorder = granted(profile)
    let events = recorder.tell(.recovery(.setPassword(.twice("Other-Pass2"))))
    #expect(events.logged == [.passwordRecovered(.securityQuestions), .signedIn])
    #expect(recorder.snapshot.session?.account == .admin)
    #expect(recorder.snapshot.recovery == .closed)
    recorder.tell(.session(.signOut))
    #expect(recorder.signIn(.admin, "Other-Pass2").refusals.isEmpty)
  }

  @Test("A recovery asks for its own, higher level", arguments: TestProfile.withQuestions)
  func levelAfterRecovery(profile: RecorderProfile) {
    for (text, level) in [("abc", PasswordLevel.low), ("abcdefg1", .middle), ("abcdefg1#", .high)] {
      var recorder = granted(profile)
      let events = recorder.tell(.recovery(.setPassword(.twice(Secret(text)))))
      let required = profile.passwords.requiredAfterRecovery.value
      #expect(events.refusals.isEmpty == (level >= required))
      #expect((recorder.snapshot.session != nil) == (level >= required))
    }
  }

  @Test(
    "The new password has its time and not a millisecond more",
    arguments: TestProfile.withQuestions, [-1, 0, 1] as [Int64])
  func newPasswordTime(profile: RecorderProfile, offset: Int64) {
    var recorder = granted(profile)
    let wait = profile.recovery.newPasswordTime.value + .milliseconds(offset)
    let events = recorder.tell(.recovery(.setPassword(.twice("Other-Pass2"))), after: wait)
    #expect(events.refusals == (offset < 0 ? [] : [.recovery(.notGranted)]))
  }

  @Test("Without a proof no password is set", arguments: TestProfile.all)
  func withoutProof(profile: RecorderProfile) {
    var recorder = TestRecorder.installed(profile)
    let command = RecorderCommand.recovery(.setPassword(.twice("Other-Pass2")))
    #expect(recorder.tell(command).refusals == [.recovery(.notGranted)])
    recorder.tell(.recovery(.open))
    #expect(recorder.tell(command).refusals == [.recovery(.notGranted)])
  }

  @Test("A recovery ends the lock-out of the account")
  func endsLockOut() {
    var recorder = TestRecorder.installed()
    recorder.signInWrongly(times: 5)
    recorder.tell(.recovery(.open))
    recorder.tell(.recovery(.answer(recorder.profile.rightAnswers)))
    let events = recorder.tell(.recovery(.setPassword(.twice("Other-Pass2"))))
    #expect(events.contains(.accounts(.lockOutEnded(.admin))))
    #expect(recorder.snapshot.lockOuts.isEmpty)
  }

  @Test("The current password again is refused after a recovery as well")
  func sameAsBefore() {
    var recorder = granted()
    let events = recorder.tell(.recovery(.setPassword(.twice(TestRecorder.password))))
    #expect(events.refusals == [.password(.sameAsBefore)])
  }

  @Test(
    "A proof is worth nothing after the wizard is closed, or the power was cut",
    arguments: [
      RecorderCommand.recovery(.close), .recovery(.open), .hands(.switchPower(on: false)),
      .session(.signIn(.admin, "wrong")),
    ])
  func grantEnds(command: RecorderCommand) {
    var recorder = granted()
    recorder.tell(command)
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    #expect(
      recorder.tell(.recovery(.setPassword(.twice("Other-Pass2")))).refusals
        == [.recovery(.notGranted)])
  }

  @Test("Nobody recovers while somebody is logged in")
  func signedIn() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    #expect(recorder.tell(.recovery(.open)).refusals == [.recovery(.signedIn)])
  }

  @Test("A recorder without any method opens an empty wizard")
  func noMethods() {
    var recorder = TestRecorder.installed(TestProfile.legacy)
    #expect(recorder.tell(.recovery(.open)).logged == [.recoveryOpened])
    for method in RecoveryMethod.allCases {
      #expect(recorder.tell(.recovery(.choose(method))).refusals.count == 1)
    }
    #expect(recorder.tell(.recovery(.answer([]))).refusals == [.recovery(.notOpen)])
    #expect(recorder.tell(.recovery(.enterCode(""))).refusals == [.recovery(.notOpen)])
  }

  @Test("E-mail says which firmware it needs and which there is")
  func emailNeedsFirmware() throws {
    var recorder = TestRecorder.installed()
    recorder.tell(.recovery(.open))
    let needs = try #require(FirmwareVersion("1.4.12"))
    let has = try #require(FirmwareVersion("1.4.2"))
    #expect(
      recorder.tell(.recovery(.choose(.email))).refusals
        == [.recovery(.unavailable(.email, .needsFirmware(needs, has: has)))])
  }

  @Test("Every try, success and refusal of a recovery is in the log")
  func logged() {
    var recorder = TestRecorder.installed()
    recorder.tell(.recovery(.open))
    recorder.tell(.recovery(.answer([])))
    recorder.tell(.recovery(.answer(recorder.profile.rightAnswers)))
    recorder.tell(.recovery(.setPassword(.twice("Other-Pass2"))))
    #expect(
      recorder.snapshot.log.entries.map(\.action) == [
        .recoveryOpened, .recoveryFailed(.securityQuestions),
        .recoveryGranted(.securityQuestions), .passwordRecovered(.securityQuestions), .signedIn,
      ])
    #expect(recorder.snapshot.log.entries.allSatisfy { $0.account == .admin })
  }
}
