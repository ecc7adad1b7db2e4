import XMLDocuments

/// What a media service can.
public enum MediaCapability: String, XMLAttributeName, CaseIterable {
  case snapshotUri = "SnapshotUri"
  case rotation = "Rotation"
  case videoSourceMode = "VideoSourceMode"
  case osd = "OSD"
}

/// How a media service streams.
public enum StreamingCapability: String, XMLAttributeName, CaseIterable {
  case multicast = "RTPMulticast"
  case tcp = "RTP_TCP"
  case rtspTCP = "RTP_RTSP_TCP"
  case nonAggregateControl = "NonAggregateControl"
  case noRTSPStreaming = "NoRTSPStreaming"
}

/// How many of something a media service can have.
public enum MediaCount: String, XMLAttributeName, CaseIterable {
  case profiles = "MaximumNumberOfProfiles"
}

/// What the media service can, as far as it was told.
public struct MediaServiceCapabilities: ServiceCapabilities {
  /// With pictures.
  public var media: FlagTable<MediaCapability>
  /// With streams.
  public var streaming: FlagTable<StreamingCapability>
  /// How many of something.
  public var counts: [MediaCount: Int]

  /// Makes what it can.
  public init(
    media: FlagTable<MediaCapability> = [:], streaming: FlagTable<StreamingCapability> = [:],
    counts: [MediaCount: Int] = [:]
  ) {
    self.media = media
    self.streaming = streaming
    self.counts = counts
  }

  /// Reads the element of an answer.
  public init(_ element: XMLElement) {
    self.init(
      media: element.flags(), streaming: element.child(TRT.streamingCapabilities)?.flags() ?? [:],
      counts: element.child(TRT.profileCapabilities)?.numbers() ?? [:])
  }

  /// Writes the element of an answer.
  public func write(to writer: inout XMLWriter) {
    var media = XMLAttributes()
    media.add(self.media)
    var streaming = XMLAttributes()
    streaming.add(self.streaming)
    var counts = XMLAttributes()
    counts.add(self.counts)
    // Also written into an answer of the device service, which does not declare its prefix.
    writer.plainElement(TRT.capabilities, media) {
      $0.plainElement(TRT.profileCapabilities, counts)
      $0.plainElement(TRT.streamingCapabilities, streaming)
    }
  }
}

/// What the media service can.
public struct GetMediaServiceCapabilities: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getMediaServiceCapabilities
  /// What comes back.
  public typealias Answer = MediaServiceCapabilities
  /// Makes the operation.
  public init() {}
}
