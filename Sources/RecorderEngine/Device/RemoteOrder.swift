/// What a tool that manages devices over the network orders a recorder to do.
public enum RemoteOrder: Sendable {
  /// Sets the password of `admin`. A recorder that was never activated asks for no current one.
  case setPassword(NewPassword)
  /// Changes settings of the network.
  case changeAddress([SettingKey: SettingValue])
  case factoryDefault(keepsNetwork: Bool)
  case restart
  /// Installs the firmware file of this name.
  case upgrade(with: String)
  case setTime(TimeSource)

  /// The order without what belongs to it, as the log has it.
  public var act: RemoteAct {
    switch self {
    case .setPassword: .setPassword
    case .changeAddress: .changeAddress
    case .factoryDefault: .factoryDefault
    case .restart: .restart
    case .upgrade: .upgrade
    case .setTime: .setTime
    }
  }
}

/// The kinds of orders over the network.
public enum RemoteAct: String, Sendable, Codable, Hashable, CaseIterable {
  case setPassword, changeAddress, factoryDefault, restart, upgrade, setTime
}

/// Where a recorder shall have its time from.
public enum TimeSource: Hashable, Sendable {
  /// The clock of whoever orders it, once.
  case clock
  /// A time server, from now on.
  case server(String)
}
