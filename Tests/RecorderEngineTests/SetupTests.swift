import RecorderEngine
import Support
import Testing

@Suite struct SetupTests {
  private let offered = TestProfile.profile("offered", wizard: .offered)

  @Test func nobodySignsInBeforeTheWizard() {
    var recorder = TestRecorder(TestProfile.wizard)
    #expect(recorder.snapshot.needsSetup)
    for password: Secret in ["", "12345", "admin"] {
      #expect(recorder.tell(.session(.signIn(.admin, password))).refusals == [.setup(.needed)])
    }
    #expect(recorder.tell(.recovery(.open)).refusals == [.setup(.needed)])
    #expect(recorder.tell(.setUp(.finish)).refusals == [.setup(.passwordNeeded)])
    #expect(recorder.tell(.setUp(.skip)).refusals == [.setup(.passwordNeeded)])
  }

  @Test func theWizardSetsEverythingAndSignsIn() {
    var recorder = TestRecorder(TestProfile.wizard)
    let start = recorder.now
    recorder.tell(.setUp(.settings([.deviceName: "Shop", "network.dhcp": "on"])))
    recorder.tell(.setUp(.clock(start + .hours(2))))
    recorder.tell(.setUp(.password(.twice("First-Pass1"))))
    recorder.tell(.setUp(.questions(recorder.profile.answeredQuestions)))
    recorder.tell(.setUp(.email("shop@example.org")))
    recorder.tell(.setUp(.finish))
    let snapshot = recorder.snapshot
    #expect(snapshot.setup == .done && snapshot.session?.account == .admin)
    #expect(snapshot.settings[.deviceName] == "Shop" && snapshot.settings["network.dhcp"] == "on")
    #expect(snapshot.clock.offset == .hours(2))
    #expect(snapshot.account(.admin)?.questions == 3)
    #expect(snapshot.account(.admin)?.email == "shop@example.org")
    recorder.tell(.session(.signOut))
    #expect(recorder.signIn(.admin, "First-Pass1").refusals.isEmpty)
  }

  @Test func theWizardFormatsTheDiskAndNobodyElseWithoutAPassword() {
    var recorder = TestRecorder(TestProfile.wizard)
    let events = recorder.tell(.setUp(.formatDisk))
    #expect(events.logged == [.diskFormatted])
    #expect(recorder.snapshot.log.entries.last?.account == .admin)
    #expect(recorder.snapshot.recordings.spans.map(\.start) == [recorder.now, recorder.now])
    #expect(recorder.snapshot.diskUsed(at: recorder.now) == 0)
    recorder.tell(.setUp(.password(.twice("First-Pass1"))))
    recorder.tell(.setUp(.finish))
    #expect(recorder.tell(.setUp(.formatDisk)).refusals == [.setup(.notOpen)])
  }

  @Test func thereIsNothingToFormatWithoutADisk() {
    var recorder = TestRecorder(TestProfile.wizard)
    recorder.tell(.hands(.switchPower(on: false)))
    recorder.tell(.hands(.connectDisk(false)))
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
    #expect(recorder.tell(.setUp(.formatDisk)).refusals == [.disk(.missing)])
  }

  @Test func wrongStepsAreRefusedAndChangeNothing() {
    var recorder = TestRecorder(TestProfile.wizard)
    let before = recorder.snapshot
    #expect(
      recorder.tell(.setUp(.password(.twice("short1")))).refusals
        == [.password(.tooShort(came: 6, shortest: 8, level: .middle))])
    #expect(
      recorder.tell(.setUp(.questions([]))).refusals
        == [.questions(.wrongCount(came: 0, expected: 3))])
    #expect(recorder.tell(.setUp(.email("nowhere"))).refusals == [.account(.emailUnlikely)])
    #expect(
      recorder.tell(.setUp(.settings([.deviceName: "thirteen signs"]))).refusals
        == [.setting(.deviceName, .tooLong(came: 14, longest: 12))])
    #expect(recorder.snapshot == before)
  }

  @Test func goingBackToThePasswordMayTypeTheSameAgain() {
    var recorder = TestRecorder(TestProfile.wizard)
    recorder.tell(.setUp(.password(.twice("First-Pass1"))))
    #expect(recorder.tell(.setUp(.password(.twice("First-Pass1")))).refusals.isEmpty)
    #expect(recorder.tell(.setUp(.password(.twice("Other-Pass1")))).refusals.isEmpty)
    recorder.tell(.setUp(.finish))
    recorder.tell(.session(.signOut))
    #expect(recorder.signIn(.admin, "Other-Pass1").refusals.isEmpty)
  }

  @Test func anOfferedWizardCanBeSkippedAndPassedBy() {
    var skipped = TestRecorder(offered)
    #expect(skipped.tell(.setUp(.skip)).refusals.isEmpty)
    #expect(skipped.snapshot.setup == .done)
    var passed = TestRecorder(offered)
    #expect(passed.tell(.session(.signIn(.admin, "12345"))).refusals.isEmpty)
    #expect(passed.snapshot.setup == .done)
  }

  @Test func theWizardIsClosedOnceItIsThrough() {
    var recorder = TestRecorder.installed(TestProfile.wizard)
    #expect(
      recorder.tell(.setUp(.password(.twice("Taken-Over1")))).refusals == [.setup(.notOpen)])
  }

  @Test func aResetOpensItAgainAndKeepsNoOldPassword() {
    var recorder = TestRecorder.installed(TestProfile.wizard)
    recorder.holdResetButton(.seconds(10))
    recorder.finishStart()
    #expect(recorder.snapshot.needsSetup)
    #expect(recorder.signIn().refusals == [.setup(.needed)])
    recorder.tell(.setUp(.password(.twice("After-Reset1"))))
    recorder.tell(.setUp(.finish))
    #expect(recorder.snapshot.session?.account == .admin)
  }

  // MARK: At every start

  private func atEveryStart(_ value: String = "on") -> TestRecorder {
    let setting = SettingDefinition(
      key: .startupWizard, store: .system, kind: .toggle, initial: Sourced(value, .assumed))
    return TestRecorder.installed(
      TestProfile.profile("every-start", settings: [setting]),
      accounts: [
        Preparation.Account(
          details: AccountDetails(name: "bob", group: "Ordinary"),
          password: TestRecorder.password)
      ])
  }

  private func restart(_ recorder: inout TestRecorder) {
    recorder.tell(.hands(.switchPower(on: false)))
    recorder.tell(.hands(.switchPower(on: true)))
    recorder.finishStart()
  }

  @Test func itComesOnceAfterEachStartForWhoMaySetThings() {
    var recorder = atEveryStart()
    recorder.signIn("bob")
    #expect(recorder.snapshot.setup == .done)
    recorder.tell(.session(.signOut))
    recorder.signIn()
    #expect(recorder.snapshot.setup == .repeated && recorder.snapshot.session != nil)
    recorder.tell(.setUp(.settings([.deviceName: "Shop"])))
    #expect(recorder.snapshot.settings[.deviceName] == "Shop")
    recorder.tell(.setUp(.clock(recorder.now + .hours(2))))
    #expect(recorder.snapshot.clock.offset == .hours(2))
    recorder.tell(.setUp(.finish))
    #expect(recorder.snapshot.setup == .done && recorder.snapshot.session != nil)
    recorder.tell(.session(.signOut))
    recorder.signIn()
    #expect(recorder.snapshot.setup == .done, "once is enough")
    restart(&recorder)
    #expect(recorder.snapshot.setup == .done)
    recorder.signIn()
    #expect(recorder.snapshot.setup == .repeated)
    recorder.tell(.session(.signOut))
    #expect(recorder.snapshot.setup == .done, "it goes with whoever it came for")
  }

  @Test func switchedOffItDoesNotCome() {
    var recorder = atEveryStart("off")
    recorder.signIn()
    #expect(recorder.snapshot.setup == .done)
    recorder.tell(.changeSettings([.startupWizard: "on"]))
    #expect(recorder.snapshot.setup == .done)
    restart(&recorder)
    recorder.signIn()
    #expect(recorder.snapshot.setup == .repeated)
  }

  @Test func itLetsNobodyPassAndSetsNoPassword() {
    var recorder = atEveryStart()
    #expect(recorder.tell(.setUp(.settings([.deviceName: "x"]))).refusals == [.setup(.notOpen)])
    recorder.signIn()
    #expect(recorder.snapshot.setup == .repeated)
    for step: SetupStep in [
      .password(.twice("Other-Pass1")), .email("x@example.org"), .formatDisk,
      .questions(recorder.profile.answeredQuestions),
    ] {
      #expect(recorder.tell(.setUp(step)).refusals == [.setup(.notOpen)])
    }
    recorder.tell(.setUp(.skip))
    #expect(recorder.snapshot.setup == .done)
    recorder.tell(.session(.signOut))
    #expect(recorder.signIn().refusals.isEmpty)
  }
}
