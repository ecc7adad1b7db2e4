import ONVIFMessages
import RecorderEngine
import Testing

/// What devices leave out or write in another way: it is unknown, never made up.
@Suite struct DeviceOddityTests {
  private func answer<Operation: ONVIFOperation>(
    _ operation: Operation.Type, _ file: String
  ) throws -> Operation.Answer {
    guard case .answered(let answer) = try operation.reply(status: 200, body: Corpus.bytes(file))
    else { throw Failure() }
    return answer
  }

  private struct Failure: Error {}

  @Test("A clock without UTC, with prefixes that were never bound")
  func localClock() throws {
    let clock = try answer(GetSystemDateAndTime.self, "clock-local-only.xml")
    #expect(
      clock
        == DeviceClock(
          source: .known(.manual), observesSummerTime: false,
          local: CivilTime(year: 2026, month: 3, day: 1, hour: 9, minute: 5, second: 7)))
  }

  @Test("A date that no calendar has is none")
  func noSuchDate() throws {
    let clock = try answer(GetSystemDateAndTime.self, "clock-no-such-date.xml")
    #expect(clock == DeviceClock(source: .unknown("GPS")))
  }

  @Test("No users, and users of unknown levels")
  func users() throws {
    #expect(try answer(GetUsers.self, "users-none.xml").isEmpty)
    #expect(
      try answer(GetUsers.self, "users-unknown-levels.xml") == [
        DeviceUser(AccountName("admin"), .known(.administrator)),
        DeviceUser(AccountName("media"), .unknown("Media User")),
        DeviceUser(AccountName("nobody"), nil),
        DeviceUser(AccountName("<b>Jörg</b>"), .known(.user)),
      ])
  }

  @Test("Empty elements, broken text and what stands around an envelope")
  func information() throws {
    #expect(try answer(GetDeviceInformation.self, "information-empty.xml") == DeviceInformation())
    #expect(
      try answer(GetDeviceInformation.self, "information-broken-text.xml")
        == DeviceInformation(
          manufacturer: "K\u{FFFD}fer", model: "SH[31m-8100", firmwareVersion: "1.4.1build 7",
          serialNumber: "0018AE4C112F", hardwareID: "1.0"))
    #expect(
      try answer(GetDeviceInformation.self, "information-padded.xml")
        == DeviceInformation(manufacturer: "Padded"))
  }

  @Test("Addresses are kept as they were told, capabilities that cannot be read are unknown")
  func services() throws {
    let services = try answer(GetServices.self, "services-odd-addresses.xml")
    #expect(
      services.map(\.address) == [
        "https://10.0.0.7:8443/onvif/device_service", nil, "http://[fe80::1%25eth0]/own",
      ])
    #expect(services.map(\.service) == [.device, .media, nil])
    #expect(services.map(\.version) == [ServiceVersion(2, 6), nil, nil])
    #expect(
      services[1].capabilities == .media(MediaServiceCapabilities(media: [.snapshotUri: true])))
  }

  @Test("Capabilities that are incomplete")
  func capabilities() throws {
    let list = try answer(GetCapabilities.self, "capabilities-incomplete.xml")
    #expect(list.device == CapabilityList.Device(address: nil, outputs: 2))
    #expect(list.address(of: .media) == "http://10.0.0.7/onvif/media")
    #expect(list.address(of: .search) == "http://10.0.0.7/onvif/search")
    #expect(list.events == nil)
    let limits = try answer(GetServiceCapabilities.self, "limits-of-accounts.xml")
    #expect(limits.limits == [.users: 32, .usernameLength: 32])
    #expect(limits.security == [.httpDigest: true, .usernameToken: false])
  }

  @Test("Networks that cannot be are unknown")
  func network() throws {
    let cards = try answer(GetNetworkInterfaces.self, "network-odd.xml")
    #expect(cards.map(\.token) == ["eth0", nil, "wlan0"])
    let dhcp = try #require(IPAddress("10.0.0.7"))
    #expect(cards[0].ipv4?.manual.map(\.prefix) == [nil])
    #expect(cards[0].ipv4?.current == PrefixedAddress(dhcp, prefix: 24))
    #expect(cards[1].ipv4 == IPv4Configuration(isEnabled: true))
    #expect(cards[2].ipv4?.manual.isEmpty == true)
    #expect(
      try answer(GetNetworkProtocols.self, "ports-odd.xml") == [
        NetworkProtocol(.known(.http), isEnabled: true, ports: [80]),
        NetworkProtocol(.unknown("SDK"), isEnabled: nil, ports: [8_000]),
      ])
    #expect(try answer(GetNetworkDefaultGateway.self, "gateway-none.xml") == NetworkGateway())
    #expect(
      try answer(GetNTP.self, "ntp-name-as-address.xml").manual == [
        .name("pool.ntp.org"), .ipv4(IPAddress(bits: 0xC0A8_0101)),
      ])
    #expect(try answer(GetHostname.self, "hostname-empty.xml") == HostnameInformation())
  }

  @Test("Profiles, addresses and recordings that are incomplete")
  func media() throws {
    #expect(
      try answer(GetProfiles.self, "profiles-odd.xml") == [
        MediaProfile(
          token: "MainStream", sourceToken: "VideoSource_1", encoding: .unknown("H265"))
      ])
    #expect(
      try answer(GetProfile.self, "profile-odd.xml")
        == MediaProfile(token: "SubStream", name: "<sub>", encoding: .known(.h264)))
    #expect(throws: Misunderstanding.self) {
      try answer(GetProfile.self, "profile-without-token.xml")
    }
    #expect(
      try answer(GetVideoEncoderConfigurations.self, "encoders-odd.xml") == [
        VideoEncoder(
          token: "e1", name: "main", encoding: .unknown("H265"),
          size: PictureSize(width: 2_560, height: 1_440)), VideoEncoder(token: "e2"),
      ])
    #expect(
      try answer(GetSnapshotUri.self, "snapshot-odd.xml")
        == MediaAddress(
          uri: "http://10.0.0.7:80/cgi-bin/snapshot.cgi?channel=1&subtype=0",
          isForOneConnection: false))
    let summary = try answer(GetRecordingSummary.self, "recordings-odd.xml")
    #expect(summary == RecordingSummary(from: Timestamp(milliseconds: 0)))
  }

  @Test("Events and logs as devices write them")
  func events() throws {
    let properties = try answer(GetEventProperties.self, "event-topics.xml")
    #expect(properties.topics == [.motion, .digitalInput])
    let pulled = try answer(PullMessages.self, "events-pulled.xml")
    #expect(pulled.now == pulled.end)
    #expect(pulled.messages.map(\.topic) == [.motion, nil])
    #expect(pulled.messages.map(\.isActive) == [true, nil])
    #expect(pulled.messages[0].sourceToken == "VideoSource_1")
    #expect(pulled.messages[1] == EventMessage(path: "Device/Own", at: nil, operation: nil))
    let point = try answer(CreatePullPointSubscription.self, "pull-point-with-parameters.xml")
    #expect(point.parameters.map(\.text) == ["4"])
    #expect(
      try answer(GetSystemLog.self, "log-with-markup.xml").text
        == "2026-11-20 23:06 admin <logged in>\n\t2026-11-20 23:07 restart")
    #expect(
      try answer(GetSystemLog.self, "log-as-a-file.xml") == SystemLog(text: nil, isBinary: true))
  }
}
