import ONVIFMessages
import RecorderEngine
import XMLDocuments

/// One operation with all its forms, to be written, read and written anew.
struct MessageSample: Sendable {
  let name: OperationName
  let request: [UInt8]
  let answers: [[UInt8]]
  /// Reads each answer as a client does, and says what came of it where it is not what was written.
  let complaint: @Sendable () throws -> String?

  init<Operation: ONVIFOperation>(_ operation: Operation, _ answers: Operation.Answer...) {
    name = Operation.name
    request = operation.request()
    let written = answers.map { operation.answer($0) }
    self.answers = written
    complaint = {
      for (answer, bytes) in zip(answers, written) {
        let reply = try Operation.reply(status: 200, body: bytes)
        if reply != .answered(answer) { return "\(answer) became \(reply)" }
        guard case .answered(let read) = reply else { continue }
        if operation.answer(read) != bytes { return "\(read) is written in another way" }
      }
      return nil
    }
  }
}

extension ONVIFOperation {
  /// The answer by its operation's own value, as a sample has it at hand.
  fileprivate func answer(_ answer: Answer) -> [UInt8] { self.answer(answer, to: Addressing()) }
}

extension MessageSample {
  static let all: [MessageSample] = device + network + media + events

  static let now = Timestamp(milliseconds: 1_795_216_680_250)
  private static let civil = CivilTime(
    year: 2026, month: 11, day: 20, hour: 23, minute: 6, second: 51)
  private static let odd = "Käfer & <Söhne> \"\u{1F600}\""

  private static let capabilities = DeviceServiceCapabilities(
    network: [.ipFilter: true, .hostnameFromDHCP: false], networkCounts: [.ntp: 1],
    security: [.usernameToken: true, .httpDigest: true, .tls12: false],
    limits: [.users: 20, .passwordLength: 16], system: [.systemLogging: true])
  private static let mediaCapabilities = MediaServiceCapabilities(
    media: [.snapshotUri: true], streaming: [.noRTSPStreaming: true], counts: [.profiles: 8])
  private static let eventCapabilities = EventServiceCapabilities(
    events: [.pullPoints: true], counts: [.pullPoints: 16])
  private static let searchCapabilities = SearchServiceCapabilities(
    search: [.metadataSearch: false])

  private static let services = ONVIFService.allCases.map { service in
    let found: AnyServiceCapabilities =
      switch service {
      case .device: .device(capabilities)
      case .media: .media(mediaCapabilities)
      case .events: .events(eventCapabilities)
      case .search: .search(searchCapabilities)
      }
    return ServiceEntry(
      namespace: service.namespace.uri, address: "http://192.168.1.10:8080/onvif/\(service)",
      version: ServiceVersion(2, 60), capabilities: found)
  }

  private static let list = CapabilityList(
    device: CapabilityList.Device(
      address: "http://192.168.1.10/onvif/device_service", network: [.ipFilter: true],
      system: Dictionary(
        uniqueKeysWithValues: SystemFlag.allCases.map { ($0, $0 == .systemLogging) }),
      inputs: 4, outputs: 1,
      security: Dictionary(uniqueKeysWithValues: SecurityFlag.allCases.map { ($0, false) })),
    events: CapabilityList.Events(address: "http://192.168.1.10/onvif/events", hasPullPoints: true),
    media: CapabilityList.Media(
      address: "http://192.168.1.10/onvif/media", streaming: [.rtspTCP: false]),
    searchAddress: "http://192.168.1.10/onvif/search")

  private static let device: [MessageSample] = [
    MessageSample(GetServices(includesCapabilities: true), services),
    MessageSample(GetServiceCapabilities(), capabilities),
    MessageSample(GetCapabilities([.all]), list),
    MessageSample(GetCapabilities([]), list),
    MessageSample(GetWsdlUrl(), "http://www.onvif.org/"),
    MessageSample(
      GetDeviceInformation(),
      DeviceInformation(
        manufacturer: odd, model: "SH-8100A5-8L", firmwareVersion: "1.4.1", serialNumber: "A1",
        hardwareID: "1"), DeviceInformation()),
    MessageSample(
      GetSystemDateAndTime(),
      DeviceClock(
        source: .known(.manual), observesSummerTime: false, zone: "CET-1CEST,M3.5.0,M10.5.0/3",
        utc: civil, local: civil)),
    MessageSample(
      SetSystemDateAndTime(.manual, observesSummerTime: true, zone: "UTC0", utc: civil), Done()),
    MessageSample(SetSystemDateAndTime(.ntp, observesSummerTime: false), Done()),
    MessageSample(
      GetUsers(),
      [
        DeviceUser(AccountName("admin"), .known(.administrator)),
        DeviceUser(AccountName(odd), .known(.user)),
      ], []),
    MessageSample(CreateUsers([setting]), Done()),
    MessageSample(
      SetUser([setting, UserSetting(.admin, password: nil, level: .administrator)]), Done()),
    MessageSample(DeleteUsers([AccountName("jo"), AccountName(odd)]), Done()),
    MessageSample(GetSystemLog(.system), SystemLog(text: "one\n\ttwo <3>"), SystemLog(text: nil)),
    MessageSample(GetSystemLog(.access), SystemLog(text: odd)),
    MessageSample(SystemReboot(), "Rebooting in 30 s"),
    MessageSample(SetSystemFactoryDefault(.soft), Done()),
    MessageSample(SetSystemFactoryDefault(.hard), Done()),
    MessageSample(
      GetScopes(),
      [
        DeviceScope(.known(.fixed), uri: "onvif://www.onvif.org/Profile/S"),
        DeviceScope(.known(.configurable), uri: "onvif://www.onvif.org/name/Front%20door"),
      ]),
    MessageSample(GetDiscoveryMode(), .known(.discoverable)),
    MessageSample(SetDiscoveryMode(.nonDiscoverable), Done()),
  ]

  private static let setting = UserSetting(
    AccountName("jo"), password: Secret(" p&ss <wörd> "), level: .operator)

  private static let hosts: [NetworkHost] = [
    .ipv4(IPAddress(bits: 0xC0A8_0101)), .name("ntp.example.org"), .ipv6("2001:db8::1"),
  ]

  private static let network: [MessageSample] = [
    MessageSample(GetHostname(), HostnameInformation(isFromDHCP: false, name: "recorder-1")),
    MessageSample(SetHostname("recorder-2"), Done()),
    MessageSample(
      GetNetworkInterfaces(),
      [
        NetworkInterface(
          token: "eth0", isEnabled: true, name: "eth0", hardwareAddress: "00:18:ae:4c:11:2f",
          mtu: 1_500,
          ipv4: IPv4Configuration(
            isEnabled: true, manual: [PrefixedAddress(IPAddress(bits: 0xC0A8_010A), prefix: 24)],
            linkLocal: PrefixedAddress(IPAddress(bits: 0xA9FE_0101), prefix: 16),
            fromDHCP: PrefixedAddress(IPAddress(bits: 0xC0A8_010B), prefix: 24), usesDHCP: true))
      ]),
    MessageSample(
      SetNetworkInterfaces(
        token: "eth0", isEnabled: true,
        manual: [PrefixedAddress(IPAddress(bits: 0x0A00_0002), prefix: 8)], usesDHCP: false), true
    ),
    MessageSample(SetNetworkInterfaces(token: "eth0", usesDHCP: true), false),
    MessageSample(
      GetNetworkProtocols(),
      [
        NetworkProtocol(.known(.http), isEnabled: true, ports: [80, 8_080]),
        NetworkProtocol(.known(.rtsp), isEnabled: false, ports: [554]),
      ]),
    MessageSample(
      SetNetworkProtocols([NetworkProtocol(.known(.https), isEnabled: true, ports: [443])]), Done()),
    MessageSample(
      GetNetworkDefaultGateway(),
      NetworkGateway(ipv4: [IPAddress(bits: 0xC0A8_0101)], ipv6: ["2001:db8::1"])),
    MessageSample(
      SetNetworkDefaultGateway(NetworkGateway(ipv4: [IPAddress(bits: 0xC0A8_0101)])), Done()),
    MessageSample(
      GetDNS(),
      ServerList(
        isFromDHCP: false, searchDomains: ["example.org"], automatic: [hosts[0]], manual: [hosts[2]]
      )),
    MessageSample(
      SetDNS(isFromDHCP: false, searchDomains: ["example.org"], servers: [hosts[0]]), Done()),
    MessageSample(
      GetNTP(), ServerList(isFromDHCP: true, automatic: [hosts[0]], manual: [hosts[1], hosts[2]])),
    MessageSample(SetNTP(isFromDHCP: false, servers: hosts), Done()),
  ]

  private static let address = MediaAddress(
    uri: "http://192.168.1.10/snapshot?channel=1&size=2", isForOneConnection: false,
    endsAtReboot: false, timeout: .zero)

  private static let media: [MessageSample] = [
    MessageSample(GetMediaServiceCapabilities(), mediaCapabilities),
    MessageSample(
      GetProfiles(),
      [
        MediaProfile(
          token: "profile-1", name: "Driveway", isFixed: true, sourceToken: "source-1",
          encoding: .known(.h264), size: PictureSize(width: 1_920, height: 1_080)),
        MediaProfile(token: "profile-2", name: odd, isFixed: false),
      ]),
    MessageSample(
      GetProfile(profile: "profile-1"),
      MediaProfile(
        token: "profile-1", name: odd, isFixed: true, sourceToken: "source-1",
        encoding: .known(.jpeg), size: PictureSize(width: 640, height: 360)),
      MediaProfile(token: "profile-2", name: "b")),
    MessageSample(
      GetVideoEncoderConfigurations(),
      [
        VideoEncoder(
          token: "encoder-1", name: odd, useCount: 2, encoding: .known(.h264),
          size: PictureSize(width: 1_920, height: 1_080))
      ], []),
    MessageSample(
      GetVideoSources(),
      [
        VideoSource(
          token: "source-1", framesPerSecond: 25, size: PictureSize(width: 1_920, height: 1_080))
      ]),
    MessageSample(GetSnapshotUri(profile: "profile-1"), address),
    MessageSample(GetStreamUri(profile: "profile-1", transport: .rtsp), address),
    MessageSample(GetSearchServiceCapabilities(), searchCapabilities),
    MessageSample(
      GetRecordingSummary(), RecordingSummary(from: now - .days(31), until: now, count: 8)),
  ]

  private static let events: [MessageSample] = [
    MessageSample(GetEventServiceCapabilities(), eventCapabilities),
    MessageSample(GetEventProperties(), EventProperties(EventTopic.allCases)),
    MessageSample(
      CreatePullPointSubscription(
        filter: TopicFilter([.motion, .tamper]), termination: .after(.minutes(1))),
      PullPoint(address: "http://192.168.1.10/onvif/events/1", now: now, end: now + .minutes(1))),
    MessageSample(
      CreatePullPointSubscription(termination: .at(now)),
      PullPoint(
        address: "http://192.168.1.10/onvif/events",
        parameters: [XMLElement(XMLName("Subscription", namespace: "urn:x"), text: "7")], now: now,
        end: now)),
    MessageSample(
      PullMessages(timeout: .milliseconds(5_500), limit: 10),
      PulledMessages(
        now: now, end: now + .minutes(1),
        messages: EventTopic.allCases.map {
          EventMessage($0, isActive: true, source: "source-1", at: now)
        }), PulledMessages(now: now, end: now)),
    MessageSample(SetSynchronizationPoint(), Done()),
    MessageSample(
      Renew(.after(.minutes(2))), RenewedSubscription(now: now, end: now + .minutes(2))),
    MessageSample(Unsubscribe(), Done()),
  ]
}
