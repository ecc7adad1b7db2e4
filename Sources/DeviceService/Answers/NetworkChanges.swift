import ONVIFMessages
import RecorderEngine

/// What changes of the network are to the settings of the menu.
extension SetNetworkInterfaces {
  func settings() throws(StandardFault) -> [SettingKey: SettingValue] {
    guard token == DeviceView.interfaceToken else { throw .invalidNetworkInterface }
    guard isEnabled != false else { throw .operationProhibited }
    var settings: [SettingKey: SettingValue] = [:]
    if let usesDHCP { settings[.dhcp] = usesDHCP ? "on" : "off" }
    if let own = manual?.first {
      guard manual?.count == 1, let mask = own.prefix.flatMap({ IPAddress.mask(prefix: $0) }),
        own.address.bits != 0
      else { throw .invalidIPv4Address }
      settings[.networkAddress] = own.address.description
      settings[.networkMask] = mask.description
    }
    return settings
  }
}

extension SetNetworkProtocols {
  func settings() throws(StandardFault) -> [SettingKey: SettingValue] {
    var settings: [SettingKey: SettingValue] = [:]
    for service in protocols {
      let keys: (port: SettingKey, isOn: SettingKey?)
      switch service.kind.known {
      case .http:
        // Whoever switches this one off is never heard again.
        guard service.isEnabled != false else { throw .operationProhibited }
        keys = (.httpPort, nil)
      case .https: keys = (.httpsPort, .https)
      case .rtsp: keys = (.rtspPort, .rtsp)
      case nil: throw .serviceNotSupported
      }
      settings[keys.port] = service.ports.first.map { String($0) }
      if let isOn = keys.isOn, let isEnabled = service.isEnabled {
        settings[isOn] = isEnabled ? "on" : "off"
      }
    }
    return settings
  }
}

extension SetNetworkDefaultGateway {
  func settings() throws(StandardFault) -> [SettingKey: SettingValue] {
    guard gateway.ipv6.isEmpty, gateway.ipv4.count <= 1 else { throw .invalidGatewayAddress }
    return [.gateway: gateway.ipv4.first?.description ?? "0.0.0.0"]
  }
}

extension SetDNS {
  func settings() throws(StandardFault) -> [SettingKey: SettingValue] {
    guard !isFromDHCP, servers.count <= 2 else { throw .invalidValue }
    var addresses: [String] = []
    for server in servers {
      guard case .ipv4(let address) = server else { throw .invalidIPv4Address }
      addresses.append(address.description)
    }
    addresses += ["0.0.0.0", "0.0.0.0"]
    return [.dns1: addresses[0], .dns2: addresses[1]]
  }
}

extension SetNTP {
  func settings() throws(StandardFault) -> [SettingKey: SettingValue] {
    guard !isFromDHCP, servers.count <= 1 else { throw .invalidValue }
    switch servers.first {
    case .ipv4(let address): return [.ntpServer: address.description]
    case .name(let name): return [.ntpServer: name]
    case .ipv6: throw .invalidIPv6Address
    case nil: return [.ntpServer: ""]
    }
  }
}
