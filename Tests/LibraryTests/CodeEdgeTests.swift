import RecorderEngine
import Support
import Testing

/// The numbers of codes at their edges, for every profile that has the method.
@Suite struct CodeEdgeTests {
  static let profiles = EdgeTests.profiles
  static let edges = EdgeTests.edges

  /// With the newest firmware that lies on the stick, for methods that come with an upgrade.
  private func recorder(_ profile: RecorderProfile, for method: RecoveryMethod) -> TestRecorder? {
    guard profile.recovery.code(of: method) != nil else { return nil }
    var recorder = TestRecorder.installed(profile, withEveryMethod: true)
    if case .needsFirmware = recorder.snapshot.unavailability(of: method) {
      recorder.signIn()
      let model = profile.identity.model
      let files = profile.maintenance.firmwareFiles.value.filter { $0.model == model }
      guard let newest = files.max(by: { $0.version < $1.version }) else { return nil }
      recorder.tell(.maintenance(.upgrade(with: newest.name, Approval(TestRecorder.password))))
      recorder.pass(profile.maintenance.upgradeTime.value)
      recorder.finishStart()
    }
    return recorder.snapshot.unavailability(of: method) == nil ? recorder : nil
  }

  /// Asks for a mail in the way of the method; the page for the code is not open.
  private func ask(_ method: RecoveryMethod, _ recorder: inout TestRecorder) -> Secret? {
    if method == .client {
      recorder.tell(.cloud(.requestClientMail))
    } else {
      recorder.open(.email)
      recorder.tell(.recovery(.requestMail(TestRecorder.email)))
    }
    return recorder.sentCode
  }

  @Test(arguments: profiles, [RecoveryMethod.email, .client])
  func `a mailed code lives as long as the profile says`(
    profile: RecorderProfile, method: RecoveryMethod
  ) throws {
    for edge in Self.edges {
      guard var recorder = recorder(profile, for: method),
        let rules = profile.recovery.mailed(method)
      else { return }
      let code = try #require(ask(method, &recorder))
      recorder.pass(rules.life.value - .seconds(1))
      recorder.open(method)
      recorder.tell(.recovery(.openCodeEntry))
      recorder.tell(.recovery(.enterCode(code)), after: .seconds(1) + .milliseconds(edge))
      #expect(recorder.isGranted == (edge < 0), "\(method) \(edge)")
    }
  }

  @Test(arguments: profiles, [RecoveryMethod.email, .client])
  func `the page for a mailed code closes to the millisecond`(
    profile: RecorderProfile, method: RecoveryMethod
  ) {
    for edge in Self.edges {
      guard var recorder = recorder(profile, for: method),
        let rules = profile.recovery.mailed(method)
      else { return }
      recorder.open(method)
      recorder.tell(.recovery(.openCodeEntry))
      recorder.pass(rules.entryTime.value + .milliseconds(edge))
      #expect((recorder.tab?.entry != nil) == (edge < 0), "\(method) \(edge)")
    }
  }

  @Test(arguments: profiles, [RecoveryMethod.email, .client])
  func `so many mails leave in a day, and no more`(
    profile: RecorderProfile, method: RecoveryMethod
  ) {
    guard var recorder = recorder(profile, for: method),
      let most = profile.recovery.mailed(method)?.mailsPerDay.value
    else { return }
    for number in 1...most + 1 {
      #expect((ask(method, &recorder) != nil) == (number <= most), "\(number)")
    }
  }

  @Test(arguments: profiles, edges)
  func `the app's code and the offer to bind end to the millisecond`(
    profile: RecorderProfile, edge: Int64
  ) throws {
    guard var recorder = recorder(profile, for: .app), let rules = profile.recovery.app else {
      return
    }
    recorder.tell(.cloud(.startAppRecovery(account: TestRecorder.appAccount)))
    let code = try #require(recorder.sentCode)
    recorder.open(.app)
    recorder.tell(.recovery(.enterCode(code)), after: rules.life.value + .milliseconds(edge))
    #expect(recorder.isGranted == (edge < 0))
    recorder.tell(.recovery(.close))
    recorder.signIn()
    recorder.tell(.cloud(.offerBinding))
    recorder.pass(rules.offerTime.value + .milliseconds(edge))
    #expect((recorder.snapshot.cloud.offer != nil) == (edge < 0))
  }

  @Test(arguments: profiles, edges)
  func `a QR code lives as long as the profile says`(
    profile: RecorderProfile, edge: Int64
  ) throws {
    guard var recorder = recorder(profile, for: .qrCode), let rules = profile.recovery.qrCode
    else { return }
    recorder.open(.qrCode)
    let before = recorder.tab
    recorder.pass(rules.life.value + .milliseconds(edge))
    #expect((recorder.tab == before) == (edge < 0))
    guard case .qrCode(let ticket) = recorder.tab else { return }
    let most = rules.codesPerPicture.value
    recorder.tell(.recovery(.enterCode(recorder.code(for: ticket, scan: most + Int(edge)))))
    #expect(recorder.isGranted == (edge <= 0))
  }

  @Test(arguments: profiles, [RecoveryMethod.email, .qrCode, .app, .client, .unlockCode])
  func `wrong codes pause their method, or all of them`(
    profile: RecorderProfile, method: RecoveryMethod
  ) throws {
    for edge in Self.edges {
      guard var recorder = recorder(profile, for: method),
        let limit = profile.recovery.limit(of: method)
      else { return }
      recorder.open(method)
      recorder.tell(.recovery(.openCodeEntry))
      for number in 1...limit.tries {
        #expect(recorder.snapshot.recoveryPauses.isEmpty, "\(number)")
        recorder.tell(.recovery(.enterCode("wrong")))
      }
      let together = profile.recovery.countsTogether.value
      #expect(
        recorder.snapshot.recoveryPauses.map(\.method)
          == (together ? profile.recovery.methods : [method]))
      recorder.pass(limit.pause + .milliseconds(edge))
      #expect(recorder.snapshot.recoveryPauses.isEmpty == (edge >= 0))
    }
  }

  @Test(arguments: profiles, edges)
  func `a reset is written as long as the profile says, and a power cut leaves everything`(
    profile: RecorderProfile, edge: Int64
  ) {
    let rules = profile.resetButton
    guard rules.writeTime.value > .zero else { return }
    var recorder = TestRecorder.installed(profile)
    recorder.pressResetButton()
    recorder.tell(.hands(.releaseResetButton), after: rules.hold.value)
    recorder.tell(
      .hands(.switchPower(on: false)), after: rules.writeTime.value + .milliseconds(edge))
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    let isReset = recorder.snapshot.account(.admin)?.password == .factoryDefault
    #expect(isReset == (edge >= 0))
  }
}
