import XMLDocuments

/// A word of an answer and what it says.
public struct MakerField: Equatable, Sendable {
  /// The names of the elements around it, the outermost first, with slashes between them.
  public let path: String
  /// What it says.
  public let value: String

  /// Makes a field.
  public init(_ path: String, _ value: String) {
    self.path = path
    self.value = value
  }

  /// All that an answer says, in its order.
  static func all(in element: XMLElement, below path: String = "") -> [MakerField] {
    element.children.filter { ![.types, .itemType].contains(Maker(rawValue: $0.name.local)) }
      .flatMap { child -> [MakerField] in
        let own = path + child.name.local
        if child.children.isEmpty {
          let value = child.trimmedText
          return value.isEmpty ? [] : [MakerField(own, value)]
        }
        return all(in: child, below: own + "/")
      }
  }
}

/// How the device is in its network. The vendor publishes what this tells (address, mask, gateway,
/// DNS, DHCP), but not under which names: so it is handed on as it was told, and nothing goes by it.
public struct GetNetBasicConfig: MakerOperation {
  /// Which operation it is.
  public static let name = MakerOperationName.getNetBasicConfig
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ root: XMLElement) -> [MakerField] { MakerField.all(in: root) }
}

/// The ports of a device.
public struct MakerPorts: Equatable, Sendable {
  /// Of its pages and of this API.
  public var http: Int?
  /// Of the same, encrypted.
  public var https: Int?
  /// Of its streams.
  public var rtsp: Int?
  /// Of the maker's own programs.
  public var data: Int?

  /// Makes ports.
  public init(http: Int? = nil, https: Int? = nil, rtsp: Int? = nil, data: Int? = nil) {
    self.http = http
    self.https = https
    self.rtsp = rtsp
    self.data = data
  }
}

/// The ports of the device. The vendor publishes which there are; the names are those of the older
/// version's answers. What has another name is unknown.
public struct GetPortConfig: MakerOperation {
  /// Which operation it is.
  public static let name = MakerOperationName.getPortConfig
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ root: XMLElement) -> MakerPorts {
    // The element around them has different names.
    let around = [root] + root.children
    func port(_ name: Maker) -> Int? {
      around.lazy.compactMap { $0.count(name) }.first.flatMap {
        (1...65_535).contains($0) ? $0 : nil
      }
    }
    return MakerPorts(
      http: port(.httpPort), https: port(.httpsPort), rtsp: port(.rtspPort), data: port(.netPort))
  }
}
