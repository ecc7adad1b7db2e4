import RecorderEngine

/// What a device of the network is.
public enum DeviceKind: String, Sendable, CaseIterable { case recorder, camera }

/// A model that stands in practice networks.
struct DeviceModel: Equatable, Sendable {
  let name: String
  let kind: DeviceKind
  /// The versions that are met, oldest first; the last one comes as a file.
  let versions: [FirmwareVersion]
  /// The password from the factory, as the manual prints it; nil: it has to be activated first.
  let defaultPassword: String?

  /// The file with the newest version.
  var file: FirmwareFile {
    FirmwareFile(
      name: "\(name)_V\(newest).sw", model: name, version: newest, remark: "")
  }

  private var newest: FirmwareVersion { versions[versions.count - 1] }
}

/// The models, places and firmware files of practice networks: one table.
public enum DeviceCatalogue {
  static let models = [
    model("SN-0800A-8", .recorder, [[1, 4, 1], [1, 4, 12], [1, 5, 0]], default: "123456"),
    model("SN-1600A-16", .recorder, [[1, 4, 12], [1, 5, 0]], default: nil),
    model("SC-2040-B28", .camera, [[4, 1, 0], [4, 2, 3], [4, 2, 5]], default: "123456"),
    model("SC-4080-D28", .camera, [[4, 2, 3], [4, 2, 5]], default: "123456"),
    model("SC-8160-P12", .camera, [[5, 0, 1], [5, 1, 0]], default: nil),
    model("SC-5120-T40", .camera, [[5, 0, 1], [5, 0, 2], [5, 1, 0]], default: nil),
  ]

  static let cameraPlaces = [
    "Gate", "Hall", "Roof", "Lift", "Yard", "Ramp", "Shop", "Till", "Stairs", "Dock", "Fence",
    "Lobby",
  ]
  static let recorderPlaces = ["Office", "Rack", "Cellar", "Kiosk"]

  /// The firmware files on the laptop, the newest one of each model.
  public static let files = models.map(\.file)

  private static func model(
    _ name: String, _ kind: DeviceKind, _ versions: [[Int]], default password: String?
  ) -> DeviceModel {
    DeviceModel(
      name: name, kind: kind, versions: versions.map { FirmwareVersion(numbers: $0) },
      defaultPassword: password)
  }
}
