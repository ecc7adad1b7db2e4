import MakerMessages
import RecorderEngine
import Support
import Synchronization
import Testing

@testable import RealRecorder

/// The maker's HTTP API beside ONVIF: who is asked, how, and what is taken of it.
@Suite(.besideDevices) struct MakerTests {
  private static let answers = [
    "GetDeviceInfo": """
    <deviceInfo><sn>MAKER-7</sn><mac>00:18:ae:4c:11:2f</mac><model>Other</model></deviceInfo>
    """,
    "GetChannelList": """
    <channelList><item><channelId>1</channelId><name>Driveway</name><status>offline</status></item>
    <item><channelId>2</channelId><name>Yard</name><status>online</status></item></channelList>
    """,
    "GetDiskInfo": """
    <diskInfo><item><id>HDD1</id><totalSpace>2000000</totalSpace><freeSpace>500000</freeSpace>
    <diskStatus>read/write</diskStatus></item></diskInfo>
    """,
    "GetAlarmStatus": """
    <alarmStatusInfo><motionAlarm id="2">true</motionAlarm></alarmStatusInfo>
    """,
  ].mapValues { "<config version=\"1.0\">\($0)</config>" }

  private func opened(
    _ signIn: StandInHabits.MakerSignIn, _ prepare: (inout StandInHabits) -> Void = { _ in },
    rest: (@Sendable (Interval) async -> Void)? = nil
  ) async throws -> (StandInDevice, RealRecorder, RecorderSnapshot) {
    var habits = StandInHabits()
    habits.makerSignIn = signIn
    habits.makerAnswers = Self.answers
    prepare(&habits)
    let device = try StandInDevice(habits)
    let recorder = try device.recorder(rest: rest ?? { _ in })
    return (device, recorder, try await recorder.opened())
  }

  private func asked(_ device: StandInDevice) -> [String] {
    device.asked.filter { $0.operation.hasPrefix("Get") && $0.target == "/" + $0.operation }
      .map { $0.operation + ($0.isSigned ? "" : " (unsigned)") }
  }

  @Test("Asked once without a proof, then by digest: its disks are told, and what ONVIF left out")
  func digest() async throws {
    let (device, recorder, told) = try await opened(.digest)
    #expect(asked(device).prefix(2) == ["GetDeviceInfo (unsigned)", "GetDeviceInfo"])
    #expect(asked(device).contains("GetDiskInfo"))
    #expect(
      told.disk.told == [
        ToldDisk(name: "HDD1", megabytes: 2_000_000, freeMegabytes: 500_000, state: .readWrite)
      ])
    #expect(recorder.capabilities.whyUnknown(.disk) == nil)
    #expect(told.cameras.channels == [.noSignal, .live])
    #expect(device.refusals == 0)
    _ = try await recorder.connect()
    #expect(asked(device).count { $0 == "GetDeviceInfo (unsigned)" } == 1)
  }

  @Test("Where ONVIF tells something else, that stands")
  func onvifFirst() async throws {
    let (_, _, told) = try await opened(.digest)
    #expect(told.profile.identity.serialNumber == "SN-0001")
    #expect(told.profile.identity.macAddress == "00:18:AE:00:00:01")
    #expect(told.profile.identity.model == "IPC-100")
    #expect(told.profile.channels.map(\.name) == ["Camera 1", "Camera 2"])
    let (_, recorder, other) = try await opened(.digest) {
      $0.lacks = ["GetDeviceInformation", "GetNetworkInterfaces", "GetProfiles"]
    }
    #expect(other.profile.identity.serialNumber == "MAKER-7")
    #expect(other.profile.identity.macAddress == "00:18:ae:4c:11:2f")
    #expect(other.profile.channels.map(\.name) == ["Driveway", "Yard"])
    #expect(recorder.capabilities.whyUnknown(.serialNumber) == nil)
    #expect(recorder.capabilities.whyUnknown(.macAddress) == nil)
  }

  @Test("Its ports and its clock are asked for where ONVIF says nothing of them, and only there")
  func portsAndClock() async throws {
    let (device, _, told) = try await opened(.digest)
    #expect(told.settings[.rtspPort] == "554" && told.settings[.ntpServer] == "pool.ntp.org")
    for name in ["GetPortConfig", "GetDateAndTime"] {
      #expect(!asked(device).contains(name), "\(name)")
    }
    let (other, _, filled) = try await opened(.digest) {
      $0.lacks = ["GetNetworkProtocols", "GetNTP"]
      $0.makerAnswers["GetPortConfig"] = """
        <config version="1.0"><port><httpPort>8080</httpPort><rtspPort>5554</rtspPort></port></config>
        """
      $0.makerAnswers["GetDateAndTime"] = """
        <config version="1.0"><time><timezoneInfo><timeZone>CST-8</timeZone></timezoneInfo>
        <synchronizeInfo><type>NTP</type><ntpServer>time.example.org</ntpServer></synchronizeInfo>
        </time></config>
        """
    }
    #expect(asked(other).contains("GetPortConfig") && asked(other).contains("GetDateAndTime"))
    #expect(filled.settings[.httpPort] == "8080" && filled.settings[.rtspPort] == "5554")
    #expect(filled.settings[.httpsPort] == nil, "It did not tell that one.")
    #expect(filled.settings[.ntpServer] == "time.example.org")
    #expect(other.refusals == 0)
  }

  @Test("One refusal, and it is not asked again; ONVIF goes on")
  func refused() async throws {
    let (device, recorder, told) = try await opened(.nobody)
    #expect(asked(device) == ["GetDeviceInfo (unsigned)", "GetDeviceInfo"])
    #expect(device.refusals == 1)
    #expect(told.disk.told == nil && recorder.capabilities.whyUnknown(.disk) != nil)
    _ = try await recorder.connect()
    #expect(asked(device).count == 2 && device.refusals == 1)
  }

  @Test("A no to what it answered before holds everything back")
  func refusedLater() async throws {
    // Its alarms are asked for once.
    let (forever, end) = AsyncStream<Never>.makeStream()
    let (device, recorder, _) = try await opened(.digest, rest: { _ in for await _ in forever {} })
    device.change { $0.users[0].password = "Set-By-Another-1" }
    #expect(await recorder.conversation.makerAnswer(to: GetDiskInfo()) == nil)
    let proofs = device.proofs
    await #expect(throws: DeviceFault.heldBack) { try await recorder.connect() }
    #expect(device.refusals == 1 && device.proofs == proofs)
    end.finish()
    await recorder.disconnect()
  }

  @Test("A password in the clear is shown to nobody, nor one where nobody asks for it")
  func never() async throws {
    for signIn in [StandInHabits.MakerSignIn.basic, .missing] {
      let (device, recorder, told) = try await opened(signIn)
      _ = try await recorder.connect()
      #expect(asked(device) == ["GetDeviceInfo (unsigned)"], "\(signIn)")
      #expect(told.disk.told == nil)
    }
  }

  @Test("A nonce that is too old is no refusal")
  func stale() async throws {
    let (device, recorder, _) = try await opened(.digest)
    device.change { $0.habits.isMakerStaleOnce = true }
    #expect(try await recorder.connect().disk.told?.count == 1)
    #expect(device.refusals == 0)
  }

  @Test("Where ONVIF tells no events its alarms are asked for, every five seconds")
  func alarms() async throws {
    let rests = Mutex<[Interval]>([])
    let (device, recorder, _) = try await opened(
      .digest,
      rest: { time in
        rests.withLock { $0.append(time) }
        await Task.yield()
      })
    #expect(recorder.capabilities.whyUnknown(.alarms) == nil)
    var events = recorder.events().makeAsyncIterator()
    guard case .alarms(.began(let alarm)) = await events.next() else {
      Issue.record("no alarm")
      return
    }
    #expect(alarm.cause == .motion(2))
    device.change { $0.habits.makerAnswers["GetAlarmStatus"] = "<config/>" }
    guard case .alarms(.ended(.motion(2), _)) = await events.next() else {
      Issue.record("it does not end")
      return
    }
    await recorder.disconnect()
    #expect(rests.withLock { $0 }.allSatisfy { $0 == .seconds(5) })
  }

  @Test("After the own password was changed its alarms are asked for with the new one")
  func alarmsGoOn() async throws {
    let (device, recorder, _) = try await opened(.digest, rest: { _ in await Task.yield() })
    let new = Secret("New-Pass-22")
    let change = RecorderCommand.accounts(
      .changePassword(current: Secret(StandInState.password), NewPassword(new, again: new)))
    #expect(try await recorder.perform(change).refusals.isEmpty)
    let before = asked(device).count { $0 == "GetAlarmStatus" }
    while asked(device).count(where: { $0 == "GetAlarmStatus" }) < before + 2,
      recorder.capabilities.whyUnknown(.alarms) == nil
    { await Task.yield() }
    #expect(recorder.capabilities.whyUnknown(.alarms) == nil)
    #expect(device.refusals == 0)
    await recorder.disconnect()
  }

  @Test("Where ONVIF tells events the maker's alarms are not asked for")
  func eventsFirst() async throws {
    let (device, recorder, _) = try await opened(.digest) { $0.hasEvents = true }
    #expect(!asked(device).contains("GetAlarmStatus"))
    await recorder.disconnect()
  }

  @Test("For one order neither the maker's API nor events are asked for")
  func oneOrder() async throws {
    var habits = StandInHabits()
    habits.hasEvents = true
    habits.makerSignIn = .digest
    habits.makerAnswers = Self.answers
    let device = try StandInDevice(habits)
    let recorder = try device.recorder(isForOneOrder: true)
    #expect(try await recorder.opened().accounts.count == 2)
    #expect(asked(device).isEmpty)
    #expect(!device.asked.contains { $0.operation == "CreatePullPointSubscription" })
    #expect(recorder.capabilities.whyUnknown(.alarms) != nil)
  }
}
