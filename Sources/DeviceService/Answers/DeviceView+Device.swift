import ONVIFMessages
import RecorderEngine

/// What the device service tells.
extension DeviceView {
  var information: DeviceInformation {
    let identity = snapshot.profile.identity
    return DeviceInformation(
      manufacturer: manufacturer, model: identity.model,
      firmwareVersion: snapshot.firmware.description, serialNumber: identity.serialNumber,
      hardwareID: snapshot.profile.id)
  }

  var clock: DeviceClock {
    let zone = TimeZoneText(setting: setting(.timeZone) ?? "GMT")
    return DeviceClock(
      source: .known(isOn(.ntp) == true ? .ntp : .manual),
      observesSummerTime: isOn(.daylightSaving) ?? false, zone: zone.posix,
      utc: CivilTime(time.utc), local: CivilTime(time.local))
  }

  /// Every account that may do anything from elsewhere.
  var users: [DeviceUser] {
    snapshot.accounts.compactMap { account in
      snapshot.remoteLevel(of: account.name).map {
        DeviceUser(account.name, .known(UserLevel($0)))
      }
    }
  }

  /// The log, newest first, as far as an answer has room for it.
  func log(_ kind: SystemLogKind, words: (LogEntry) -> String) -> SystemLog {
    let entries = snapshot.log.entries.reversed().lazy.filter {
      kind == .system || $0.action.category == .signIn
    }
    let lines = Array(entries.prefix(1_000)).map { entry in
      let who = entry.account.map { " [\($0.text)]" } ?? ""
      return "\(CivilTime(entry.time).text)\(who) \(words(entry))"
    }
    return SystemLog(text: lines.joined(separator: "\n"))
  }

  var scopes: [DeviceScope] {
    func scope(_ kind: ScopeKind, _ category: String, _ value: String) -> DeviceScope {
      DeviceScope(.known(kind), uri: DiscoveryScope(category, value).uri)
    }
    return [
      scope(.fixed, "type", "video_encoder"), scope(.fixed, "type", "Network_Video_Transmitter"),
      scope(.fixed, "Profile", "Streaming"),
      scope(.fixed, "hardware", snapshot.profile.identity.model),
      scope(.configurable, "name", setting(.deviceName) ?? snapshot.profile.title),
      scope(.configurable, "location", "practice"),
    ]
  }

  // MARK: What it can

  func services(withCapabilities: Bool) -> [ServiceEntry] {
    ONVIFService.allCases.map { service in
      ServiceEntry(
        namespace: service.namespace.uri, address: address(of: service),
        version: service.version,
        capabilities: withCapabilities ? capabilities(of: service) : nil)
    }
  }

  private func capabilities(of service: ONVIFService) -> AnyServiceCapabilities {
    switch service {
    case .device: .device(deviceCapabilities)
    case .media: .media(mediaCapabilities)
    case .events: .events(eventCapabilities)
    case .search: .search(searchCapabilities)
    }
  }

  var deviceCapabilities: DeviceServiceCapabilities {
    let accounts = snapshot.profile.accounts
    return DeviceServiceCapabilities(
      network: [
        .ipFilter: false, .zeroConfiguration: false, .ipVersion6: false, .dynDNS: false,
        .hostnameFromDHCP: false,
      ], networkCounts: [.ntp: setting(.ntpServer) == nil ? 0 : 1],
      security: [
        .tls10: false, .tls11: false, .tls12: false, .defaultAccessPolicy: true,
        .remoteUserHandling: false, .usernameToken: true, .httpDigest: true,
      ],
      limits: [
        .users: accounts.most.value, .usernameLength: accounts.longestName.value,
        .passwordLength: snapshot.profile.passwords.longest.value,
      ],
      system: [
        .discoveryResolve: canBeDiscovered, .discoveryBye: canBeDiscovered,
        .remoteDiscovery: false, .systemBackup: false, .systemLogging: true,
        .firmwareUpgrade: false,
      ])
  }

  func capabilities(_ asked: [CapabilityCategory]) -> CapabilityList {
    func wants(_ category: CapabilityCategory) -> Bool {
      asked.isEmpty || asked.contains(.all) || asked.contains(category)
    }
    var list = CapabilityList()
    if wants(.device) {
      list.device = CapabilityList.Device(
        address: address(of: .device), network: [:], system: [.systemLogging: true],
        inputs: contacts.count, outputs: setting(.alarmOutput) == nil ? 0 : 1, security: [:])
    }
    if wants(.events) {
      list.events = CapabilityList.Events(address: address(of: .events), hasPullPoints: true)
    }
    if wants(.media) {
      list.media = CapabilityList.Media(
        address: address(of: .media), streaming: [.rtspTCP: isOn(.rtsp) == true])
    }
    if wants(.all) { list.searchAddress = address(of: .search) }
    return list
  }
}
