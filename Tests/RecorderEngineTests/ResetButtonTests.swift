import RecorderEngine
import Support
import Testing

@Suite struct ResetButtonTests {
  @Test(
    "The button resets from exactly the hold that the profile asks for",
    arguments: TestProfile.all, [-1, 0, 1] as [Int64])
  func shortestHold(profile: RecorderProfile, offset: Int64) {
    let button = profile.resetButton
    let hold = button.hold.value + .milliseconds(offset)
    if let longest = button.longestHold?.value, hold > longest { return }
    var recorder = TestRecorder.installed(profile)
    let events = recorder.holdResetButton(hold)
    if offset < 0 {
      #expect(events.refusals == [.resetHoldTooShort(held: hold)])
      #expect(events.beeps.isEmpty)
    } else {
      #expect(events.contains(.power(.resetDone(button.scope.value))))
      #expect(events.beeps == [.confirming(times: button.beeps.value)])
    }
  }

  @Test(
    "Where a hold can be too long, it is from a millisecond over the limit",
    arguments: TestProfile.all, [-1, 0, 1] as [Int64])
  func longestHold(profile: RecorderProfile, offset: Int64) {
    guard let longest = profile.resetButton.longestHold?.value else { return }
    let hold = longest + .milliseconds(offset)
    guard hold >= profile.resetButton.hold.value else { return }
    var recorder = TestRecorder.installed(profile)
    let events = recorder.holdResetButton(hold)
    #expect(events.refusals == (offset > 0 ? [.resetHoldTooLong(held: hold)] : []))
    #expect((recorder.snapshot.account(.admin)?.password == .factoryDefault) == (offset <= 0))
  }

  @Test("Where no hold is too long, an hour will do")
  func endlessHold() {
    var recorder = TestRecorder.installed()
    #expect(recorder.holdResetButton(.hours(1)).refusals.isEmpty)
  }

  @Test("The recorder beeps while the paperclip is still in, when it is long enough")
  func beepsWhileHeld() {
    var recorder = TestRecorder.installed()
    recorder.tell(.hands(.pressResetButton))
    #expect(recorder.pass(.milliseconds(9_999)).isEmpty)
    #expect(recorder.pass(.milliseconds(1)).beeps == [.confirming(times: 2)])
    #expect(recorder.pass(.hours(1)).isEmpty)
  }

  @Test(
    "After a reset the recorder restarts and the factory password opens it",
    arguments: TestProfile.all)
  func defaultWorksAfterReset(profile: RecorderProfile) throws {
    let factory = Secret(try #require(profile.signIn.defaultPassword?.value))
    var recorder = TestRecorder.installed(profile)
    recorder.signInWrongly(times: profile.signIn.tries.value)
    recorder.holdResetButton(profile.resetButton.hold.value)
    #expect(recorder.signIn(.admin, factory).refusals == [.notRunning])
    recorder.finishStart()
    #expect(recorder.signIn(.admin, factory).contains(.session(.defaultPasswordInUse(.admin))))
  }

  @Test("A reset takes exactly the stores of its scope", arguments: TestProfile.all)
  func scope(profile: RecorderProfile) {
    var recorder = changedRecorder(profile)
    let before = recorder.snapshot
    recorder.holdResetButton(profile.resetButton.hold.value)
    let after = recorder.snapshot
    for definition in profile.settings {
      let isReset = profile.resetButton.scope.value.contains(definition.store)
      let expected = isReset ? definition.initial.value : before.settings[definition.key]
      #expect(after.settings[definition.key] == expected, "\(definition.key.text)")
    }
    let losesAccounts = profile.resetButton.scope.value.contains(.accounts)
    #expect(after.accounts.count == (losesAccounts ? 1 : before.accounts.count))
    let keepsQuestions = !losesAccounts && profile.recovery.securityQuestions != nil
    #expect((after.account(.admin)?.questions ?? 0 > 0) == keepsQuestions)
  }

  /// A recorder with another account and no setting as it was from the factory.
  private func changedRecorder(_ profile: RecorderProfile) -> TestRecorder {
    let guest = Preparation.Account(
      details: AccountDetails(name: "guest", group: "Ordinary"), password: "Guest-Pass1")
    var recorder = TestRecorder.installed(profile, accounts: [guest])
    recorder.signIn()
    let events = recorder.tell(
      .changeSettings([
        .deviceName: "Shop", "system.language": "Hebrew", "network.address": "10.0.0.7",
        "network.port": "8080", "network.dhcp": "on", .channelName(1): "Gate",
      ]))
    #expect(events.refusals.isEmpty)
    recorder.tell(.session(.signOut))
    return recorder
  }

  @Test("Recordings survive a reset unless they are in its scope", arguments: TestProfile.all)
  func recordingsSurvive(profile: RecorderProfile) {
    var recorder = TestRecorder.installed(profile)
    let before = recorder.snapshot.recordings.oldest
    recorder.holdResetButton(profile.resetButton.hold.value)
    recorder.finishStart()
    let after = recorder.snapshot.recordings
    let isTaken = profile.resetButton.scope.value.contains(.recordings)
    #expect((after.oldest == before) == !isTaken)
  }

  @Test(
    "Cameras that keep their old password answer so after a reset, and no longer record",
    arguments: TestProfile.all)
  func camerasLoseAccess(profile: RecorderProfile) {
    var recorder = TestRecorder.installed(profile)
    recorder.holdResetButton(profile.resetButton.hold.value)
    recorder.finishStart()
    let isLost = profile.resetButton.camerasLoseAccess.value
    let expected: ChannelState = isLost ? .wrongPassword : .live
    #expect(recorder.snapshot.cameras.channels == [expected, expected, .noSignal])
    #expect(recorder.snapshot.recordings.spans.contains { $0.end == nil } == !isLost)
  }

  @Test(
    "A power cut while the paperclip is in leaves everything as it was",
    arguments: TestProfile.all)
  func powerCutWhileHolding(profile: RecorderProfile) {
    var recorder = TestRecorder.installed(profile)
    recorder.tell(.hands(.pressResetButton))
    recorder.pass(profile.resetButton.hold.value)
    recorder.tell(.hands(.switchPower(on: false)))
    #expect(recorder.tell(.hands(.releaseResetButton)).isEmpty)
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    #expect(recorder.signIn().refusals.isEmpty)
  }

  @Test("Nobody listens to the button without power, nor before the recorder runs")
  func needsPower() {
    var recorder = TestRecorder.installed()
    recorder.tell(.hands(.switchPower(on: false)))
    #expect(recorder.tell(.hands(.pressResetButton)).refusals == [.notRunning])
    recorder.tell(.hands(.switchPower(on: true)))
    #expect(recorder.tell(.hands(.pressResetButton)).refusals == [.notRunning])
    recorder.finishStart()
    #expect(recorder.tell(.hands(.pressResetButton)).refusals.isEmpty)
  }

  @Test("A reset ends the session, the wizard and the lock-out, and is in the log")
  func resetEndsEverything() {
    var recorder = TestRecorder.installed()
    recorder.tell(.recovery(.open))
    let events = recorder.holdResetButton(.seconds(10))
    #expect(events.logged.contains(.resetByButton([.adminPassword])))
    #expect(recorder.snapshot.recovery == .closed)
    recorder.finishStart()
    recorder.signIn(.admin, "12345")
    #expect(recorder.holdResetButton(.seconds(10)).contains(.session(.signedOut(.restarted))))
  }
}
