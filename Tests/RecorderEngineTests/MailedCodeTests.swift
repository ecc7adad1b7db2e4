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
    recorder.tell(.recovery(.requestMail(TestRecorder.email)))
    return try #require(recorder.sentCode)
  }

  @Test func `the code that was mailed opens, once`() throws {
    var recorder = recorder()
    let code = try ask(&recorder)
    recorder.tell(.recovery(.enterCode(code)))
    #expect(recorder.isGranted)
    recorder.tell(.recovery(.setPassword(.twice("Other-Pass2!"))))
    #expect(recorder.snapshot.session?.account == .admin)
    recorder.tell(.session(.signOut))
    recorder.open(.email)
    recorder.tell(.recovery(.openCodeEntry))
    #expect(recorder.tell(.recovery(.enterCode(code))).refusals == [.recovery(.wrongCode(left: 2))])
  }

  @Test func `a wrong address is answered like the right one, and gets nothing`() {
    var right = recorder()
    var wrong = recorder()
    right.open(.email)
    wrong.open(.email)
    let yes = right.tell(.recovery(.requestMail(" Installer@Example.com ")))
    let no = wrong.tell(.recovery(.requestMail("thief@example.com")))
    #expect(yes == no)
    #expect(right.snapshot == wrong.snapshot)
    #expect(right.state.outgoing.count == 1)
    #expect(wrong.sentCode == nil)
    #expect(wrong.state.outgoing == [.wrongAddressMail(to: "installer@example.com")])
  }

  @Test func `a new code replaces the old one`() throws {
    var recorder = recorder()
    let old = try ask(&recorder)
    recorder.tell(.recovery(.requestMail(TestRecorder.email)), after: .seconds(1))
    let new = try #require(recorder.sentCode)
    recorder.tell(.recovery(.enterCode(old)))
    #expect(!recorder.isGranted)
    recorder.tell(.recovery(.enterCode(new)))
    #expect(recorder.isGranted)
  }

  @Test func `closing the wizard leaves the code alive`() throws {
    var recorder = recorder()
    let code = try ask(&recorder)
    recorder.tell(.recovery(.close))
    recorder.tell(.hands(.switchPower(on: false)), after: .minutes(1))
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    recorder.open(.email)
    #expect(recorder.tell(.recovery(.enterCode(code))).refusals == [.recovery(.notOpen)])
    recorder.tell(.recovery(.openCodeEntry))
    recorder.tell(.recovery(.enterCode(code)))
    #expect(recorder.isGranted)
  }

  @Test(arguments: [-1, 0, 1])
  func `the page for the code closes by itself, and new password included`(edge: Int64) throws {
    var recorder = recorder()
    let code = try ask(&recorder)
    recorder.tell(.recovery(.enterCode(code)), after: .minutes(4))
    recorder.pass(.minutes(1) + .milliseconds(edge))
    #expect(recorder.isGranted == (edge < 0))
  }

  @Test func `after the page has closed the code is still good`() throws {
    var recorder = recorder()
    let code = try ask(&recorder)
    #expect(recorder.pass(.minutes(5)).contains(.recovery(.codeEntryClosed(.email))))
    #expect(recorder.tab == .email(nil))
    recorder.tell(.recovery(.openCodeEntry))
    recorder.tell(.recovery(.enterCode(code)))
    #expect(recorder.isGranted)
  }

  @Test func `asking counts, whatever address is typed, and the day goes by`() {
    var recorder = recorder()
    recorder.open(.email)
    recorder.tell(.recovery(.requestMail("a@b.cd")))
    recorder.tell(.recovery(.requestMail("a@b.cd")), after: .hours(1))
    let next = recorder.now + .hours(23)
    #expect(
      recorder.tell(.recovery(.requestMail(TestRecorder.email))).refusals
        == [.recovery(.tooManyMails(most: 2, next: next))])
    recorder.pass(.hours(23) - .milliseconds(1))
    #expect(recorder.tell(.recovery(.requestMail(TestRecorder.email))).refusals.count == 1)
    recorder.pass(.milliseconds(1))
    #expect(recorder.tell(.recovery(.requestMail(TestRecorder.email))).refusals.isEmpty)
  }

  @Test func `without the network no mail leaves, and none is counted`() {
    var recorder = recorder()
    recorder.tell(.hands(.plugNetwork(false)))
    recorder.open(.email)
    for _ in 1...3 {
      #expect(
        recorder.tell(.recovery(.requestMail(TestRecorder.email))).refusals == [.cloud(.noNetwork)])
    }
    recorder.tell(.hands(.plugNetwork(true)))
    #expect(recorder.tell(.recovery(.requestMail(TestRecorder.email))).refusals.isEmpty)
  }

  @Test func `another address kills a code on its way to the old one`() throws {
    var recorder = recorder()
    let code = try ask(&recorder)
    recorder.tell(.recovery(.close))
    recorder.signIn()
    recorder.tell(.accounts(.change(.admin, AccountChange(email: "new@example.com"))))
    recorder.tell(.session(.signOut))
    recorder.open(.email)
    recorder.tell(.recovery(.openCodeEntry))
    recorder.tell(.recovery(.enterCode(code)))
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
    recorder.tell(.recovery(.open))
    #expect(recorder.snapshot.unavailability(of: .email) == .neverSetUp)
    #expect(recorder.snapshot.unavailability(of: .app) == .notBound)
    #expect(recorder.snapshot.unavailability(of: .client) == .notRegistered)
  }

  @Test func `the client software asks for its own mail`() throws {
    var recorder = recorder()
    recorder.tell(.cloud(.requestClientMail))
    guard case .codeMail(_, let address, _) = recorder.state.outgoing.first else {
      Issue.record("no mail left")
      return
    }
    #expect(address == "client@example.com")
    let code = try #require(recorder.sentCode)
    recorder.open(.email)
    recorder.tell(.recovery(.openCodeEntry))
    #expect(recorder.tell(.recovery(.enterCode(code))).refusals.count == 1)
    recorder.tell(.recovery(.choose(.client)))
    recorder.tell(.recovery(.openCodeEntry))
    recorder.tell(.recovery(.enterCode(code)))
    #expect(recorder.isGranted)
  }

  @Test func `client software with another address kills the code on its way`() throws {
    var recorder = recorder()
    recorder.tell(.cloud(.requestClientMail))
    let code = try #require(recorder.sentCode)
    recorder.tell(
      .cloud(
        .registerClient(email: "new@example.com", .admin, TestRecorder.password, from: "10.0.0.9")))
    recorder.open(.client)
    recorder.tell(.recovery(.openCodeEntry))
    recorder.tell(.recovery(.enterCode(code)))
    #expect(!recorder.isGranted)
  }

  @Test func `client software that cannot sign in registers nothing`() {
    var recorder = TestRecorder.installed(TestProfile.everyMethod)
    let refused = recorder.tell(
      .cloud(.registerClient(email: "c@example.com", .admin, "wrong", from: "10.0.0.9")))
    #expect(refused.refusals.count == 1)
    #expect(recorder.snapshot.cloud.clientEmail == nil)
    recorder.tell(
      .cloud(
        .registerClient(email: "c@example.com", .admin, TestRecorder.password, from: "10.0.0.9")))
    #expect(recorder.snapshot.cloud.clientEmail == "c@example.com")
  }

  @Test(arguments: ["", "thief", "thief@", "@example.com"])
  func `an address that is none is answered alike as well`(address: String) {
    var recorder = recorder()
    recorder.open(.email)
    #expect(recorder.tell(.recovery(.requestMail(address))).refusals.isEmpty)
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
