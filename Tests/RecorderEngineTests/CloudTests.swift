import RecorderEngine
import Support
import Testing

/// QR code, app and dealer portal, and how a recorder comes to its app account.
@Suite struct CloudTests {
  private func recorder(_ profile: RecorderProfile = TestProfile.everyMethod) -> TestRecorder {
    .installed(profile, withEveryMethod: true)
  }

  // MARK: QR code

  @Test(arguments: [0, 1, 2, 3])
  func `a QR code takes as many codes as the profile says`(scan: Int) throws {
    var recorder = recorder()
    recorder.open(.qrCode)
    guard case .qrCode(let ticket) = recorder.tab else { throw NotShown() }
    recorder.tell(.recovery(.enterCode(recorder.code(for: ticket, scan: scan))))
    #expect(recorder.isGranted == (1...2).contains(scan))
  }

  @Test(arguments: [
    RecorderCommand.recovery(.close), .recovery(.choose(.email)), .recovery(.refresh),
  ])
  func `a QR code dies with its screen`(_ command: RecorderCommand) throws {
    var recorder = recorder()
    recorder.open(.qrCode)
    guard case .qrCode(let ticket) = recorder.tab else { throw NotShown() }
    #expect(recorder.tell(command).deaths.count == 1)
    recorder.open(.qrCode)
    recorder.tell(.recovery(.enterCode(recorder.code(for: ticket, scan: 1))))
    #expect(!recorder.isGranted)
  }

  @Test(arguments: [-1, 0, 1])
  func `a QR code grows too old`(edge: Int64) throws {
    var recorder = recorder()
    recorder.open(.qrCode)
    guard case .qrCode(let ticket) = recorder.tab else { throw NotShown() }
    let events = recorder.pass(.days(1) + .milliseconds(edge))
    #expect(events.deaths == (edge >= 0 ? [.tooOld] : []))
    recorder.tell(.recovery(.enterCode(recorder.code(for: ticket, scan: 1))))
    #expect(recorder.isGranted == (edge < 0))
  }

  // MARK: App

  @Test func `the app's code opens, once`() throws {
    var recorder = recorder()
    recorder.tell(.cloud(.startAppRecovery(account: TestRecorder.appAccount)))
    let code = try #require(recorder.sentCode)
    recorder.open(.app)
    recorder.tell(.recovery(.enterCode(code)))
    #expect(recorder.isGranted)
    recorder.tell(.recovery(.close))
    recorder.open(.app)
    #expect(recorder.tell(.recovery(.enterCode(code))).refusals.count == 1)
  }

  @Test(arguments: [-1, 0, 1])
  func `the app's code lives for ten minutes`(edge: Int64) throws {
    var recorder = recorder()
    recorder.tell(.cloud(.startAppRecovery(account: TestRecorder.appAccount)))
    let code = try #require(recorder.sentCode)
    recorder.open(.app)
    recorder.tell(.recovery(.enterCode(code)), after: .minutes(10) + .milliseconds(edge))
    #expect(recorder.isGranted == (edge < 0))
  }

  @Test func `another account, no network and no cloud get nothing`() {
    var recorder = recorder()
    #expect(
      recorder.tell(.cloud(.startAppRecovery(account: "thief"))).refusals == [.cloud(.notBound)])
    recorder.tell(.hands(.plugNetwork(false)))
    let owner = RecorderCommand.cloud(.startAppRecovery(account: TestRecorder.appAccount))
    #expect(recorder.tell(owner).refusals == [.cloud(.noNetwork)])
    recorder.tell(.hands(.plugNetwork(true)))
    recorder.signIn()
    recorder.tell(.changeSettings([.cloud: "off"]))
    #expect(recorder.tell(owner).refusals == [.cloud(.switchedOff)])
  }

  @Test func `a recorder is bound by the QR code on its screen`() throws {
    var recorder = TestRecorder.installed(TestProfile.everyMethod)
    #expect(recorder.tell(.cloud(.offerBinding)).refusals == [.signInNeeded])
    recorder.signIn()
    recorder.tell(.cloud(.offerBinding))
    let offer = try #require(recorder.snapshot.cloud.offer)
    #expect(
      recorder.tell(.cloud(.bind(account: "owner", offer: offer.number + 1))).refusals
        == [.cloud(.offerOver)])
    recorder.tell(.cloud(.bind(account: "owner", offer: offer.number)))
    #expect(recorder.snapshot.cloud.binding?.account == "owner")
    #expect(recorder.snapshot.cloud.offer == nil)
    recorder.tell(.cloud(.offerBinding))
    let second = try #require(recorder.snapshot.cloud.offer)
    #expect(
      recorder.tell(.cloud(.bind(account: "thief", offer: second.number))).refusals
        == [.cloud(.boundToAnother)])
    recorder.tell(.cloud(.unbind))
    #expect(recorder.snapshot.cloud.binding == nil)
  }

  @Test(arguments: [-1, 0, 1])
  func `the offer ends by itself`(edge: Int64) throws {
    var recorder = TestRecorder.installed(TestProfile.everyMethod)
    recorder.signIn()
    recorder.tell(.cloud(.offerBinding))
    let offer = try #require(recorder.snapshot.cloud.offer)
    recorder.pass(.minutes(5) + .milliseconds(edge))
    recorder.tell(.cloud(.bind(account: "owner", offer: offer.number)))
    #expect((recorder.snapshot.cloud.binding != nil) == (edge < 0))
  }

  // MARK: Unlock code

  @Test func `the unlock code stays until its answer was used`() throws {
    var recorder = recorder()
    recorder.open(.unlockCode)
    guard case .unlockCode(let shown) = recorder.tab else { throw NotShown() }
    #expect(shown.unlockCode.count == 8)
    recorder.tell(.recovery(.close))
    recorder.open(.unlockCode)
    #expect(recorder.tab == .unlockCode(shown))
    let answer = shown.code(length: 10, with: PlainCryptography())
    recorder.tell(.recovery(.enterCode(answer)))
    #expect(recorder.isGranted)
    recorder.tell(.recovery(.close))
    recorder.open(.unlockCode)
    #expect(recorder.tab != .unlockCode(shown))
    recorder.tell(.recovery(.enterCode(answer)))
    #expect(!recorder.isGranted)
  }

  // MARK: Counting and guessing

  @Test func `tries count together where the profile says so, and all methods pause`() {
    var recorder = recorder(TestProfile.countingTogether)
    recorder.open(.qrCode)
    recorder.tell(.recovery(.enterCode("1")))
    recorder.tell(.recovery(.choose(.unlockCode)))
    recorder.tell(.recovery(.enterCode("1")))
    recorder.tell(.recovery(.choose(.dynamicPassword)))
    recorder.tell(.recovery(.enterCode("1")))
    #expect(recorder.snapshot.recoveryPauses.map(\.method) == RecoveryMethod.allCases)
    #expect(recorder.tab == nil)
  }

  @Test func `tries count for each method where the profile says so`() {
    var recorder = recorder()
    for method in [RecoveryMethod.qrCode, .unlockCode, .dynamicPassword] {
      recorder.tell(method == .qrCode ? .recovery(.open) : .passTime)
      recorder.tell(.recovery(.choose(method)))
      recorder.tell(.recovery(.enterCode("1")))
    }
    #expect(recorder.snapshot.recoveryPauses.isEmpty)
  }

  @Test(arguments: [RecoveryMethod.email, .dynamicPassword, .qrCode, .app, .client, .unlockCode])
  func `a million guesses over all methods give no hit`(method: RecoveryMethod) throws {
    var recorder = recorder()
    recorder.tell(.cloud(.startAppRecovery(account: TestRecorder.appAccount)))
    recorder.tell(.cloud(.requestClientMail))
    recorder.open(.email)
    recorder.tell(.recovery(.requestMail(TestRecorder.email)))
    var random = SeededRandom(seed: 4_711)
    for guess in 0..<170_000 {
      // While the method pauses guesses are refused at the door; now and then somebody knocks.
      if guess.isMultiple(of: 1_000) {
        recorder.open(method)
        recorder.tell(.recovery(.openCodeEntry))
      }
      recorder.tell(.recovery(.enterCode(Secret(String(random.next() % 100_000_000)))))
      if recorder.isGranted {
        Issue.record("guess \(guess)")
        return
      }
    }
  }

  // MARK: The clock

  @Test func `a clock that was moved kills the code for the time on the screen`() {
    var recorder = recorder()
    recorder.open(.dynamicPassword)
    let before = recorder.tab
    let code = recorder.rightCode ?? ""
    #expect(recorder.tell(.hands(.slipClock(.minutes(3)))).deaths == [.clockChanged])
    #expect(recorder.tab != before)
    recorder.tell(.recovery(.enterCode(code)))
    #expect(!recorder.isGranted)
  }

  private struct NotShown: Error {}
}
