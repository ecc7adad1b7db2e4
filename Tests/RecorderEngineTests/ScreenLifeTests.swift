import RecorderEngine
import Support
import Testing

/// What was on a screen of Restore Password never counts twice, however quick the hands are.
@Suite struct ScreenLifeTests {
  private static let limit = 61

  private func opened() -> TestRecorder {
    var recorder = TestRecorder.installed()
    recorder.open(.dynamicPassword)
    return recorder
  }

  /// Leaves the tab and comes back to it.
  private func pageAway(_ recorder: inout TestRecorder) -> [RecorderEvent] {
    recorder.tell(.recovery(.choose(.securityQuestions)))
      + recorder.tell(.recovery(.choose(.dynamicPassword)))
  }

  @Test("Each screen within one second shows a later second, up to a minute ahead")
  func laterSeconds() throws {
    var recorder = opened()
    let first = try #require(recorder.challenge).time
    for ahead in 1..<Self.limit {
      _ = pageAway(&recorder)
      #expect(recorder.challenge?.time == first + .seconds(Int64(ahead)))
    }
  }

  @Test("A minute ahead the page asks to wait, and keeps what is in front")
  func waits() {
    var recorder = opened()
    for _ in 1..<Self.limit { _ = pageAway(&recorder) }
    recorder.tell(.recovery(.choose(.securityQuestions)))
    let until = recorder.now.wholeSecond + .seconds(1)
    let refusal = Refusal.recovery(
      .unavailable(.dynamicPassword, .tooManyScreens(until: until)))
    #expect(recorder.tell(.recovery(.choose(.dynamicPassword))).refusals == [refusal])
    #expect(recorder.tab?.method == .securityQuestions)
    let left = until - recorder.now
    #expect(
      recorder.tell(.recovery(.choose(.dynamicPassword)), after: left - .milliseconds(1))
        .refusals == [refusal])
    recorder.tell(.recovery(.choose(.dynamicPassword)), after: .milliseconds(1))
    #expect(recorder.challenge != nil)
  }

  @Test("A refresh that has to wait keeps the screen, and its code lives")
  func refreshWaits() throws {
    var recorder = opened()
    for _ in 1..<Self.limit { recorder.tell(.recovery(.refresh)) }
    let code = try #require(recorder.rightCode)
    #expect(recorder.tell(.recovery(.refresh)).deaths.isEmpty)
    #expect(recorder.tell(.recovery(.enterCode(code))).refusals.isEmpty)
  }

  @Test("Where no other way is left, the wait ends by itself, and wrong tries still count")
  func waitEnds() throws {
    var recorder = TestRecorder(TestProfile.classic, Preparation(adminPassword: .lost))
    recorder.tell(.recovery(.open))
    recorder.tell(.recovery(.enterCode("wrong")))
    for _ in 1..<Self.limit { recorder.tell(.recovery(.open)) }
    recorder.tell(.recovery(.open))
    #expect(recorder.isOpen(with: nil))
    recorder.pass(.seconds(1))
    #expect(recorder.challenge != nil)
    #expect(
      recorder.tell(.recovery(.enterCode("wrong"))).refusals == [.recovery(.wrongCode(left: 3))])
  }

  @Test("A clock that is set back shows no time twice")
  func clockSetBack() throws {
    var recorder = opened()
    var shown: Set<Timestamp> = []
    for _ in 0..<50 {
      let time = try #require(recorder.challenge).time
      #expect(shown.insert(time).inserted)
      recorder.tell(.hands(.slipClock(.seconds(-1))), after: .milliseconds(300))
    }
  }

  @Test("A code that died is refused after the clock was set back to its second")
  func deadAfterSlip() throws {
    var recorder = opened()
    let code = try #require(recorder.rightCode)
    recorder.tell(.recovery(.close))
    recorder.tell(.hands(.slipClock(.seconds(-5))), after: .seconds(5))
    recorder.open(.dynamicPassword)
    #expect(
      recorder.tell(.recovery(.enterCode(code))).refusals == [.recovery(.wrongCode(left: 4))])
  }

  @Test(
    "A code that died stays dead in an older state that is taken up again",
    arguments: [
      RecorderCommand.recovery(.close), .recovery(.choose(.securityQuestions)),
      .recovery(.refresh),
    ])
  func deadInOlderState(ending: RecorderCommand) throws {
    var recorder = opened()
    let code = try #require(recorder.rightCode)
    let older = recorder.state
    recorder.tell(ending)
    recorder.goBack(to: older)
    #expect(recorder.challenge != older.snapshot.openChallenge)
    #expect(
      recorder.tell(.recovery(.enterCode(code))).refusals == [.recovery(.wrongCode(left: 4))])
    let fresh = try #require(recorder.rightCode)
    #expect(recorder.tell(.recovery(.enterCode(fresh))).refusals.isEmpty)
  }

  @Test("A screen that still stands keeps its code when an older state is taken up")
  func aliveInOlderState() throws {
    var recorder = opened()
    let code = try #require(recorder.rightCode)
    let older = recorder.state
    recorder.tell(.hands(.plugNetwork(false)))
    recorder.goBack(to: older)
    #expect(recorder.tell(.recovery(.enterCode(code))).refusals.isEmpty)
  }

  @Test("A used unlock code and a used mailed code stay dead in an older state")
  func usedInOlderState() throws {
    for method in [RecoveryMethod.unlockCode, .email] {
      var recorder = TestRecorder.installed(TestProfile.everyMethod, withEveryMethod: true)
      recorder.open(method)
      if method == .email { recorder.tell(.recovery(.requestMail(TestRecorder.email))) }
      let code = try #require(method == .email ? recorder.sentCode : recorder.unlockPassword)
      let older = recorder.state
      #expect(recorder.tell(.recovery(.enterCode(code))).refusals.isEmpty)
      recorder.goBack(to: older)
      #expect(recorder.tell(.recovery(.enterCode(code))).refusals.count == 1, "\(method)")
    }
  }

  @Test("Of the times that were shown, the last thousand are remembered")
  func bound() throws {
    var recorder = opened()
    let first = try #require(recorder.challenge).time
    for _ in 0..<999 { recorder.tell(.recovery(.refresh), after: .seconds(1)) }
    let back = first - recorder.now.wholeSecond
    recorder.tell(.recovery(.close))
    recorder.tell(.hands(.slipClock(back)))
    recorder.tell(.recovery(.open))
    #expect(recorder.tell(.recovery(.choose(.dynamicPassword))).refusals.count == 1)
    var forgetful = opened()
    for _ in 0..<1_000 { forgetful.tell(.recovery(.refresh), after: .seconds(1)) }
    forgetful.tell(.recovery(.close))
    forgetful.tell(.hands(.slipClock(first - forgetful.now.wholeSecond)))
    forgetful.open(.dynamicPassword)
    #expect(forgetful.challenge?.time == first)
  }
}

extension RecorderSnapshot {
  fileprivate var openChallenge: DynamicChallenge? {
    if case .open(let session) = recovery { session.tab?.dynamicChallenge } else { nil }
  }
}

extension TestRecorder {
  fileprivate var unlockPassword: Secret? {
    guard case .unlockCode(let challenge) = tab,
      let length = profile.recovery.unlockCode?.code.length.value
    else { return nil }
    return challenge.code(length: length, with: PlainCryptography())
  }
}
