import ONVIFMessages
import RecorderEngine

/// What the recorder is asked for to do an operation.
extension ONVIFCall {
  /// What is asked of the recorder. Throws where what is wanted makes no sense to it.
  func request(_ view: DeviceView) throws(StandardFault) -> RemoteRequest {
    switch self {
    case .setSystemDateAndTime(let operation):
      .setClock(utc: operation.typedTime, try operation.settings(view))
    case .setHostname(let operation):
      .changeSettings([.deviceName: try operation.validName()])
    case .setNetworkInterfaces(let operation): .changeSettings(try operation.settings())
    case .setNetworkProtocols(let operation): .changeSettings(try operation.settings())
    case .setNetworkDefaultGateway(let operation): .changeSettings(try operation.settings())
    case .setDNS(let operation): .changeSettings(try operation.settings())
    case .setNTP(let operation): .changeSettings(try operation.settings())
    case .createUsers(let operation): .addAccounts(try operation.users.accounts())
    case .setUser(let operation): .changeAccounts(try operation.users.accounts())
    case .deleteUsers(let operation): .removeAccounts(operation.names)
    case .systemReboot: .restart
    case .setSystemFactoryDefault(let operation):
      .factoryDefault(keepsNetwork: operation.kind == .soft)
    case .setDiscoveryMode(let operation)
    where operation.mode == .discoverable && !view.canBeDiscovered:
      throw .actionNotSupported
    default: .read(name.access.leastLevel.flatMap { RemoteLevel($0) } ?? .user)
    }
  }
}

extension RemoteLevel {
  /// What an account is that ONVIF names so; nil: there is no such account here.
  fileprivate init?(_ level: UserLevel) {
    switch level {
    case .administrator: self = .administrator
    case .operator: self = .operator
    case .user: self = .user
    case .anonymous, .extended: return nil
    }
  }
}

extension [UserSetting] {
  fileprivate func accounts() throws(StandardFault) -> [RemoteAccount] {
    var accounts: [RemoteAccount] = []
    for user in self {
      accounts.append(
        RemoteAccount(name: user.name, password: user.password, level: try user.remoteLevel()))
    }
    return accounts
  }
}

extension UserSetting {
  fileprivate func remoteLevel() throws(StandardFault) -> RemoteLevel {
    if let level = RemoteLevel(level) { return level }
    throw level == .anonymous ? .anonymousNotAllowed : .invalidValue
  }
}

extension SetSystemDateAndTime {
  /// What the clock is set to by hand; nil: it is set by the network.
  fileprivate var typedTime: Timestamp? { source == .manual ? utc?.timestamp : nil }

  fileprivate func settings(
    _ view: DeviceView
  ) throws(StandardFault) -> [SettingKey: SettingValue] {
    var settings: [SettingKey: SettingValue] = [:]
    if let zone {
      guard let wanted = TimeZoneText(posix: zone) else { throw .invalidTimeZone }
      let known = TimeZoneText(setting: view.setting(.timeZone) ?? "GMT")
      if wanted != known { settings[.timeZone] = try view.setting(for: wanted) }
    }
    if view.isOn(.daylightSaving) == !observesSummerTime {
      settings[.daylightSaving] = observesSummerTime ? "on" : "off"
    }
    if view.isOn(.ntp) == (source != .ntp) { settings[.ntp] = source == .ntp ? "on" : "off" }
    switch source {
    case .manual: guard utc?.timestamp != nil else { throw .invalidDateTime }
    case .ntp:
      guard view.setting(.ntpServer)?.isEmpty == false else { throw .ntpServerUndefined }
    }
    return settings
  }
}

extension DeviceView {
  /// The choice of the menu that is this zone.
  fileprivate func setting(for zone: TimeZoneText) throws(StandardFault) -> SettingValue {
    guard case .choice(let choices)? = snapshot.profile.setting(.timeZone)?.kind,
      let found = choices.first(where: { TimeZoneText(setting: $0) == zone })
    else { throw .invalidTimeZone }
    return found
  }
}

extension SetHostname {
  /// A name that a network has for a computer: letters, digits and hyphens.
  fileprivate func validName() throws(StandardFault) -> String {
    let isFit = hostname.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0 | 0x20) || $0 == 0x2D
    }
    guard isFit, !hostname.hasPrefix("-"), !hostname.hasSuffix("-"), hostname.utf8.count <= 63
    else { throw .invalidHostname }
    return hostname
  }
}
