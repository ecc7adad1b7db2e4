import DeviceProofs
import RecorderEngine
import XMLDocuments

/// What a device tells of itself in the network.
public struct Announcement: Equatable, Sendable {
  /// Its name for good: `urn:uuid:…`.
  public var endpoint: String
  /// What it is, without prefixes: `NetworkVideoTransmitter`, `Device` …
  public var types: [String]
  /// What it says of itself, percent-encoded as it came.
  public var scopes: [DiscoveryScope]
  /// Where it is reached, as it says.
  public var addresses: [String]
  /// A number that rises when any of this changes.
  public var version: Int?

  /// Makes an announcement.
  public init(
    endpoint: String, types: [String] = [], scopes: [DiscoveryScope] = [],
    addresses: [String] = [], version: Int? = nil
  ) {
    self.endpoint = endpoint
    self.types = types
    self.scopes = scopes
    self.addresses = addresses
    self.version = version
  }

  /// Whether it is a camera or a recorder.
  public var isVideoDevice: Bool { types.contains("NetworkVideoTransmitter") }
}

/// Something that a device says of itself in the network.
public struct DiscoveryScope: Equatable, Hashable, Sendable {
  /// `onvif://www.onvif.org/name/Front%20door`, as it came.
  public let uri: String

  /// Makes a scope.
  public init(uri: String) { self.uri = uri }

  /// Makes a scope of ONVIF's: `name`, `hardware`, `location` or another, and what it says.
  public init(_ category: String, _ value: String) {
    uri = DiscoveryScope.root + category + "/" + PercentCoding.encoded(value)
  }

  private static let root = "onvif://www.onvif.org/"

  /// What a scope of ONVIF's is about, and what it says; nil: it is none.
  public var onvif: (category: String, value: String)? {
    guard uri.lowercased().hasPrefix(DiscoveryScope.root) else { return nil }
    let parts = uri.dropFirst(DiscoveryScope.root.count).split(separator: "/", maxSplits: 1)
    guard parts.count == 2 else { return nil }
    return (parts[0].lowercased(), PercentCoding.decoded(parts[1]))
  }
}

/// A message of WS-Discovery: who is there.
public struct DiscoveryMessage: Equatable, Sendable {
  /// What it says.
  public enum Content: Equatable, Sendable {
    /// A device has come.
    case hello(Announcement)
    /// A device goes.
    case bye(endpoint: String)
    /// Who is of these types and says this of itself?
    case probe(types: [String], scopes: [DiscoveryScope], rule: ScopeRule = .path)
    /// These are.
    case probeMatches([Announcement])
    /// Where is the device of this name?
    case resolve(endpoint: String)
    /// Here; nil: nobody knows.
    case resolveMatches(Announcement?)
  }

  /// What a datagram may have at most.
  public static let largest = 16 << 10

  /// The group that searches and greetings go to.
  public static let group = IPAddress(239, 255, 255, 250)

  /// The port that they go to.
  public static let port: UInt16 = 3_702

  /// Its own name: `urn:uuid:…`.
  public let messageID: String
  /// The name of the message that it answers.
  public let relatesTo: String?
  /// What it says.
  public let content: Content

  /// Makes a message.
  public init(messageID: String, relatesTo: String? = nil, _ content: Content) {
    self.messageID = messageID
    self.relatesTo = relatesTo
    self.content = content
  }

  /// A name for a message that no other has.
  public static func freshID(using random: inout some RandomNumberGenerator) -> String {
    let bytes = Nonce(using: &random).bytes
    let parts = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { bytes[$0].hexadecimal }
    return "urn:uuid:" + parts.joined(separator: "-")
  }

  /// What this message is called in its action.
  var name: String {
    switch content {
    case .hello: WSD.hello.rawValue
    case .bye: WSD.bye.rawValue
    case .probe: WSD.probe.rawValue
    case .probeMatches: WSD.probeMatches.rawValue
    case .resolve: WSD.resolve.rawValue
    case .resolveMatches: WSD.resolveMatches.rawValue
    }
  }

  /// Whether it is sent to all, and not to whoever has asked.
  var isForAll: Bool {
    switch content {
    case .hello, .bye, .probe, .resolve: true
    case .probeMatches, .resolveMatches: false
    }
  }
}
