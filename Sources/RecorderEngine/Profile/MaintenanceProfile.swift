/// How a recorder begins its life: what the start-up wizard is there for.
public enum SetupNeed: String, Sendable, Codable, CaseIterable {
  /// There is no wizard; the default password opens.
  case none
  /// The wizard comes up in factory state and can be skipped.
  case offered
  /// Nothing works before the wizard has set a password.
  case required
}

/// What System > Maintenance does beside starting and stopping.
public struct MaintenanceProfile: Equatable, Sendable, Codable {
  /// Whether the start-up wizard comes up in factory state.
  public let wizard: Sourced<SetupNeed>
  /// From the choice of a firmware file to the restart with it.
  public let upgradeTime: Sourced<Interval>
  /// The firmware files that lie on the practice USB stick.
  public let firmwareFiles: Sourced<[FirmwareFile]>
  /// How many megabytes a second the USB stick takes; nil: all at once.
  public let stickSpeed: Sourced<Int>?

  /// Makes the rules for maintenance.
  public init(
    wizard: Sourced<SetupNeed>, upgradeTime: Sourced<Interval>,
    firmwareFiles: Sourced<[FirmwareFile]>, stickSpeed: Sourced<Int>? = nil
  ) {
    self.stickSpeed = stickSpeed
    self.wizard = wizard
    self.upgradeTime = upgradeTime
    self.firmwareFiles = firmwareFiles
  }
}

/// A firmware for one model, as a file that a trainee can pick.
public struct FirmwareFile: Equatable, Sendable, Codable {
  /// The file's name, which tells people what is in it.
  public let name: String
  /// The model that it runs on; no other takes it.
  public let model: String
  /// What the recorder runs once it is installed.
  public let version: FirmwareVersion
  /// What it brings, in a line.
  public let remark: String

  /// Makes a firmware file.
  public init(name: String, model: String, version: FirmwareVersion, remark: String) {
    self.name = name
    self.model = model
    self.version = version
    self.remark = remark
  }
}
