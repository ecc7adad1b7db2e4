import XMLDocuments

/// Whether a scope can be changed.
public enum ScopeKind: String, CaseIterable, Equatable, Sendable {
  case fixed = "Fixed"
  case configurable = "Configurable"
}

/// What a device says of itself to whoever searches the network.
public struct DeviceScope: Equatable, Sendable {
  /// Whether it can be changed.
  public let kind: Told<ScopeKind>?
  /// `onvif://www.onvif.org/name/…`, percent-encoded as it came.
  public let uri: String

  /// Makes a scope.
  public init(_ kind: Told<ScopeKind>?, uri: String) {
    self.kind = kind
    self.uri = uri
  }
}

/// The scopes of a device.
public struct GetScopes: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getScopes
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> [DeviceScope] {
    element.children(TDS.scopes).compactMap { scope in
      scope.text(TT.scopeItem).map { DeviceScope(scope.told(TT.scopeDef), uri: $0) }
    }
  }

  /// Writes what comes back.
  public static func write(_ answer: [DeviceScope], to writer: inout XMLWriter) {
    for scope in answer {
      writer.element(TDS.scopes) {
        $0.optional(TT.scopeDef, scope.kind?.text)
        $0.element(TT.scopeItem, text: scope.uri)
      }
    }
  }
}

/// Whether a device answers whoever searches the network.
public enum DiscoveryMode: String, CaseIterable, Equatable, Sendable {
  case discoverable = "Discoverable"
  case nonDiscoverable = "NonDiscoverable"
}

/// Whether the device can be found.
public struct GetDiscoveryMode: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getDiscoveryMode
  /// What comes back.
  public typealias Answer = Told<DiscoveryMode>?
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(
    _ element: XMLElement
  ) throws(Misunderstanding) -> Told<DiscoveryMode>? {
    element.told(TDS.discoveryMode)
  }

  /// Writes what comes back.
  public static func write(_ answer: Told<DiscoveryMode>?, to writer: inout XMLWriter) {
    writer.optional(TDS.discoveryMode, answer?.text)
  }
}

/// Lets the device be found, or not.
public struct SetDiscoveryMode: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.setDiscoveryMode
  /// What comes back.
  public typealias Answer = Done

  /// Whether it is to be found.
  public let mode: DiscoveryMode

  /// Makes the operation.
  public init(_ mode: DiscoveryMode) { self.mode = mode }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    mode = try request.validWord(TDS.discoveryMode)
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    writer.element(TDS.discoveryMode, text: mode.rawValue)
  }
}
