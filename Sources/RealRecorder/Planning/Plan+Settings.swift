import ONVIFMessages
import RecorderEngine

/// Commands about settings: only what differs is sent, and how the device is reached last.
extension Plan {
  /// Settings that are to be changed; `isUnseen`: nobody has looked at what is there before.
  static func changing(
    _ values: [SettingKey: SettingValue], knowing whole: Telling, isUnseen: Bool
  ) throws(Unfit) -> Plan {
    // What only the maker's own API tells cannot be set over ONVIF.
    var telling = whole
    telling.maker = nil
    let told = telling.settings
    let new = values.filter { told[$0.key] != $0.value }
    if let other = new.keys.first(where: { told[$0] == nil }) {
      throw Unfit(.setting(other, .unknown))
    }
    let all = told.merging(new) { $1 }
    var plan = Plan(steps: [], readings: [], check: .settings(new))
    func concerns(_ keys: SettingKey...) -> Bool { keys.contains { new[$0] != nil } }
    if concerns(.deviceName) {
      plan.add(.setHostname(all[.deviceName] ?? ""), .hostname)
    }
    if concerns(.ntpServer) {
      let servers = timeServers(all, telling)
      plan.add(.setNTP(SetNTP(isFromDHCP: false, servers: servers)), .ntp)
      plan.expect(.ntpServer, servers.first?.text ?? "")
    }
    if concerns(.ntp, .timeZone) {
      plan.add(.keepTime(try clock(by: all, telling)), .clock)
    }
    if concerns(.dns1, .dns2) {
      let servers = nameServers(all, telling)
      let shown = servers.compactMap(\.ipv4)
      plan.expect(.dns1, shown.first ?? "0.0.0.0")
      plan.expect(.dns2, shown.dropFirst().first ?? "0.0.0.0")
      plan.add(
        .setDNS(
          SetDNS(
            isFromDHCP: false, searchDomains: telling.dns.value?.searchDomains ?? [],
            servers: servers)), .dns)
    }
    if concerns(.gateway) {
      let text = all[.gateway] ?? ""
      guard let address = IPAddress(text) else { throw Unfit(.setting(.gateway, .notAnAddress)) }
      let gateway = NetworkGateway(
        ipv4: address.bits == 0 ? [] : [address], ipv6: telling.gateway.value?.ipv6 ?? [])
      plan.add(.setGateway(gateway), .gateway)
    }
    if concerns(.httpPort, .httpsPort, .https, .rtsp, .rtspPort) {
      plan.add(.setProtocols(protocols(all, concerns, telling)), .protocols)
    }
    if concerns(.dhcp, .networkAddress, .networkMask) {
      plan.add(.setInterface(try interface(all, telling, isUnseen: isUnseen)), .interfaces)
    }
    return plan
  }

  private mutating func add(_ step: Step, _ reading: Telling.Reading) {
    steps.append(step)
    readings.insert(reading)
  }

  /// What a field shows afterwards: where it was cleared the next one of its list moves up.
  private mutating func expect(_ key: SettingKey, _ value: SettingValue) {
    guard case .settings(var values) = check, values[key] != nil else { return }
    values[key] = value
    check = .settings(values)
  }

  /// The time server that the field shows, and those behind it that it does not.
  private static func timeServers(
    _ all: [SettingKey: SettingValue], _ telling: Telling
  ) -> [NetworkHost] {
    let told = telling.ntp.value.map { $0.manual + $0.automatic } ?? []
    let typed = all[.ntpServer].flatMap(NetworkHost.init(typed:))
    return [typed].compactMap(\.self) + told.dropFirst().filter { $0 != typed }
  }

  /// The servers of the two fields where they stand in the list, and the others as they are.
  private static func nameServers(
    _ all: [SettingKey: SettingValue], _ telling: Telling
  ) -> [NetworkHost] {
    var typed = [all[.dns1], all[.dns2]].map { $0.flatMap(NetworkHost.init(typed:)) }
    var servers: [NetworkHost] = []
    for server in telling.dns.value.map({ $0.manual + $0.automatic }) ?? [] {
      if server.ipv4 == nil || typed.isEmpty {
        servers.append(server)
      } else if let new = typed.removeFirst() {
        servers.append(new)
      }
    }
    return (servers + typed.compactMap(\.self)).reduce(into: []) { all, server in
      if !all.contains(server) { all.append(server) }
    }
  }

  /// How the clock goes: whoever sets it, and whether it knows summer time, cannot be left out.
  private static func clock(
    by all: [SettingKey: SettingValue], _ telling: Telling
  ) throws(Unfit) -> SetSystemDateAndTime {
    let told = telling.clock.told
    guard let byNetwork = all[.ntp] else { throw Unfit(.setting(.ntp, .unknown)) }
    let zone = all[.timeZone].map { wanted in
      told?.zone.flatMap { zone in
        let new = TimeZoneText(setting: wanted)
        return TimeZoneText(posix: zone) == new ? zone : new.posix(keepingSummerOf: zone)
      } ?? TimeZoneText(setting: wanted).posix
    }
    return SetSystemDateAndTime(
      byNetwork == "on" ? .ntp : .manual, observesSummerTime: try observesSummerTime(told),
      zone: zone ?? told?.zone)
  }

  private static func observesSummerTime(_ told: DeviceClock?) throws(Unfit) -> Bool {
    guard let flag = told?.observesSummerTime else { throw Unfit(.told(Sentences.summerUntold)) }
    return flag
  }

  private static func protocols(
    _ all: [SettingKey: SettingValue], _ concerns: (SettingKey...) -> Bool, _ telling: Telling
  ) -> [NetworkProtocol] {
    func service(
      _ kind: NetworkProtocolKind, on: SettingKey?, _ port: SettingKey
    ) -> NetworkProtocol? {
      guard concerns(port) || on.map({ concerns($0) }) == true,
        let number = all[port].flatMap({ Int($0) })
      else { return nil }
      let isOn = on.flatMap { all[$0] }.map { $0 == "on" } ?? telling.service(kind)?.isEnabled
      return NetworkProtocol(.known(kind), isEnabled: isOn, ports: [number])
    }
    return [
      service(.http, on: nil, .httpPort), service(.https, on: .https, .httpsPort),
      service(.rtsp, on: .rtsp, .rtspPort),
    ].compactMap(\.self)
  }

  private static func interface(
    _ all: [SettingKey: SettingValue], _ telling: Telling, isUnseen: Bool
  ) throws(Unfit) -> SetNetworkInterfaces {
    // Whoever looks sees by its address which card is meant.
    guard let token = (isUnseen ? telling.askedCard : telling.card)?.token else {
      throw Unfit(.told(Sentences.noCard))
    }
    guard all[.dhcp] != "on" else { return SetNetworkInterfaces(token: token, usesDHCP: true) }
    guard let address = all[.networkAddress].flatMap({ IPAddress($0) }) else {
      throw Unfit(.setting(.networkAddress, .notAnAddress))
    }
    guard let prefix = all[.networkMask].flatMap({ IPAddress($0)?.prefixOfMask }) else {
      throw Unfit(.setting(.networkMask, .notAnAddress))
    }
    return SetNetworkInterfaces(
      token: token, manual: [PrefixedAddress(address, prefix: prefix)], usesDHCP: false)
  }

  /// The clock is to show this, where the device stands.
  static func settingClock(
    to shown: Timestamp, knowing telling: Telling, localTime: Timestamp, systemTime: Timestamp
  ) throws(Unfit) -> Plan {
    let utc = shown - (telling.zoneOffset ?? localTime - systemTime)
    let told = telling.clock.told
    return Plan(
      steps: [
        .setClock(
          SetSystemDateAndTime(
            .manual, observesSummerTime: try observesSummerTime(told), zone: told?.zone,
            utc: CivilTime(utc)))
      ], readings: [.clock], check: .clock(offset: utc - systemTime))
  }
}
