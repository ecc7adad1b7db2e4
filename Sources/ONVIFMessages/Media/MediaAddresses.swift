import RecorderEngine
import XMLDocuments

/// Where pictures are, and for how long.
public struct MediaAddress: Equatable, Sendable {
  /// Where, as the device says: the host may be one that only the device reaches.
  public var uri: String?
  /// Whether it is good for one connection only.
  public var isForOneConnection: Bool?
  /// Whether it is no more after a restart.
  public var endsAtReboot: Bool?
  /// How long it is good; zero: for as long as the device runs.
  public var timeout: Interval?

  /// Makes an address.
  public init(
    uri: String?, isForOneConnection: Bool? = nil, endsAtReboot: Bool? = nil,
    timeout: Interval? = nil
  ) {
    self.uri = uri
    self.isForOneConnection = isForOneConnection
    self.endsAtReboot = endsAtReboot
    self.timeout = timeout
  }

  static func read(_ element: XMLElement) throws(Misunderstanding) -> MediaAddress {
    let address = try element.required(TRT.mediaUri)
    return MediaAddress(
      uri: address.text(TT.uri), isForOneConnection: address.flag(TT.invalidAfterConnect),
      endsAtReboot: address.flag(TT.invalidAfterReboot),
      timeout: address.text(TT.timeout).flatMap { Interval(duration: $0) })
  }

  func write(to writer: inout XMLWriter) {
    writer.element(TRT.mediaUri) {
      $0.element(TT.uri, text: uri ?? "")
      $0.flag(TT.invalidAfterConnect, isForOneConnection)
      $0.flag(TT.invalidAfterReboot, endsAtReboot)
      $0.optional(TT.timeout, timeout?.durationText)
    }
  }
}

/// Where still pictures of a profile are.
public struct GetSnapshotUri: ProfileOperation {
  /// Which operation it is.
  public static let name = OperationName.getSnapshotUri

  /// The profile.
  public let profile: String

  /// Makes the operation.
  public init(profile: String) { self.profile = profile }

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> MediaAddress {
    try MediaAddress.read(element)
  }

  /// Writes what comes back.
  public static func write(_ answer: MediaAddress, to writer: inout XMLWriter) {
    answer.write(to: &writer)
  }
}

/// How a stream is carried.
public enum StreamTransport: String, CaseIterable, Equatable, Sendable {
  case udp = "UDP"
  case tcp = "TCP"
  case rtsp = "RTSP"
  case http = "HTTP"
}

/// Where the stream of a profile is.
public struct GetStreamUri: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.getStreamUri

  /// The profile.
  public let profile: String
  /// How it is to be carried.
  public let transport: StreamTransport

  /// Makes the operation.
  public init(profile: String, transport: StreamTransport) {
    self.profile = profile
    self.transport = transport
  }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    profile = try request.requiredText(TRT.profileToken)
    let setup = try request.required(TRT.streamSetup)
    transport = try setup.required(TT.transport).validWord(TT.protocol)
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    writer.element(TRT.streamSetup) {
      $0.element(TT.stream, text: "RTP-Unicast")
      $0.element(TT.transport) { $0.element(TT.protocol, text: transport.rawValue) }
    }
    writer.element(TRT.profileToken, text: profile)
  }

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> MediaAddress {
    try MediaAddress.read(element)
  }

  /// Writes what comes back.
  public static func write(_ answer: MediaAddress, to writer: inout XMLWriter) {
    answer.write(to: &writer)
  }
}
