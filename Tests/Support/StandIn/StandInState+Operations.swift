import ONVIFMessages
import RecorderEngine

/// What a stand-in device does when it is asked.
extension StandInState {
  mutating func carryOut(_ call: ONVIFCall) -> [UInt8] {
    let name = call.name.element
    let isDone = !habits.pretends.contains(name) && !habits.needsReboot.contains(name)
    if call.name.access == .writeSystem || call.name.access == .unrecoverable, isDone {
      done.append(name)
      change(call)
    }
    return answer(call)
  }

  private mutating func change(_ call: ONVIFCall) {
    switch call {
    case .setHostname(let operation): hostname = operation.hostname
    case .setNTP(let operation): ntp = ServerList(isFromDHCP: false, manual: operation.servers)
    case .setDNS(let operation): dns = ServerList(isFromDHCP: false, manual: operation.servers)
    case .setNetworkDefaultGateway(let operation): gateway = operation.gateway
    case .setNetworkInterfaces(let operation):
      changedCards.append(operation.token)
      guard operation.token == "eth0" else { return }
      if let first = operation.manual?.first { address = first }
      usesDHCP = operation.usesDHCP ?? usesDHCP
    case .setNetworkProtocols(let operation):
      for new in operation.protocols {
        protocols.removeAll { $0.kind == new.kind }
        protocols.append(new)
      }
    case .createUsers(let operation):
      users += operation.users.map {
        var user = User($0.name.text, "", .known($0.level))
        user.password = $0.password ?? Secret("")
        return user
      }
    case .setUser(let operation):
      for new in operation.users {
        for place in users.indices where users[place].name == new.name {
          users[place].password = new.password ?? Secret("")
          if !habits.keepsLevels { users[place].level = .known(new.level) }
        }
      }
    case .deleteUsers(let operation): users.removeAll { operation.names.contains($0.name) }
    case .setSystemDateAndTime(let operation):
      clockSource = operation.source
      if let new = operation.zone { zone = new }
      if let utc = operation.utc?.timestamp { habits.clockOffset = utc - StandInState.now }
    default: break
    }
  }

  private func answer(_ call: ONVIFCall) -> [UInt8] {
    switch call {
    case .getServices(let operation): operation.answer(services)
    case .getCapabilities(let operation):
      operation.answer(
        CapabilityList(
          device: CapabilityList.Device(address: url("/onvif/device_service")),
          media: CapabilityList.Media(address: url("/onvif/media_service"))))
    case .getSystemDateAndTime(let operation):
      operation.answer(
        DeviceClock(
          source: habits.tellsClockSource ? .known(clockSource) : nil,
          observesSummerTime: habits.tellsSummerTime ? false : nil, zone: zone,
          utc: habits.tellsUTC ? CivilTime(clock + habits.toldAsUTC) : nil,
          local: habits.tellsUTC ? nil : CivilTime(clock)))
    case .getDeviceInformation(let operation): operation.answer(information)
    case .getHostname(let operation):
      operation.answer(HostnameInformation(isFromDHCP: false, name: hostname))
    case .getNetworkInterfaces(let operation):
      operation.answer(
        otherCards + [
          NetworkInterface(
            token: "eth0", isEnabled: true, name: "eth0", hardwareAddress: "00:18:AE:00:00:01",
            ipv4: IPv4Configuration(isEnabled: true, manual: [address], usesDHCP: usesDHCP))
        ])
    case .getNetworkProtocols(let operation): operation.answer(protocols)
    case .getNetworkDefaultGateway(let operation): operation.answer(gateway)
    case .getDNS(let operation): operation.answer(dns)
    case .getNTP(let operation): operation.answer(ntp)
    case .getUsers(let operation):
      operation.answer(
        habits.tellsNoUsers
          ? []
          : users.map { DeviceUser($0.name, habits.tellsLevel.map { .known($0) } ?? $0.level) })
    case .getSystemLog(let operation): operation.answer(SystemLog(text: log))
    case .getVideoSources(let operation): operation.answer(sources)
    case .getProfiles(let operation):
      operation.answer(
        sources.enumerated().map { place, source in
          MediaProfile(
            token: "p\(place)", name: "Camera \(place + 1)", sourceToken: source.token)
        })
    case .getRecordingSummary(let operation) where recordings != nil:
      operation.answer(recordings ?? RecordingSummary())
    case .getSnapshotUri(let operation) where habits.picture != nil:
      operation.answer(MediaAddress(uri: url("/picture?profile=\(operation.profile)")))
    case .setHostname(let operation):
      operation.answer(Done(needsReboot: habits.needsReboot.contains("SetHostname")))
    case .setNTP(let operation): operation.answer(Done())
    case .setDNS(let operation): operation.answer(Done())
    case .setNetworkDefaultGateway(let operation): operation.answer(Done())
    case .setNetworkInterfaces(let operation):
      operation.answer(habits.needsReboot.contains("SetNetworkInterfaces"))
    case .setNetworkProtocols(let operation): operation.answer(Done())
    case .createUsers(let operation): operation.answer(Done())
    case .setUser(let operation): operation.answer(Done())
    case .deleteUsers(let operation): operation.answer(Done())
    case .setSystemDateAndTime(let operation): operation.answer(Done())
    case .systemReboot(let operation): operation.answer("in a minute")
    case .setSystemFactoryDefault(let operation): operation.answer(Done())
    default: StandardFault.actionNotSupported.body()
    }
  }

  private var services: [ServiceEntry] {
    var paths: [ONVIFService: String] = [
      .device: "/onvif/device_service", .media: "/onvif/media_service",
    ]
    if recordings != nil { paths[.search] = "/onvif/search_service" }
    if habits.hasEvents { paths[.events] = "/onvif/event_service" }
    return paths.map { service, path in
      ServiceEntry(namespace: service.namespace.uri, address: url(path))
    }
  }

  func url(_ path: String) -> String { (habits.toldHost ?? "http://127.0.0.1") + path }
}
