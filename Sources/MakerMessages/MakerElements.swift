import XMLDocuments

/// Elements of the maker's API.
enum Maker: String, XMLElementName {
  static let namespace = XMLNamespace("", "http://www.ipc.com/ver10")

  case config
  case item
  case types
  case itemType
  case deviceInfo
  case deviceName
  case deviceDescription
  case apiVersion
  case softwareVersion
  case softwareBuildDate
  case hardwareVersion
  case model
  case brand
  case mac
  case serialNumber = "sn"
  case channelCount = "chlMaxCount"
  case alarmInCount
  case alarmOutCount
  case channelList
  case channelIDList
  case channelId
  case name
  case status
  case diskInfo
  case id
  case totalSpace
  case freeSpace
  case diskStatus
  case storageType
  case time
  case timezoneInfo
  case timeZone
  case synchronizeInfo
  case synchronizeType = "type"
  case ntpServer
  case currentTime
  case httpPort
  case httpsPort
  case rtspPort
  case netPort
  case alarmStatusInfo
}

/// Attributes of the maker's API.
enum MakerAttribute: String, XMLAttributeName {
  case version
  case status
  case errorCode
  case errorDesc
  case channelStatus
  case id
}

/// The bodies that are sent.
public enum MakerBody {
  /// The `Content-Type` of a request with a body.
  public static let contentType = "application/xml; charset=\"UTF-8\""

  /// A document of the maker's.
  static func document(_ content: (inout XMLWriter) -> Void) -> [UInt8] {
    var writer = XMLWriter(declaring: [])
    writer.plainElement(Maker.config, XMLAttributes(MakerAttribute.version, "1.0"), content)
    return writer.bytes
  }

  static func root(_ body: some Collection<UInt8>) throws(XMLFault) -> XMLElement {
    try XMLReader(.lenient).read(body)
  }
}

extension XMLElement {
  /// The whole number in an element; nil: none, or less than nothing.
  func count(_ name: Maker) -> Int? {
    text(name).flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }

  /// The part of the answer of this name, or the answer itself: some devices leave it out.
  func part(_ name: Maker) -> XMLElement { child(name) ?? self }
}
