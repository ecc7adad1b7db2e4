import XMLDocuments

/// How large a picture is.
public struct PictureSize: Equatable, Sendable {
  /// Dots from left to right.
  public let width: Int
  /// Dots from top to bottom.
  public let height: Int

  /// Makes a size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  init?(_ element: XMLElement?) {
    guard let width = element?.integer(TT.width), let height = element?.integer(TT.height),
      (1...100_000).contains(width), (1...100_000).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }

  func write(to writer: inout XMLWriter) {
    writer.element(TT.resolution) {
      $0.integer(TT.width, width)
      $0.integer(TT.height, height)
    }
  }
}

/// How pictures of a profile are encoded.
public enum VideoEncoding: String, CaseIterable, Equatable, Sendable {
  case jpeg = "JPEG"
  case mpeg4 = "MPEG4"
  case h264 = "H264"
}

/// A way to look at a video source.
public struct MediaProfile: Equatable, Sendable {
  /// What it is called in requests.
  public var token: String
  /// Its name.
  public var name: String?
  /// Whether it cannot be removed.
  public var isFixed: Bool?
  /// The video source whose pictures it has.
  public var sourceToken: String?
  /// How they are encoded.
  public var encoding: Told<VideoEncoding>?
  /// How large they are.
  public var size: PictureSize?

  /// Makes a profile.
  public init(
    token: String, name: String? = nil, isFixed: Bool? = nil, sourceToken: String? = nil,
    encoding: Told<VideoEncoding>? = nil, size: PictureSize? = nil
  ) {
    self.token = token
    self.name = name
    self.isFixed = isFixed
    self.sourceToken = sourceToken
    self.encoding = encoding
    self.size = size
  }
}

/// The profiles of a device.
public struct GetProfiles: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getProfiles
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> [MediaProfile] {
    element.children(TRT.profiles).compactMap { MediaProfile($0) }
  }

  /// Writes what comes back.
  public static func write(_ answer: [MediaProfile], to writer: inout XMLWriter) {
    for profile in answer { profile.write(TRT.profiles, to: &writer) }
  }
}

extension MediaProfile {
  /// Reads a profile; nil: it has no token to ask for it by.
  init?(_ element: XMLElement) {
    guard let token = element.attribute(Attribute.token) else { return nil }
    let encoder = element.child(TT.videoEncoderConfiguration)
    self.init(
      token: token, name: element.text(TT.name), isFixed: element.flag(Attribute.fixed),
      sourceToken: element.child(TT.videoSourceConfiguration)?.text(TT.sourceToken),
      encoding: encoder?.told(TT.encoding), size: PictureSize(encoder?.child(TT.resolution)))
  }

  func write(_ element: some XMLElementName, to writer: inout XMLWriter) {
    let attributes = XMLAttributes(Attribute.token, token).with(Attribute.fixed, isFixed?.xmlText)
    writer.element(element, attributes) {
      $0.element(TT.name, text: name ?? token)
      writeSource(to: &$0)
      encoder?.write(TT.videoEncoderConfiguration, to: &$0)
    }
  }

  private func writeSource(to writer: inout XMLWriter) {
    guard let sourceToken else { return }
    writer.element(
      TT.videoSourceConfiguration, XMLAttributes(Attribute.token, "source-" + sourceToken)
    ) {
      $0.element(TT.name, text: sourceToken)
      $0.integer(TT.useCount, 1)
      $0.element(TT.sourceToken, text: sourceToken)
      let bounds = XMLAttributes(Attribute.x, "0").with(Attribute.y, "0")
        .with(Attribute.width, String(size?.width ?? 0))
        .with(Attribute.height, String(size?.height ?? 0))
      $0.element(TT.bounds, bounds)
    }
  }
}

/// A video input of a device.
public struct VideoSource: Equatable, Sendable {
  /// What it is called in requests.
  public var token: String
  /// How many pictures a second.
  public var framesPerSecond: Double?
  /// How large they are.
  public var size: PictureSize?

  /// Makes an input.
  public init(token: String, framesPerSecond: Double? = nil, size: PictureSize? = nil) {
    self.token = token
    self.framesPerSecond = framesPerSecond
    self.size = size
  }
}

/// The video inputs of a device.
public struct GetVideoSources: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getVideoSources
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> [VideoSource] {
    element.children(TRT.videoSources).compactMap { source in
      source.attribute(Attribute.token).map {
        let rate = source.text(TT.framerate).flatMap { Double($0) }
        return VideoSource(
          token: $0, framesPerSecond: rate.flatMap { (0...1_000).contains($0) ? $0 : nil },
          size: PictureSize(source.child(TT.resolution)))
      }
    }
  }

  /// Writes what comes back.
  public static func write(_ answer: [VideoSource], to writer: inout XMLWriter) {
    for source in answer {
      writer.element(TRT.videoSources, XMLAttributes(Attribute.token, source.token)) {
        $0.optional(TT.framerate, source.framesPerSecond.map { String($0) })
        source.size?.write(to: &$0)
      }
    }
  }
}
