import RecorderEngine

/// What a device of the network is.
public enum DeviceKind: String, Sendable, CaseIterable { case recorder, camera }

/// A model that stands in practice networks.
public struct DeviceModel: Equatable, Sendable {
  /// Its model number.
  public let name: String
  /// Whether it is a recorder or a camera.
  public let kind: DeviceKind
  /// How its serial numbers begin.
  public let serial: String
  /// The versions that are met, oldest first, at least one; the last one comes as a file.
  public let firmware: [FirmwareVersion]
  /// The password from the factory, as the manual prints it; nil: it has to be activated first.
  public let defaultPassword: String?

  /// Makes a model; without a default password somebody has to give each device its first one.
  public init(
    name: String, kind: DeviceKind, serial: String, firmware: [FirmwareVersion],
    defaultPassword: String?
  ) {
    self.name = name
    self.kind = kind
    self.serial = serial
    self.firmware = firmware
    self.defaultPassword = defaultPassword
  }

  /// The file with the newest version.
  var file: FirmwareFile {
    FirmwareFile(name: "\(name)_V\(newest).sw", model: name, version: newest, remark: "")
  }

  private var newest: FirmwareVersion { firmware[newestPlace] }

  /// The place of the newest version.
  var newestPlace: Int { firmware.count - 1 }
}
