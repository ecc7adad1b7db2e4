import ONVIFMessages
import RecorderEngine
import Support
import Synchronization
import Testing

@testable import RealRecorder

/// Changes: sent once, and looked at afterwards.
@Suite(.besideDevices) struct ChangeTests {
  private func opened(
    _ habits: StandInHabits = StandInHabits(), mayChange: Bool = true
  ) async throws -> (StandInDevice, RealRecorder) {
    let device = try StandInDevice(habits)
    let recorder = try device.recorder(mayChange: mayChange)
    _ = try await recorder.opened()
    return (device, recorder)
  }

  private func twice(_ text: String) -> NewPassword {
    NewPassword(Secret(text), again: Secret(text))
  }

  @Test("Nothing is changed unless that was asked for")
  func readOnly() async throws {
    let (device, recorder) = try await opened(mayChange: false)
    let commands: [RecorderCommand] = [
      .accounts(.remove("look")), .changeSettings([.deviceName: "x"]), .setClock(StandInState.now),
      .maintenance(.restart),
      .maintenance(.factoryDefault(keepsNetwork: true, Approval(Secret(StandInState.password)))),
    ]
    for command in commands {
      await #expect(throws: DeviceFault.unsupported(Sentences.readOnly)) {
        try await recorder.perform(command)
      }
    }
    #expect(device.change { $0.done }.isEmpty)
  }

  @Test("The own password: compared here, set, and proved with the new one")
  func ownPassword() async throws {
    let (device, recorder) = try await opened()
    var events = try await recorder.perform(
      .accounts(.changePassword(current: "wrong", twice("New-Pass-22"))))
    #expect(events.refusals == [.wrongCurrentPassword])
    #expect(device.change { $0.done }.isEmpty)
    events = try await recorder.perform(
      .accounts(.changePassword(current: Secret(StandInState.password), twice("New-Pass-22"))))
    #expect(events.refusals.isEmpty && !events.isEmpty)
    #expect(device.change { $0.users[0].password.matches("New-Pass-22") })
    #expect(device.change { $0.users[0].level } == .known(.administrator))
    #expect(device.refusals == 0)
    #expect(try await recorder.connect().accounts.count == 2)
  }

  @Test("An account is added, given a new password and level, and removed")
  func accounts() async throws {
    let (device, recorder) = try await opened()
    var events = try await recorder.perform(
      .accounts(.add(AccountDetails(name: "night", group: "Operator"), twice("Night-Pass-1"))))
    #expect(events.contains { if case .accounts(.added) = $0 { true } else { false } })
    events = try await recorder.perform(
      .accounts(.change("night", AccountChange(group: "User"))))
    #expect(events.isRefused(with: Sentences.levelNeedsPassword))
    // A level that was refused is forgotten: it does not go along with a later password.
    events = try await recorder.perform(.accounts(.setPassword("night", twice("Night-Pass-2"))))
    #expect(events.refusals.isEmpty)
    #expect(device.change { $0.users[2].level } == .known(.operator))
    events = try await recorder.perform(
      .accounts(.setPassword("night", twice("Night-Pass-3"), group: "User")))
    #expect(events.refusals.isEmpty)
    #expect(device.change { $0.users[2].level } == .known(.user))
    #expect(device.change { $0.done } == ["CreateUsers", "SetUser", "SetUser"])
    events = try await recorder.perform(.accounts(.remove("night")))
    #expect(events == [.accounts(.removed("night"))])
    #expect(device.change { $0.users.count } == 2)
    #expect(device.refusals == 0)
  }

  @Test("A level that is not taken along with the password is said")
  func levelNotTaken() async throws {
    var habits = StandInHabits()
    habits.keepsLevels = true
    let (_, recorder) = try await opened(habits)
    let events = try await recorder.perform(
      .accounts(.setPassword("look", twice("Look-Pass-2"), group: "Operator")))
    #expect(events.isRefused(with: Sentences.levelNotTaken), "\(events)")
  }

  @Test("Neither the own account nor the last administrator goes")
  func lastAdministrator() async throws {
    let (device, recorder) = try await opened()
    let events = try await recorder.perform(.accounts(.remove("admin")))
    #expect(events.isRefused(with: Sentences.notOwnAccount))
    let telling = try #require(await recorder.telling)
    #expect(throws: Unfit.self) {
      try Plan.removing("admin", by: "other", knowing: telling)
    }
    #expect(throws: Unfit.self) {
      try Plan.settingPassword(of: "admin", twice("Any-Pass-1"), level: .user, knowing: telling)
    }
    #expect(device.change { $0.done }.isEmpty)
  }

  @Test("A limit of passwords that nobody told is known once it is refused, in the device's words")
  func passwordLimit() async throws {
    var habits = StandInHabits()
    habits.longestPassword = 12
    let (_, recorder) = try await opened(habits)
    let events = try await recorder.perform(
      .accounts(.setPassword("look", twice("Much-too-long-1234"))))
    guard case .told(let words)? = events.refusals.first else {
      Issue.record("\(events)")
      return
    }
    #expect(words.hasPrefix("The recorder says: "), "\(words)")
  }

  @Test("Name, time server, DNS and ports: only what differs is sent, and read back")
  func settings() async throws {
    let (device, recorder) = try await opened()
    let events = try await recorder.perform(
      .changeSettings([
        .deviceName: "back-door", .ntpServer: "192.0.2.7", .dns1: "192.0.2.53",
        .rtspPort: "8554", .gateway: "192.168.1.1",
      ]))
    #expect(events.refusals.isEmpty)
    let done = device.change { $0.done }
    #expect(done == ["SetHostname", "SetNTP", "SetDNS", "SetNetworkProtocols"])
    #expect(device.change { $0.hostname } == "back-door")
    #expect(device.change { $0.protocols.last?.ports } == [8_554])
    #expect(await recorder.snapshot?.settings[.rtspPort] == "8554")
  }

  @Test("Success was answered, and nothing changed: that is said")
  func nothingChanged() async throws {
    var habits = StandInHabits()
    habits.pretends = ["SetHostname", "DeleteUsers", "CreateUsers", "SetSystemDateAndTime"]
    let (_, recorder) = try await opened(habits)
    let commands: [RecorderCommand] = [
      .changeSettings([.deviceName: "x"]), .accounts(.remove("look")),
      .accounts(.add(AccountDetails(name: "new", group: "User"), twice("Any-Pass-1"))),
      .setClock(StandInState.now + .hours(3)),
    ]
    for command in commands {
      let events = try await recorder.perform(command)
      #expect(events.isRefused(with: Sentences.nothingChanged), "\(events)")
    }
  }

  @Test("No answer after a change: unsure, sent once, and read to see what became of it")
  func unsure() async throws {
    var habits = StandInHabits()
    habits.deliveries = ["SetHostname": .cut]
    let (device, recorder) = try await opened(habits)
    await #expect(throws: DeviceFault.unsure) {
      try await recorder.perform(.changeSettings([.deviceName: "x"]))
    }
    #expect(device.asked.count { $0.operation == "SetHostname" } == 1)
    #expect(try await recorder.connect().settings[.deviceName] == "x")
  }

  @Test("The clock is set, and its offset read back")
  func clock() async throws {
    let (device, recorder) = try await opened()
    let events = try await recorder.perform(.setClock(StandInState.now + .hours(3)))
    let offset = await recorder.snapshot?.clock.offset ?? .zero
    #expect(events.contains(.clock(.changed(offset: offset))))
    #expect(offset > .hours(2) && offset < .hours(4))
    #expect(device.refusals == 0)
    #expect(try await recorder.connect().accounts.count == 2, "Signed by the new time.")
  }

  @Test("Another zone keeps the rule for summer, and the time that it is")
  func zone() async throws {
    let minutes = Mutex<Int64>(0)
    let device = try StandInDevice()
    // To the nearest ten minutes: time passes while this runs.
    func ahead() -> Int64 {
      let ahead = device.change { $0.clock } - StandInState.now
      return (ahead.milliseconds + 300_000) / 600_000
    }
    device.change { $0.zone = "CET-1CEST,M3.5.0,M10.5.0/3" }
    let recorder = try device.recorder(later: { .minutes(minutes.withLock { $0 }) })
    // Here and there.
    func pass(until minute: Int64) {
      minutes.withLock { $0 = minute }
      device.change { $0.habits.clockOffset = .minutes(minute) }
    }
    #expect(try await recorder.opened().settings[.timeZone] == "GMT+1")
    pass(until: 10)
    let events = try await recorder.perform(.changeSettings([.timeZone: "GMT+2"]))
    #expect(events.refusals.isEmpty, "\(events)")
    #expect(device.change { $0.zone } == "CET-2CEST,M3.5.0,M10.5.0/3")
    #expect(ahead() == 1)
    #expect(await recorder.snapshot?.settings[.timeZone] == "GMT+2")
    _ = try await recorder.perform(.changeSettings([.ntp: "on"]))
    #expect(ahead() == 1, "The network sets it.")
    pass(until: 20)
    _ = try await recorder.perform(.changeSettings([.ntp: "off"]))
    #expect(ahead() == 2)
    #expect(device.change { $0.done } == Array(repeating: "SetSystemDateAndTime", count: 3))
  }

  @Test("Its clock was put right since it was read: that is not undone", arguments: [true, false])
  func correctedClock(wasByNetwork: Bool) async throws {
    var habits = StandInHabits()
    habits.clockOffset = .hours(-1)
    let (device, recorder) = try await opened(habits)
    if wasByNetwork { _ = try await recorder.perform(.changeSettings([.ntp: "on"])) }
    device.change { $0.habits.clockOffset = .zero }
    let refusals = device.refusals
    let values: [SettingKey: SettingValue] = wasByNetwork ? [.ntp: "off"] : [.timeZone: "GMT+2"]
    #expect(try await recorder.perform(.changeSettings(values)).refusals.isEmpty)
    #expect(device.change { $0.done.last } == "SetSystemDateAndTime")
    let offset = device.change { $0.habits.clockOffset }
    #expect(offset > .minutes(-10) && offset < .minutes(10), "\(offset)")
    #expect(device.refusals == refusals, "Signed by the clock that was just read.")
  }

  @Test("Where its clock is not told any more its time is not set either")
  func untoldClock() async throws {
    let (device, recorder) = try await opened()
    device.change { $0.habits.lacks = ["GetSystemDateAndTime"] }
    let events = try await recorder.perform(.changeSettings([.timeZone: "GMT+2"]))
    #expect(events.isRefused(with: Sentences.busy), "\(events)")
    #expect(device.change { $0.done }.isEmpty)
  }

  @Test("Restarted, it is signed out of; one that never comes back is said to be gone")
  func restart() async throws {
    let device = try StandInDevice()
    let recorder = try device.recorder()
    _ = try await recorder.opened()
    #expect(
      try await recorder.perform(.maintenance(.restart)) == [.session(.signedOut(.restarted))])
    #expect(device.change { $0.done } == ["SystemReboot"])
    device.goAway()
    do {
      _ = try await recorder.perform(
        .session(.signIn(.admin, Secret(StandInState.password))))
      Issue.record("It answered.")
    } catch {
      guard case .unreachable = error else {
        Issue.record("\(error)")
        return
      }
    }
  }

  @Test("Factory default asks for the password here, soft keeps the network")
  func factoryDefault() async throws {
    let (device, recorder) = try await opened()
    let wrong = RecorderCommand.maintenance(
      .factoryDefault(keepsNetwork: true, Approval("wrong")))
    #expect(try await recorder.perform(wrong).refusals == [.wrongCurrentPassword])
    #expect(device.change { $0.done }.isEmpty)
    _ = try await recorder.perform(
      .maintenance(.factoryDefault(keepsNetwork: true, Approval(Secret(StandInState.password)))))
    #expect(device.change { $0.done } == ["SetSystemFactoryDefault"])
  }

  @Test("Signed out, the secret is gone, and somebody else signs in")
  func signOut() async throws {
    let (device, recorder) = try await opened()
    #expect(try await recorder.perform(.session(.signOut)) == [.session(.signedOut(.asked))])
    let proofs = device.proofs
    #expect(try await recorder.perform(.readLog).refusals == [.signInNeeded])
    #expect(device.proofs == proofs)
    var events = try await recorder.perform(.session(.signIn("look", "wrong")))
    #expect(events.refusals.count == 1)
    events = try await recorder.perform(.session(.signIn("look", "Look-Only-1")))
    #expect(events.contains { if case .session(.signedIn) = $0 { true } else { false } })
    #expect(
      device.refusals == 1 + device.asked.count { $0.operation == "GetUsers" && $0.isSigned } - 1)
  }
}
