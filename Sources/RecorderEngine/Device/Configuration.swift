/// What a configuration file holds: everything that was set, and nothing secret.
public struct Configuration: Equatable, Sendable, Codable {
  /// The model it was written on; another model does not take it.
  public var model: String
  /// The firmware that wrote the file.
  public var firmware: FirmwareVersion
  /// Every setting with its value.
  public var settings: [SettingKey: SettingValue]
  /// The groups that somebody made; the built-in ones are every recorder's own.
  public var groups: [Group]
  /// Which addresses may sign in from elsewhere.
  public var accessList: AccessList

  /// Makes what a configuration file holds.
  public init(
    model: String, firmware: FirmwareVersion, settings: [SettingKey: SettingValue],
    groups: [Group], accessList: AccessList
  ) {
    self.model = model
    self.firmware = firmware
    self.settings = settings
    self.groups = groups
    self.accessList = accessList
  }
}

/// Why a configuration cannot be taken over. Nothing is changed then.
public enum ConfigurationProblem: Equatable, Sendable, Codable {
  case otherModel(String)
  case wrongSetting(SettingKey, SettingProblem)
  case wrongGroup(String)
  case wrongAddress(String)
}

/// Why a firmware file cannot be installed.
public enum UpgradeProblem: Error, Equatable, Sendable, Codable {
  case noSuchFile(String)
  case otherModel(String)
  case notNewer(FirmwareVersion)
}
