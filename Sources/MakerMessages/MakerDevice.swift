import XMLDocuments

/// What a device says that it is.
public struct MakerDeviceInformation: Equatable, Sendable {
  /// The name that somebody has given it.
  public var name: String?
  /// `IPCamera`, or a model.
  public var description: String?
  /// The version of this API; older devices have none.
  public var apiVersion: String?
  /// The version of its firmware.
  public var softwareVersion: String?
  /// When that was built.
  public var softwareBuildDate: String?
  /// The version of its hardware.
  public var hardwareVersion: String?
  /// Its model.
  public var model: String?
  /// Whose name is on it.
  public var brand: String?
  /// The number of its network card, as it writes it.
  public var hardwareAddress: String?
  /// Its serial number.
  public var serialNumber: String?
  /// How many channels it has room for.
  public var channels: Int?
  /// How many inputs for contacts it has.
  public var alarmInputs: Int?
  /// How many outputs for relays it has.
  public var alarmOutputs: Int?

  /// Nothing is known.
  public init() {}
}

/// What the device is.
public struct GetDeviceInfo: MakerOperation {
  /// Which operation it is.
  public static let name = MakerOperationName.getDeviceInfo
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ root: XMLElement) -> MakerDeviceInformation {
    let told = root.part(.deviceInfo)
    var information = MakerDeviceInformation()
    information.name = told.text(Maker.deviceName)
    information.description = told.text(Maker.deviceDescription)
    information.apiVersion = told.text(Maker.apiVersion)
    information.softwareVersion = told.text(Maker.softwareVersion)
    information.softwareBuildDate = told.text(Maker.softwareBuildDate)
    information.hardwareVersion = told.text(Maker.hardwareVersion)
    information.model = told.text(Maker.model)
    information.brand = told.text(Maker.brand)
    information.hardwareAddress = told.text(Maker.mac)
    information.serialNumber = told.text(Maker.serialNumber)
    information.channels = told.count(.channelCount)
    information.alarmInputs = told.count(.alarmInCount)
    information.alarmOutputs = told.count(.alarmOutCount)
    return information
  }
}
