import RecorderEngine
import Support
import Testing

@Suite struct MaintenanceTests {
  private let approval = Approval(TestRecorder.password)

  private func signedIn(_ profile: RecorderProfile = TestProfile.classic) -> TestRecorder {
    var recorder = TestRecorder.installed(profile)
    recorder.signIn()
    return recorder
  }

  @Test(arguments: [true, false])
  func factoryDefaultMayKeepTheNetwork(keepsNetwork: Bool) {
    var recorder = signedIn()
    recorder.tell(.changeSettings(["network.port": "8080", .deviceName: "Shop"]))
    recorder.tell(.groups(.add("Night", copyOf: "Ordinary")))
    let kept = recorder.snapshot.recordings
    recorder.tell(.maintenance(.factoryDefault(keepsNetwork: keepsNetwork, approval)))
    recorder.finishStart()
    let snapshot = recorder.snapshot
    #expect(snapshot.settings["network.port"] == (keepsNetwork ? "8080" : "80"))
    #expect(snapshot.settings[.deviceName] == "DVR")
    #expect(snapshot.group("Night") == nil)
    #expect(snapshot.account(.admin)?.password == .factoryDefault)
    #expect(snapshot.recordings.oldest == kept.oldest)
    #expect(recorder.tell(.session(.signIn(.admin, "12345"))).refusals.isEmpty)
  }

  @Test func anUpgradeBringsWhatItPromises() {
    var recorder = signedIn()
    #expect(recorder.snapshot.firmware.description == "1.4.2")
    recorder.tell(.accounts(.change(.admin, AccountChange(email: "me@example.org"))))
    let older = recorder.snapshot.unavailability(of: .email)
    recorder.tell(.maintenance(.upgrade(with: "newer.sw", approval)))
    recorder.pass(.seconds(59))
    #expect(recorder.snapshot.firmware.description == "1.4.2")
    recorder.pass(.seconds(1))
    #expect(recorder.snapshot.firmware.description == "1.4.12")
    recorder.finishStart()
    #expect(recorder.snapshot.power == .running)
    #expect(recorder.snapshot.unavailability(of: .email) != older)
  }

  @Test func aPowerCutLeavesTheOldFirmware() {
    var recorder = signedIn()
    recorder.tell(.maintenance(.upgrade(with: "newer.sw", approval)))
    let cut = recorder.tell(.hands(.switchPower(on: false)), after: .milliseconds(59_999))
    #expect(cut.logged.contains(.upgradeInterrupted))
    recorder.tell(.hands(.switchPower(on: true)), after: .days(1))
    recorder.finishStart()
    #expect(recorder.snapshot.firmware.description == "1.4.2")
    #expect(recorder.snapshot.power == .running)
  }

  @Test func filesThatWillNotDoAreRefused() {
    var recorder = signedIn()
    let tries: [(String, UpgradeProblem)] = [
      ("none.sw", .noSuchFile("none.sw")), ("other.sw", .otherModel("OTHER-1")),
      ("same.sw", .notNewer(recorder.snapshot.firmware)),
    ]
    for (file, problem) in tries {
      #expect(
        recorder.tell(.maintenance(.upgrade(with: file, approval))).refusals == [.upgrade(problem)])
    }
    #expect(
      recorder.tell(.maintenance(.upgrade(with: "newer.sw", Approval("wrong")))).refusals
        == [.wrongCurrentPassword])
    #expect(recorder.snapshot.power == .running)
  }

  private func exported(_ recorder: inout TestRecorder) -> Configuration? {
    recorder.tell(.maintenance(.exportConfiguration)).compactMap { event in
      if case .configurationExported(let configuration) = event { configuration } else { nil }
    }.first
  }

  @Test func aConfigurationComesBackWhole() throws {
    var recorder = signedIn()
    recorder.tell(.changeSettings(["network.port": "8080", .deviceName: "Shop"]))
    recorder.tell(.groups(.add("Night", copyOf: "Advanced")))
    recorder.tell(.remote(.setAccessList(AccessList(mode: .block, addresses: ["10.0.0.9"]))))
    let file = try #require(exported(&recorder))
    let before = recorder.snapshot
    var other = signedIn()
    other.tell(.maintenance(.restoreConfiguration(file, approval)))
    other.finishStart()
    #expect(other.snapshot.settings == before.settings)
    #expect(other.snapshot.groups == before.groups)
    #expect(other.snapshot.accessList == before.accessList)
    #expect(other.signIn().refusals.isEmpty)
  }

  @Test func aConfigurationThatDoesNotFitChangesNothing() throws {
    var recorder = signedIn()
    let good = try #require(exported(&recorder))
    var otherModel = good
    otherModel.model = "OTHER-1"
    var unknown = good
    unknown.settings["system.magic"] = "on"
    var wrong = good
    wrong.settings["network.port"] = "65536"
    var group = good
    group.groups = [Group(name: "ordinary", local: .all, isBuiltIn: false)]
    var builtIn = good
    builtIn.groups = [Group(name: "Secret", local: .all, isBuiltIn: true)]
    var address = good
    address.accessList.addresses = ["somewhere"]
    let before = recorder.snapshot
    for bad in [otherModel, unknown, wrong, group, builtIn, address] {
      let refusals = recorder.tell(.maintenance(.restoreConfiguration(bad, approval))).refusals
      guard case .configuration = refusals.first else {
        Issue.record("taken: \(bad)")
        continue
      }
    }
    #expect(recorder.snapshot == before)
  }

  @Test func nothingSecretIsExported() throws {
    var recorder = signedIn()
    let file = try #require(exported(&recorder))
    #expect(!"\(file)".contains("Right-Pass1"))
    #expect(!"\(file)".contains("sealed"))
  }
}

@Suite struct RemoteAccessTests {
  private func installed() -> TestRecorder {
    TestRecorder.installed(
      accounts: [
        Preparation.Account(
          details: AccountDetails(name: "guard", group: "Ordinary"), password: "Guard-Pass1"),
        Preparation.Account(
          details: AccountDetails(name: "boss", group: "Advanced"), password: "Boss-Pass1"),
      ])
  }

  @Test func whoIsOnlineCanBeSeenAndSentAway() {
    var recorder = installed()
    recorder.tell(.remote(.signIn("boss", "Boss-Pass1", from: "10.0.0.7")))
    #expect(recorder.snapshot.remoteSessions.map(\.account) == ["boss"])
    #expect(
      recorder.tell(.remote(.disconnect(from: "10.0.0.7"))).refusals == [.signInNeeded])
    recorder.signIn()
    recorder.tell(.remote(.disconnect(from: "10.0.0.7")))
    #expect(recorder.snapshot.remoteSessions.isEmpty)
  }

  @Test func aGroupWithoutRemoteRightsStaysOutside() {
    var recorder = installed()
    let refusals = recorder.tell(
      .remote(.signIn("guard", "Guard-Pass1", from: "10.0.0.7"))
    ).refusals
    #expect(refusals == [.notAllowed(.live)])
  }

  @Test func theLockOutIsSharedWithTheRecorder() {
    var recorder = installed()
    for _ in 0..<5 { recorder.tell(.remote(.signIn(.admin, "wrong", from: "10.0.0.7"))) }
    guard case .lockedOut = recorder.signIn().refusals.first else {
      Issue.record("admin is not locked")
      return
    }
  }

  @Test func blockedAndAllowedAddresses() {
    var recorder = installed()
    recorder.signIn()
    recorder.tell(.remote(.signIn("boss", "Boss-Pass1", from: "10.0.0.7")))
    recorder.tell(.remote(.setAccessList(AccessList(mode: .block, addresses: ["10.0.0.7"]))))
    #expect(recorder.snapshot.remoteSessions.isEmpty)
    let attempt = RecorderCommand.remote(.signIn("boss", "Boss-Pass1", from: "10.0.0.7"))
    #expect(recorder.tell(attempt).refusals == [.addressBlocked("10.0.0.7")])
    recorder.tell(.remote(.setAccessList(AccessList(mode: .allow, addresses: ["10.0.0.7"]))))
    #expect(recorder.tell(attempt).refusals.isEmpty)
    let other = RecorderCommand.remote(.signIn("boss", "Boss-Pass1", from: "10.0.0.8"))
    #expect(recorder.tell(other).refusals == [.addressBlocked("10.0.0.8")])
  }

  @Test(arguments: [2, 3, 4])
  func theListOfAddressesHasALimit(count: Int) {
    var recorder = installed()
    recorder.signIn()
    let list = AccessList(mode: .block, addresses: (0..<count).map { "10.0.0.\($0)" })
    let refusals = recorder.tell(.remote(.setAccessList(list))).refusals
    #expect(refusals == (count > 3 ? [.accessList(.tooMany(most: 3))] : []))
  }

  @Test func aDisabledAccountIsSentAway() {
    var recorder = installed()
    recorder.tell(.remote(.signIn("boss", "Boss-Pass1", from: "10.0.0.7")))
    recorder.signIn()
    recorder.tell(.accounts(.change("boss", AccountChange(isEnabled: false))))
    #expect(recorder.snapshot.remoteSessions.isEmpty)
  }
}
