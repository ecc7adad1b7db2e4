import RecorderEngine
import XMLDocuments

/// How the pictures of a video source are encoded.
public struct VideoEncoder: Equatable, Sendable {
  /// What it is called in requests.
  public var token: String
  /// Its name.
  public var name: String?
  /// How many profiles use it.
  public var useCount: Int?
  /// How it encodes.
  public var encoding: Told<VideoEncoding>?
  /// How large its pictures are.
  public var size: PictureSize?

  /// Makes an encoder.
  public init(
    token: String, name: String? = nil, useCount: Int? = nil, encoding: Told<VideoEncoding>? = nil,
    size: PictureSize? = nil
  ) {
    self.token = token
    self.name = name
    self.useCount = useCount
    self.encoding = encoding
    self.size = size
  }

  /// Reads an encoder; nil: it has no token to ask for it by.
  init?(_ element: XMLElement) {
    guard let token = element.attribute(Attribute.token) else { return nil }
    self.init(
      token: token, name: element.text(TT.name), useCount: element.integer(TT.useCount),
      encoding: element.told(TT.encoding), size: PictureSize(element.child(TT.resolution)))
  }

  /// Writes an encoder; where its encoding or size is unknown, nothing that would be valid.
  func write(_ element: some XMLElementName, to writer: inout XMLWriter) {
    guard let encoding, let size else { return }
    writer.element(element, XMLAttributes(Attribute.token, token)) {
      $0.element(TT.name, text: name ?? token)
      $0.integer(TT.useCount, useCount ?? 1)
      $0.element(TT.encoding, text: encoding.text)
      size.write(to: &$0)
      $0.element(TT.quality, text: "1")
      // The schema has it: nothing is sent to all.
      $0.element(TT.multicast) {
        $0.element(TT.address) {
          $0.element(TT.type, text: "IPv4")
          $0.element(TT.ipv4Address, text: "0.0.0.0")
        }
        $0.integer(TT.port, 0)
        $0.integer(TT.ttl, 0)
        $0.flag(TT.autoStart, false)
      }
      $0.element(TT.sessionTimeout, text: Interval.minutes(1).durationText)
    }
  }
}

extension MediaProfile {
  /// The encoder of a profile that shares it with no other one; nil: it is not known.
  public var encoder: VideoEncoder? {
    guard encoding != nil, size != nil else { return nil }
    return VideoEncoder(
      token: "encoder-" + token, useCount: 1, encoding: encoding, size: size)
  }
}

/// The encoders of a device.
public struct GetVideoEncoderConfigurations: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getVideoEncoderConfigurations
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> [VideoEncoder] {
    element.children(TRT.configurations).compactMap { VideoEncoder($0) }
  }

  /// Writes what comes back.
  public static func write(_ answer: [VideoEncoder], to writer: inout XMLWriter) {
    for encoder in answer { encoder.write(TRT.configurations, to: &writer) }
  }
}

/// One profile of a device.
public struct GetProfile: ProfileOperation {
  /// Which operation it is.
  public static let name = OperationName.getProfile

  /// The profile.
  public let profile: String

  /// Makes the operation.
  public init(profile: String) { self.profile = profile }

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> MediaProfile {
    let profile = try element.required(TRT.profile)
    if let read = MediaProfile(profile) { return read }
    throw profile.unexpected("a token", found: "none")
  }

  /// Writes what comes back.
  public static func write(_ answer: MediaProfile, to writer: inout XMLWriter) {
    answer.write(TRT.profile, to: &writer)
  }
}
