import RecorderEngine
import Support
import Testing

/// What a tool on the network may order, and what it is refused.
@Suite struct RemoteOrderTests {
  private static let tool = "192.168.226.250"

  private func order(
    _ order: RemoteOrder, _ password: Secret = TestRecorder.password
  ) -> RecorderCommand {
    .remote(.obey(order, password, from: RemoteOrderTests.tool))
  }

  @Test("A new password is set with the current one, and is the one that opens")
  func setsPassword() {
    var recorder = TestRecorder.installed()
    let events = recorder.tell(order(.setPassword(.twice("Other-Pass2"))))
    #expect(events.refusals.isEmpty)
    #expect(
      events.logged == [
        .remoteOrder(.setPassword, RemoteOrderTests.tool), .passwordChanged(.admin),
      ])
    recorder.signIn(.admin, "Other-Pass2")
    #expect(recorder.snapshot.session != nil)
  }

  @Test("A password that the menu would not take is not taken from the network either")
  func refusesWeakPassword() {
    var recorder = TestRecorder.installed()
    let events = recorder.tell(order(.setPassword(.twice("x"))))
    #expect(
      events.refusals == [.password(.tooShort(came: 1, shortest: 8, level: .middle))])
    #expect(events.logged.isEmpty)
  }

  @Test("Wrong passwords count with those at the recorder, up to the lock-out")
  func countsFailures() {
    var recorder = TestRecorder.installed()
    recorder.signInWrongly(times: 3)
    #expect(recorder.state.triesLeft(of: .admin) == 2)
    let fourth = recorder.tell(order(.restart, "wrong"))
    #expect(fourth.refusals == [.wrongNameOrPassword(left: 1)])
    let fifth = recorder.tell(order(.restart, "wrong"))
    #expect(fifth.logged == [.remoteSignInFailed(RemoteOrderTests.tool), .lockedOut])
    #expect(recorder.state.triesLeft(of: .admin) == 0)
    let right = recorder.tell(order(.restart))
    #expect(right.logged == [.remoteSignInWhileLocked(RemoteOrderTests.tool)])
    #expect(recorder.snapshot.power == .running)
  }

  @Test("Address, restart and factory default are done and written down")
  func carriesOut() {
    var recorder = TestRecorder.installed()
    recorder.tell(order(.changeAddress(["network.port": "81"])))
    #expect(recorder.snapshot.settings["network.port"] == "81")
    let restart = recorder.tell(order(.restart))
    #expect(restart.logged == [.remoteOrder(.restart, RemoteOrderTests.tool)])
    recorder.finishStart()
    let reset = recorder.tell(order(.factoryDefault(keepsNetwork: true)))
    #expect(reset.contains { if case .power(.resetDone) = $0 { true } else { false } })
    #expect(recorder.snapshot.settings["network.port"] == "81")
    recorder.finishStart()
    #expect(recorder.snapshot.account(.admin)?.password == .factoryDefault)
  }

  @Test("The clock is set by whoever orders it")
  func setsTime() {
    var recorder = TestRecorder.installed()
    recorder.signIn(.admin, TestRecorder.password)
    recorder.tell(.setClock(recorder.now + .hours(3)))
    #expect(recorder.snapshot.clock.offset == .hours(3))
    let clock = recorder.tell(order(.setTime(.clock)))
    #expect(recorder.snapshot.clock.offset == .zero)
    #expect(clock.logged.first == .remoteOrder(.setTime, RemoteOrderTests.tool))
    let none = recorder.tell(order(.setTime(.server("time.example.org"))))
    #expect(none.refusals.count == 1 && none.logged.isEmpty, "It knows no time server.")
  }

  @Test("The clock that is set shows the time of the recorder's zone", arguments: [2, 3, -5])
  func setsTimeInItsZone(zone: Int) throws {
    var random = SeededRandom(seed: 1)
    var state = RecorderState(
      profile: try RepositoryAssets().recorder("classic-dvr-2018"), now: TestRecorder.start)
    func tell(_ command: RecorderCommand) {
      _ = state.apply(command, at: TestRecorder.start, with: PlainCryptography(), using: &random)
    }
    tell(.session(.signIn(.admin, "12345")))
    tell(.changeSettings([.timeZone: zone < 0 ? "GMT\(zone)" : "GMT+\(zone)"]))
    tell(.setClock(TestRecorder.start + .hours(7)))
    tell(.remote(.obey(.setTime(.clock), "12345", from: RemoteOrderTests.tool)))
    #expect(state.snapshot.clock.offset == .hours(Int64(zone - 2)), "as from the factory: GMT+2")
  }

  @Test("A time server is set where the recorder knows one")
  func setsTimeServer() throws {
    var random = SeededRandom(seed: 1)
    var state = RecorderState(
      profile: try RepositoryAssets().recorder("classic-dvr-2018"), now: TestRecorder.start)
    let order = RecorderCommand.remote(
      .obey(.setTime(.server("time.example.org")), "12345", from: RemoteOrderTests.tool))
    let events = state.apply(
      order, at: TestRecorder.start, with: PlainCryptography(), using: &random)
    #expect(events.refusals.isEmpty, "\(events)")
    #expect(state.snapshot.settings[.ntpServer] == "time.example.org")
    #expect(state.snapshot.settings[.ntp] == "on")
  }

  @Test("A firmware file is installed, and a wrong one is not")
  func upgrades() {
    var recorder = TestRecorder.installed()
    let none = recorder.tell(order(.upgrade(with: "none")))
    #expect(none.refusals == [.upgrade(.noSuchFile("none"))])
    let events = recorder.tell(order(.upgrade(with: "newer.sw")))
    #expect(events.refusals.isEmpty)
    guard case .upgrading = recorder.snapshot.power else {
      Issue.record("\(recorder.snapshot.power)")
      return
    }
  }

  @Test("Through a loose cable comes nothing; a blocked address is refused")
  func needsAWay() {
    var recorder = TestRecorder.installed()
    recorder.signIn()
    recorder.tell(
      .remote(.setAccessList(AccessList(mode: .block, addresses: [RemoteOrderTests.tool]))))
    #expect(recorder.tell(order(.restart)).refusals == [.addressBlocked(RemoteOrderTests.tool)])
    recorder.tell(.hands(.plugNetwork(false)))
    #expect(recorder.tell(order(.restart)).isEmpty)
  }

  @Test("Where two must check, the network does not do what is dangerous")
  func needsTheSecond() {
    var recorder = TestRecorder.installed(TestProfile.strict)
    recorder.signIn()
    recorder.tell(.changeSettings([.dualCheck: "on"]))
    guard recorder.snapshot.checksTwice else { return }
    let events = recorder.tell(order(.factoryDefault(keepsNetwork: true)))
    #expect(events.refusals == [.approval(.secondNeeded)])
    #expect(recorder.tell(order(.restart)).refusals.isEmpty)
  }

  @Test("A recorder in factory state is activated by a first password, and obeys nothing before")
  func activates() {
    var recorder = TestRecorder(TestProfile.wizard)
    #expect(recorder.tell(order(.restart, "")).refusals == [.setup(.needed)])
    let events = recorder.tell(order(.setPassword(.twice("First-Pass1")), ""))
    #expect(events.refusals.isEmpty)
    #expect(recorder.snapshot.setup == .done)
    recorder.signIn(.admin, "First-Pass1")
    #expect(recorder.snapshot.session != nil)
  }
}
