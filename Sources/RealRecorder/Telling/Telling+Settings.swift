import ONVIFMessages
import RecorderEngine

/// What a device tells, as settings of the menu: one that is not here is not told.
extension Telling {
  /// The settings that are told.
  var settings: [SettingKey: SettingValue] {
    var settings: [SettingKey: SettingValue] = [:]
    func set(_ key: SettingKey, _ value: String?) {
      settings[key] = value.map { ForeignText.tamed($0) }
    }
    func set(_ key: SettingKey, _ flag: Bool?) { set(key, flag.map { $0 ? "on" : "off" }) }
    set(.deviceName, hostname.value?.name)
    set(.ntp, (clock.told?.source?.known).map { $0 == .ntp })
    set(.timeZone, clock.told?.zone.flatMap { TimeZoneText(posix: $0)?.setting })
    // By the maker's own API where ONVIF says nothing of it.
    set(
      .ntpServer,
      ntp.value.map { ($0.manual.first ?? $0.automatic.first)?.text ?? "" }
        ?? maker?.clock?.ntpServer)
    if let ipv4 = card?.ipv4 {
      set(.dhcp, ipv4.usesDHCP)
      set(.networkAddress, ipv4.current?.address.description)
      set(.networkMask, ipv4.current?.prefix.flatMap(IPAddress.mask)?.description)
    }
    set(.gateway, gateway.value.map { $0.ipv4.first?.description ?? "0.0.0.0" })
    if let servers = dns.value.map({ ($0.manual + $0.automatic).compactMap(\.ipv4) }) {
      set(.dns1, servers.first ?? "0.0.0.0")
      set(.dns2, servers.dropFirst().first ?? "0.0.0.0")
    }
    set(.httpPort, (service(.http)?.ports.first ?? maker?.ports?.http).map(String.init))
    set(.httpsPort, (service(.https)?.ports.first ?? maker?.ports?.https).map(String.init))
    set(.https, service(.https)?.isEnabled)
    set(.rtspPort, (service(.rtsp)?.ports.first ?? maker?.ports?.rtsp).map(String.init))
    set(.rtsp, service(.rtsp)?.isEnabled)
    return settings
  }
}

extension NetworkHost {
  /// What people type for it.
  var text: String {
    switch self {
    case .ipv4(let address): address.description
    case .ipv6(let address): address
    case .name(let name): name
    }
  }

  /// Its address of four numbers; nil: it is another.
  var ipv4: String? { if case .ipv4(let address) = self { address.description } else { nil } }

  /// What somebody typed; nil: nothing.
  init?(typed text: String) {
    guard !text.isEmpty, text != "0.0.0.0" else { return nil }
    if let address = IPAddress(text) {
      self = .ipv4(address)
    } else {
      self = text.contains(":") ? .ipv6(text) : .name(text)
    }
  }
}
