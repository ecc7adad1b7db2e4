import XMLDocuments

/// An alarm of a device, and whether it is so now.
public struct MakerAlarm: Equatable, Sendable {
  /// The kinds that are told apart here.
  public enum Kind: String, CaseIterable, Equatable, Sendable {
    case motion = "motionAlarm"
    case sensor = "sensorAlarmIn"
  }

  /// Its kind, as it was told.
  public let name: String
  /// The channel or the input; nil: not told.
  public let number: Int?
  /// Whether it is so now.
  public let isActive: Bool

  /// Makes an alarm.
  public init(_ name: String, number: Int?, isActive: Bool) {
    self.name = name
    self.number = number
    self.isActive = isActive
  }

  /// Its kind where that is a known one.
  public var kind: Kind? { Kind(rawValue: name) }

  init?(_ element: XMLElement, name: String) {
    guard let isActive = Bool(xml: element.trimmedText) else { return nil }
    self.init(
      name, number: element.attribute(MakerAttribute.id).flatMap { Int($0) }, isActive: isActive)
  }
}

/// Which alarms there are now.
public struct GetAlarmStatus: MakerOperation {
  /// Which operation it is.
  public static let name = MakerOperationName.getAlarmStatus
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ root: XMLElement) -> [MakerAlarm] {
    // One element for each channel, or a list of them.
    root.part(.alarmStatusInfo).children.flatMap { element -> [MakerAlarm] in
      let items = element.children(Maker.item)
      return (items.isEmpty ? [element] : items).compactMap {
        MakerAlarm($0, name: element.name.local)
      }
    }
  }
}
