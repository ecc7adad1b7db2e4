import RecorderEngine
import Support
import Testing

/// Restore Password by a code that comes by e-mail.
@Suite struct MailedCodeTests {
  static let day = Interval.days(1)

  private func recorder(_ profile: RecorderProfile = TestProfile.everyMethod) -> TestRecorder {
    .installed(profile, withEveryMethod: true)
  }

  /// Asks for a code and returns it; the page for it is open.
  private func ask(_ recorder: inout TestRecorder) throws -> Secret {
    recorder.open(.email)
    recorder.tell(.requestRecoveryMail(TestRecorder.email))
    return try #require(recorder.sentCode)
  }

  @Test func `the code that was mailed opens, once`() throws {
    var recorder = recorder()
    let code = try ask(&recorder)
    recorder.tell(.enterRecoveryCode(code))
    #expect(recorder.isGranted)
    recorder.tell(.setRecoveredPassword(.twice("Other-Pass2!")))
    #expect(recorder.snapshot.session?.account == .admin)
    recorder.tell(.signOut)
    recorder.open(.email)
    recorder.tell(.openCodeEntry)
    #expect(recorder.tell(.enterRecoveryCode(code)).refusals == [.recovery(.wrongCode(left: 2))])
  }

  @Test func `a wrong address is answered like the right one, and gets nothing`() {
    var right = recorder()
    var wrong = recorder()
    right.open(.email)
    wrong.open(.email)
    let yes = right.tell(.requestRecoveryMail(" Installer@Example.com "))
    let no = wrong.tell(.requestRecoveryMail("thief@example.com"))
    #expect(yes == no)
    #expect(right.snapshot == wrong.snapshot)
    #expect(right.state.outgoing.count == 1)
    #expect(wrong.sentCode == nil)
    #expect(wrong.state.outgoing == [.wrongAddressMail(to: "installer@example.com")])
  }

  @Test func `a new code replaces the old one`() throws {
    var recorder = recorder()
    let old = try ask(&recorder)
    recorder.tell(.requestRecoveryMail(TestRecorder.email), after: .seconds(1))
    let new = try #require(recorder.sentCode)
    recorder.tell(.enterRecoveryCode(old))
    #expect(!recorder.isGranted)
    recorder.tell(.enterRecoveryCode(new))
    #expect(recorder.isGranted)
  }

  @Test func `closing the wizard leaves the code alive`() throws {
    var recorder = recorder()
    let code = try ask(&recorder)
    recorder.tell(.closeRecovery)
    recorder.tell(.switchPower(on: false), after: .minutes(1))
    recorder.tell(.switchPower(on: true))
    recorder.finishStart()
    recorder.open(.email)
    #expect(recorder.tell(.enterRecoveryCode(code)).refusals == [.recovery(.notOpen)])
    recorder.tell(.openCodeEntry)
    recorder.tell(.enterRecoveryCode(code))
    #expect(recorder.isGranted)
  }

  @Test(arguments: [-1, 0, 1])
  func `the page for the code closes by itself, and new password included`(edge: Int64) throws {
    var recorder = recorder()
    let code = try ask(&recorder)
    recorder.tell(.enterRecoveryCode(code), after: .minutes(4))
    recorder.pass(.minutes(1) + .milliseconds(edge))
    #expect(recorder.isGranted == (edge < 0))
  }

  @Test func `after the page has closed the code is still good`() throws {
    var recorder = recorder()
    let code = try ask(&recorder)
    #expect(recorder.pass(.minutes(5)).contains(.codeEntryClosed(.email)))
    #expect(recorder.tab == .email(nil))
    recorder.tell(.openCodeEntry)
    recorder.tell(.enterRecoveryCode(code))
    #expect(recorder.isGranted)
  }

  @Test func `asking counts, whatever address is typed, and the day goes by`() {
    var recorder = recorder()
    recorder.open(.email)
    recorder.tell(.requestRecoveryMail("a@b.cd"))
    recorder.tell(.requestRecoveryMail("a@b.cd"), after: .hours(1))
    let next = recorder.now + .hours(23)
    #expect(
      recorder.tell(.requestRecoveryMail(TestRecorder.email)).refusals
        == [.recovery(.tooManyMails(most: 2, next: next))])
    recorder.pass(.hours(23) - .milliseconds(1))
    #expect(recorder.tell(.requestRecoveryMail(TestRecorder.email)).refusals.count == 1)
    recorder.pass(.milliseconds(1))
    #expect(recorder.tell(.requestRecoveryMail(TestRecorder.email)).refusals.isEmpty)
  }

  @Test func `without the network no mail leaves, and none is counted`() {
    var recorder = recorder()
    recorder.tell(.plugNetwork(false))
    recorder.open(.email)
    for _ in 1...3 {
      #expect(
        recorder.tell(.requestRecoveryMail(TestRecorder.email)).refusals == [.cloud(.noNetwork)])
    }
    recorder.tell(.plugNetwork(true))
    #expect(recorder.tell(.requestRecoveryMail(TestRecorder.email)).refusals.isEmpty)
  }

  @Test func `another address kills a code on its way to the old one`() throws {
    var recorder = recorder()
    let code = try ask(&recorder)
    recorder.tell(.closeRecovery)
    recorder.signIn()
    recorder.tell(.changeAccount(.admin, AccountChange(email: "new@example.com")))
    recorder.tell(.signOut)
    recorder.open(.email)
    recorder.tell(.openCodeEntry)
    recorder.tell(.enterRecoveryCode(code))
    #expect(!recorder.isGranted)
  }

  @Test func `a reset takes the code with it`() throws {
    var recorder = recorder(
      TestProfile.profile(
        "reset", recovery: TestProfile.everyWay(),
        resetButton: TestProfile.resetButton(
          hold: .seconds(10), longest: nil, scope: [.accounts, .network],
          camerasLoseAccess: false), settings: TestProfile.clockSettings))
    _ = try ask(&recorder)
    recorder.holdResetButton(.seconds(10))
    recorder.finishStart()
    recorder.tell(.openRecovery)
    #expect(recorder.snapshot.unavailability(of: .email) == .neverSetUp)
    #expect(recorder.snapshot.unavailability(of: .app) == .notBound)
    #expect(recorder.snapshot.unavailability(of: .client) == .notRegistered)
  }

  @Test func `the client software asks for its own mail`() throws {
    var recorder = recorder()
    recorder.tell(.requestClientMail)
    guard case .codeMail(_, let address, _) = recorder.state.outgoing.first else {
      Issue.record("no mail left")
      return
    }
    #expect(address == "client@example.com")
    let code = try #require(recorder.sentCode)
    recorder.open(.email)
    recorder.tell(.openCodeEntry)
    #expect(recorder.tell(.enterRecoveryCode(code)).refusals.count == 1)
    recorder.tell(.chooseRecoveryMethod(.client))
    recorder.tell(.openCodeEntry)
    recorder.tell(.enterRecoveryCode(code))
    #expect(recorder.isGranted)
  }

  @Test func `client software with another address kills the code on its way`() throws {
    var recorder = recorder()
    recorder.tell(.requestClientMail)
    let code = try #require(recorder.sentCode)
    recorder.tell(
      .registerClient(email: "new@example.com", .admin, TestRecorder.password, from: "10.0.0.9"))
    recorder.open(.client)
    recorder.tell(.openCodeEntry)
    recorder.tell(.enterRecoveryCode(code))
    #expect(!recorder.isGranted)
  }

  @Test func `client software that cannot sign in registers nothing`() {
    var recorder = TestRecorder.installed(TestProfile.everyMethod)
    let refused = recorder.tell(
      .registerClient(email: "c@example.com", .admin, "wrong", from: "10.0.0.9"))
    #expect(refused.refusals.count == 1)
    #expect(recorder.snapshot.clientEmail == nil)
    recorder.tell(
      .registerClient(email: "c@example.com", .admin, TestRecorder.password, from: "10.0.0.9"))
    #expect(recorder.snapshot.clientEmail == "c@example.com")
  }

  @Test(arguments: ["", "thief", "thief@", "@example.com"])
  func `an address that is none is answered alike as well`(address: String) {
    var recorder = recorder()
    recorder.open(.email)
    #expect(recorder.tell(.requestRecoveryMail(address)).refusals.isEmpty)
    #expect(recorder.sentCode == nil)
  }

  @Test(arguments: [
    ("installer@example.com", "in•••@example.com"), ("bob@b.cd", "b•••@b.cd"),
    ("a@b.cd", "a•••@b.cd"), ("none", "•••"),
  ])
  func `an address is masked`(address: String, masked: String) {
    #expect(address.maskedAddress == masked)
  }
}
