import MakerMessages
import RecorderEngine
import Testing

/// The maker's HTTP API, as its vendor publishes it.
@Suite struct MakerTests {
  private func answer<Operation: MakerOperation>(
    _ operation: Operation.Type, _ file: String
  ) throws -> Operation.Answer {
    guard case .answered(let answer) = try operation.reply(status: 200, body: Corpus.bytes(file))
    else { throw Failure() }
    return answer
  }

  private struct Failure: Error {}

  @Test("Only what is published is asked, and nothing that opens a recorder")
  func operations() {
    #expect(
      MakerOperationName.allCases.map(\.path) == [
        "/GetDeviceInfo", "/GetChannelList", "/GetDiskInfo", "/GetDateAndTime", "/SetDateAndTime",
        "/GetNetBasicConfig", "/GetPortConfig", "/GetAlarmStatus", "/Reboot",
      ])
    for name in MakerOperationName.allCases {
      #expect(MakerOperationName(path: name.path) == name)
    }
    #expect(MakerOperationName(path: "GetDeviceInfo") == nil)
    #expect(MakerOperationName.allCases.filter(\.changesDevice) == [.setDateAndTime, .reboot])
    #expect(GetDeviceInfo().path == "/GetDeviceInfo" && GetDeviceInfo().body == nil)
  }

  @Test("What a device is")
  func device() throws {
    var expected = MakerDeviceInformation()
    expected.name = "Shop <1>"
    expected.model = "SH-8100A5-8L"
    expected.alarmInputs = 16
    expected.softwareVersion = "1.4.12.71946B240815.N0W.U1(8A418).beta"
    expected.hardwareAddress = "00:18:ae:4c:11:2f"
    expected.channels = 8
    #expect(try answer(GetDeviceInfo.self, "maker-device.xml") == expected)
    #expect(try answer(GetDeviceInfo.self, "maker-done.xml") == MakerDeviceInformation())
  }

  @Test("Channels of both versions")
  func channels() throws {
    #expect(
      try answer(GetChannelList.self, "maker-channels-older.xml") == [
        MakerChannel(1, status: .online), MakerChannel(2, status: .videoLoss), MakerChannel(3),
      ])
    #expect(
      try answer(GetChannelList.self, "maker-channels-newer.xml") == [
        MakerChannel(1, name: "Driveway", status: .offline), MakerChannel(2),
      ])
  }

  @Test("Disks of both versions, none and nothing said")
  func disks() throws {
    let disks = try #require(try answer(GetDiskInfo.self, "maker-disks.xml"))
    #expect(disks.map(\.status) == [.readWrite, nil])
    #expect(disks.map(\.statusText) == ["read/write", "sleeping"])
    #expect(disks.map(\.totalMegabytes) == [953_869, nil])
    #expect(disks.map(\.kind) == [nil, "SD"])
    #expect(try answer(GetDiskInfo.self, "maker-disks-none.xml") == [])
    #expect(try answer(GetDiskInfo.self, "maker-done.xml") == nil)
  }

  @Test("A clock, and setting it")
  func clock() throws {
    let now = CivilTime(year: 2026, month: 11, day: 20, hour: 23, minute: 6, second: 51)
    #expect(
      try answer(GetDateAndTime.self, "maker-clock.xml")
        == MakerClock(zone: "CST-8", source: .ntp, ntpServer: "time.example.org", now: now))
    let setting = SetDateAndTime(zone: "EST5EDT<&>", now: now)
    let body = try #require(setting.body)
    #expect(SetDateAndTime(body: body) == setting)
    #expect(SetDateAndTime(body: try Corpus.bytes("maker-clock.xml")) == nil)
    #expect(SetDateAndTime(body: []) == nil)
    #expect(
      String(decoding: body, as: UTF8.self).hasPrefix(
        #"<?xml version="1.0" encoding="UTF-8"?><config xmlns="http://www.ipc.com/ver10" version="1.0">"#
      ))
  }

  @Test("Ports, alarms, and a network as it was told")
  func others() throws {
    #expect(
      try answer(GetPortConfig.self, "maker-ports.xml") == MakerPorts(http: 80, data: 6_036))
    #expect(
      try answer(GetAlarmStatus.self, "maker-alarms.xml") == [
        MakerAlarm("motionAlarm", number: 1, isActive: false),
        MakerAlarm("motionAlarm", number: 2, isActive: true),
        MakerAlarm("sensorAlarmIn", number: 1, isActive: false),
        MakerAlarm("sensorAlarmIn", number: 2, isActive: true),
        MakerAlarm("perimeterAlarm", number: nil, isActive: false),
      ])
    #expect(
      try answer(GetNetBasicConfig.self, "maker-network.xml") == [
        MakerField("tcp/address", "192.168.1.10"), MakerField("tcp/dns/item", "8.8.8.8"),
      ])
  }

  @Test("A no, a status and what is no answer")
  func replies() throws {
    func reply(_ status: Int, _ file: String) throws -> MakerReply<MakerDone> {
      try MakerReboot.reply(status: status, body: Corpus.bytes(file))
    }
    #expect(try reply(200, "maker-done.xml") == .answered(MakerDone()))
    let locked = MakerRefusal(code: 10, words: "User Locked")
    #expect(try reply(200, "maker-locked.xml") == .refused(locked))
    #expect(try reply(401, "maker-locked.xml") == .refused(locked))
    #expect(locked.meaning == .userLocked)
    #expect(try reply(200, "maker-refused-older.xml") == .refused(MakerRefusal(code: 4)))
    #expect(try reply(401, "page-of-a-router.html") == .status(401))
    #expect(throws: MakerMisunderstanding.self) { try reply(200, "page-of-a-router.html") }
    #expect(throws: MakerMisunderstanding.self) { try reply(200, "with-a-document-type.xml") }
  }
}
