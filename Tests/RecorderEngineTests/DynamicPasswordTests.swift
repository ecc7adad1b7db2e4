import RecorderEngine
import Support
import Testing

@Suite struct DynamicPasswordTests {
  /// A recorder whose Dynamic Password screen is open.
  private func opened(_ profile: RecorderProfile = TestProfile.classic) -> TestRecorder {
    var recorder = TestRecorder.installed(profile)
    recorder.tell(.recovery(.open))
    recorder.tell(.recovery(.choose(.dynamicPassword)))
    return recorder
  }

  @Test("The screen freezes model, address and the recorder's own time, to the second")
  func challenge() throws {
    var recorder = TestRecorder(
      TestProfile.classic, Preparation(adminPassword: .lost, clockOffset: .hours(-3)))
    recorder.tell(.recovery(.open))
    let shown = DynamicChallenge(
      model: "SH-8100A5-5L(MM)", macAddress: "00:18:AE:4C:11:2F",
      time: (recorder.now - .hours(3)).wholeSecond)
    recorder.pass(.minutes(10))
    guard case .open(let session) = recorder.snapshot.recovery else {
      Issue.record("The wizard is not open")
      return
    }
    #expect(session.tab?.dynamicChallenge == shown)
  }

  @Test("The right code opens the way, once", arguments: TestProfile.withDynamicPassword)
  func rightCode(profile: RecorderProfile) throws {
    var recorder = opened(profile)
    let code = try #require(recorder.rightCode)
    let events = recorder.tell(.recovery(.enterCode(code)))
    #expect(events.logged == [.recoveryGranted(.dynamicPassword)])
    #expect(events.deaths == [.used])
    #expect(recorder.tell(.recovery(.enterCode(code))).refusals == [.recovery(.notOpen)])
  }

  @Test("A code that was used opens nothing on a later screen")
  func oneUse() throws {
    var recorder = opened()
    let code = try #require(recorder.rightCode)
    recorder.tell(.recovery(.enterCode(code)))
    recorder.tell(.recovery(.close), after: .seconds(1))
    recorder.tell(.recovery(.open))
    recorder.tell(.recovery(.choose(.dynamicPassword)))
    let events = recorder.tell(.recovery(.enterCode(code)))
    #expect(events.refusals == [.recovery(.wrongCode(left: 4))])
  }

  @Test("A used code opens nothing within the same second")
  func oneUseInASecond() throws {
    var recorder = opened()
    let code = try #require(recorder.rightCode)
    recorder.tell(.recovery(.enterCode(code)))
    recorder.tell(.recovery(.open))
    recorder.tell(.recovery(.choose(.dynamicPassword)))
    #expect(recorder.rightCode?.matches(code) == false)
    #expect(recorder.tell(.recovery(.enterCode(code))).refusals == [.recovery(.wrongCode(left: 4))])
  }

  @Test("Capitals count in a code")
  func capitals() throws {
    var recorder = opened()
    let code = try #require(recorder.rightCode)
    let swapped = Secret(code.revealed { $0.lowercased() })
    #expect(!swapped.matches(code))
    #expect(recorder.tell(.recovery(.enterCode(swapped))).refusals.count == 1)
  }

  @Test("A code for another second opens nothing", arguments: [-1, 1] as [Int64])
  func otherTime(seconds: Int64) throws {
    var recorder = opened()
    guard case .open(let session) = recorder.snapshot.recovery,
      let shown = session.tab?.dynamicChallenge
    else { return }
    let other = DynamicChallenge(
      model: shown.model, macAddress: shown.macAddress, time: shown.time + .seconds(seconds))
    let code = other.code(length: 10, with: PlainCryptography())
    #expect(
      recorder.tell(.recovery(.enterCode(code))).refusals == [.recovery(.wrongCode(left: 4))])
  }

  @Test(
    "Whatever ends its screen kills the code and says why, within the same second as well",
    arguments: [
      (RecorderCommand.recovery(.choose(.securityQuestions)), CodeDeath.tabLeft),
      (.recovery(.refresh), .refreshed), (.recovery(.close), .wizardClosed),
      (.recovery(.open), .wizardClosed), (.hands(.switchPower(on: false)), .powerLost),
      (.session(.signIn(.admin, "wrong")), .wizardClosed),
    ])
  func deaths(command: RecorderCommand, death: CodeDeath) throws {
    var recorder = opened()
    let code = try #require(recorder.rightCode)
    #expect(recorder.tell(command).deaths == [death])
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    recorder.tell(.recovery(.open))
    recorder.tell(.recovery(.choose(.dynamicPassword)))
    #expect(
      recorder.tell(.recovery(.enterCode(code))).refusals == [.recovery(.wrongCode(left: 4))])
  }

  @Test("A reset by the button kills the code")
  func resetKills() {
    var recorder = opened()
    #expect(recorder.holdResetButton(.seconds(10)).deaths == [.restarted])
  }

  @Test("A refresh within the second that is shown shows a later one")
  func refreshWithinSecond() throws {
    var recorder = opened()
    let shown = try #require(recorder.challenge)
    #expect(recorder.tell(.recovery(.refresh)).deaths == [.refreshed])
    #expect(recorder.challenge?.time == shown.time + .seconds(1))
  }

  @Test(
    "The last wrong code makes the method pause and kills the code, and none before it",
    arguments: TestProfile.withDynamicPassword)
  func tries(profile: RecorderProfile) throws {
    let limit = try #require(profile.recovery.dynamicPassword?.limit.value)
    var recorder = opened(profile)
    for count in 1..<max(2, limit.tries) where count < limit.tries {
      let events = recorder.tell(.recovery(.enterCode("wrong")))
      #expect(events.refusals == [.recovery(.wrongCode(left: limit.tries - count))])
      #expect(events.deaths.isEmpty)
    }
    let events = recorder.tell(.recovery(.enterCode("wrong")))
    let until = recorder.now + limit.pause
    #expect(events.deaths == [.triesUsedUp])
    #expect(events.beeps == [.angry])
    #expect(
      events.refusals == [.recovery(.unavailable(.dynamicPassword, .paused(until: until)))])
  }

  @Test(
    "A pause ends at its end, not a millisecond before",
    arguments: TestProfile.withDynamicPassword, [-1, 0, 1] as [Int64])
  func pause(profile: RecorderProfile, offset: Int64) throws {
    let limit = try #require(profile.recovery.dynamicPassword?.limit.value)
    var recorder = opened(profile)
    for _ in 0..<limit.tries { recorder.tell(.recovery(.enterCode("wrong"))) }
    recorder.pass(limit.pause + .milliseconds(offset))
    recorder.tell(.recovery(.open))
    recorder.tell(.recovery(.choose(.dynamicPassword)))
    #expect((recorder.rightCode != nil) == (offset >= 0))
  }

  @Test("Where no way was left, the one whose pause is over comes to the front by itself")
  func pauseOver() throws {
    var recorder = TestRecorder(TestProfile.classic, Preparation(adminPassword: .lost))
    recorder.tell(.recovery(.open))
    let limit = try #require(recorder.profile.recovery.dynamicPassword?.limit.value)
    for _ in 0..<limit.tries { recorder.tell(.recovery(.enterCode("wrong"))) }
    #expect(recorder.isOpen(with: nil))
    recorder.pass(limit.pause)
    let code = try #require(recorder.rightCode)
    #expect(recorder.tell(.recovery(.enterCode(code))).refusals.isEmpty)
  }

  @Test("Where no way was left, one that can be used meanwhile comes to the front as well")
  func newWay() throws {
    let all = TestProfile.everyWay()
    let ways = RecoveryProfile(
      securityQuestions: all.securityQuestions, dynamicPassword: all.dynamicPassword,
      client: all.client, newPasswordTime: all.newPasswordTime,
      countsTogether: all.countsTogether)
    let profile = TestProfile.profile("two-ways", recovery: ways)
    var recorder = TestRecorder(profile, Preparation(adminPassword: .known(TestRecorder.password)))
    recorder.tell(.recovery(.open))
    for _ in 0..<3 { recorder.tell(.recovery(.enterCode("wrong"))) }
    #expect(recorder.isOpen(with: nil))
    recorder.tell(
      .cloud(
        .registerClient(email: "c@example.com", .admin, TestRecorder.password, from: "10.0.0.9")))
    #expect(
      recorder.isOpen(with: .client(nil)))
  }

  @Test("A code has the length that the profile says", arguments: TestProfile.withDynamicPassword)
  func length(profile: RecorderProfile) throws {
    let recorder = opened(profile)
    #expect(recorder.rightCode?.count == profile.recovery.dynamicPassword?.length.value)
  }

  @Test("A code with a character too few or too many is wrong")
  func wrongLength() throws {
    var recorder = opened()
    let code = try #require(recorder.rightCode).revealed { $0 }
    for text in [String(code.dropLast()), code + "A", ""] {
      #expect(recorder.tell(.recovery(.enterCode(Secret(text)))).refusals.count == 1)
    }
    #expect(recorder.tell(.recovery(.enterCode(Secret(code)))).refusals.isEmpty)
  }
}
