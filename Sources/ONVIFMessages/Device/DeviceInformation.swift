import XMLDocuments

/// What a device says that it is.
public struct DeviceInformation: Equatable, Sendable {
  /// Who made it.
  public var manufacturer: String?
  /// Its model.
  public var model: String?
  /// The version of its firmware.
  public var firmwareVersion: String?
  /// Its serial number.
  public var serialNumber: String?
  /// The version of its hardware.
  public var hardwareID: String?

  /// Makes what a device says.
  public init(
    manufacturer: String? = nil, model: String? = nil, firmwareVersion: String? = nil,
    serialNumber: String? = nil, hardwareID: String? = nil
  ) {
    self.manufacturer = manufacturer
    self.model = model
    self.firmwareVersion = firmwareVersion
    self.serialNumber = serialNumber
    self.hardwareID = hardwareID
  }
}

/// What a device is.
public struct GetDeviceInformation: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getDeviceInformation
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(
    _ element: XMLElement
  ) throws(Misunderstanding) -> DeviceInformation {
    DeviceInformation(
      manufacturer: element.text(TDS.manufacturer), model: element.text(TDS.model),
      firmwareVersion: element.text(TDS.firmwareVersion),
      serialNumber: element.text(TDS.serialNumber), hardwareID: element.text(TDS.hardwareId))
  }

  /// Writes what comes back.
  public static func write(_ answer: DeviceInformation, to writer: inout XMLWriter) {
    // The schema has all five: what is not known is empty.
    writer.element(TDS.manufacturer, text: answer.manufacturer ?? "")
    writer.element(TDS.model, text: answer.model ?? "")
    writer.element(TDS.firmwareVersion, text: answer.firmwareVersion ?? "")
    writer.element(TDS.serialNumber, text: answer.serialNumber ?? "")
    writer.element(TDS.hardwareId, text: answer.hardwareID ?? "")
  }
}

/// Where the description of a device's services is.
public struct GetWsdlUrl: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getWsdlUrl
  /// What comes back.
  public typealias Answer = String?
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> String? {
    element.text(TDS.wsdlUrl)
  }

  /// Writes what comes back.
  public static func write(_ answer: String?, to writer: inout XMLWriter) {
    writer.element(TDS.wsdlUrl, text: answer ?? "")
  }
}
