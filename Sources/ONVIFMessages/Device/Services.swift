import XMLDocuments

/// What a service can, by which service it is.
public enum AnyServiceCapabilities: Equatable, Sendable {
  case device(DeviceServiceCapabilities)
  case media(MediaServiceCapabilities)
  case events(EventServiceCapabilities)
  case search(SearchServiceCapabilities)

  init?(_ element: XMLElement, of service: ONVIFService?) {
    guard let content = element.children.first else { return nil }
    switch service {
    case .device: self = .device(DeviceServiceCapabilities(content))
    case .media: self = .media(MediaServiceCapabilities(content))
    case .events: self = .events(EventServiceCapabilities(content))
    case .search: self = .search(SearchServiceCapabilities(content))
    case nil: return nil
    }
  }

  func write(to writer: inout XMLWriter) {
    switch self {
    case .device(let capabilities): capabilities.write(to: &writer)
    case .media(let capabilities): capabilities.write(to: &writer)
    case .events(let capabilities): capabilities.write(to: &writer)
    case .search(let capabilities): capabilities.write(to: &writer)
    }
  }
}

/// A service that a device has, and where.
public struct ServiceEntry: Equatable, Sendable {
  /// Its namespace, by which it is known.
  public let namespace: String
  /// Where it is, as the device says: the host may be one that only the device reaches.
  public let address: String?
  /// Its version.
  public let version: ServiceVersion?
  /// What it can, where that was asked for.
  public let capabilities: AnyServiceCapabilities?

  /// Makes a service.
  public init(
    namespace: String, address: String?, version: ServiceVersion? = nil,
    capabilities: AnyServiceCapabilities? = nil
  ) {
    self.namespace = namespace
    self.address = address
    self.version = version
    self.capabilities = capabilities
  }

  /// Which service that is known here.
  public var service: ONVIFService? {
    ONVIFService.allCases.first { $0.namespace.uri == namespace }
  }
}

/// The version of a service.
public struct ServiceVersion: Equatable, Sendable {
  /// The number before the dot.
  public let major: Int
  /// The number behind it.
  public let minor: Int

  /// Makes a version.
  public init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  init?(_ element: XMLElement) {
    guard let major = element.integer(TT.major), let minor = element.integer(TT.minor) else {
      return nil
    }
    self.init(major, minor)
  }

  func write(_ name: some XMLElementName, to writer: inout XMLWriter) {
    writer.element(name) {
      $0.integer(TT.major, major)
      $0.integer(TT.minor, minor)
    }
  }
}

/// The services of a device.
public struct GetServices: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.getServices

  /// Whether what they can is to be told as well.
  public let includesCapabilities: Bool

  /// Makes the operation.
  public init(includesCapabilities: Bool = false) {
    self.includesCapabilities = includesCapabilities
  }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    includesCapabilities = request.flag(TDS.includeCapability) ?? false
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    writer.flag(TDS.includeCapability, includesCapabilities)
  }

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> [ServiceEntry] {
    element.children(TDS.service).compactMap { entry in
      guard let namespace = entry.text(TDS.namespaceURI) else { return nil }
      let service = ONVIFService.allCases.first { $0.namespace.uri == namespace }
      return ServiceEntry(
        namespace: namespace, address: entry.text(TDS.xAddr),
        version: entry.child(TDS.version).flatMap { ServiceVersion($0) },
        capabilities: entry.child(TDS.capabilities).flatMap {
          AnyServiceCapabilities($0, of: service)
        })
    }
  }

  /// Writes what comes back.
  public static func write(_ answer: [ServiceEntry], to writer: inout XMLWriter) {
    for entry in answer {
      writer.element(TDS.service) {
        $0.element(TDS.namespaceURI, text: entry.namespace)
        $0.element(TDS.xAddr, text: entry.address ?? "")
        if let capabilities = entry.capabilities {
          $0.element(TDS.capabilities) { capabilities.write(to: &$0) }
        }
        (entry.version ?? ServiceVersion(1, 0)).write(TDS.version, to: &$0)
      }
    }
  }
}
