import ONVIFMessages
import RecorderEngine

/// What the media and search services tell.
extension DeviceView {
  /// How a channel is looked at: as it is recorded, or smaller.
  enum Stream: String, CaseIterable {
    case main, sub
  }

  var mediaCapabilities: MediaServiceCapabilities {
    MediaServiceCapabilities(
      media: [.snapshotUri: true, .rotation: false, .videoSourceMode: false, .osd: false],
      streaming: [.multicast: false, .tcp: false, .rtspTCP: isOn(.rtsp) == true],
      counts: [.profiles: profiles.count])
  }

  var searchCapabilities: SearchServiceCapabilities {
    SearchServiceCapabilities(search: [.metadataSearch: false, .generalStartEvents: false])
  }

  var profiles: [MediaProfile] {
    channels.flatMap { channel in
      Stream.allCases.map { stream in
        MediaProfile(
          token: "\(stream.rawValue)_\(channel)",
          name: "\(snapshot.channelTitle(channel)) \(stream.rawValue)", isFixed: true,
          sourceToken: DeviceView.source(channel), encoding: .known(.h264),
          size: size(of: stream, channel))
      }
    }
  }

  func profile(_ token: String) throws(StandardFault) -> MediaProfile {
    guard let found = profiles.first(where: { $0.token == token }) else { throw .noProfile }
    return found
  }

  var videoSources: [VideoSource] {
    channels.map {
      VideoSource(
        token: DeviceView.source($0), framesPerSecond: framesPerSecond($0),
        size: size(of: .main, $0))
    }
  }

  /// What the video input of a channel is called.
  static func source(_ channel: Int) -> String { "source_\(channel)" }

  /// The channel of a profile; nil: there is no such profile.
  func channel(ofProfile token: String) -> Int? {
    let parts = token.split(separator: "_")
    guard parts.count == 2, Stream(rawValue: String(parts[0])) != nil, let channel = Int(parts[1]),
      "\(parts[0])_\(channel)" == token, channels.contains(channel)
    else { return nil }
    return channel
  }

  func snapshotAddress(ofProfile token: String) throws(StandardFault) -> MediaAddress {
    guard let channel = channel(ofProfile: token) else { throw .noProfile }
    return MediaAddress(
      uri: "\(base)\(DeviceView.snapshotPath)\(channel)", isForOneConnection: false,
      endsAtReboot: false, timeout: .zero)
  }

  /// Below it are the pictures, by the number of the channel.
  static let snapshotPath = "/onvif/snapshot/"

  /// Where the stream of a profile would be: there is none in practice.
  func streamAddress(
    ofProfile token: String, _ transport: StreamTransport
  ) throws(StandardFault) -> MediaAddress {
    guard let channel = channel(ofProfile: token) else { throw .noProfile }
    guard transport != .http, transport != .tcp else { throw .invalidStreamSetup }
    guard isOn(.rtsp) == true, let port = setting(.rtspPort) else {
      throw .incompleteConfiguration
    }
    let host = base.dropFirst("http://".count)
    let name = host.hasPrefix("[") ? host.prefix { $0 != "]" } + "]" : host.prefix { $0 != ":" }
    return MediaAddress(
      uri: "rtsp://\(name):\(port)/\(token.prefix { $0 != "_" })/\(channel)",
      isForOneConnection: false, endsAtReboot: false, timeout: .zero)
  }

  var recordingSummary: RecordingSummary {
    let spans = snapshot.recordings.spans
    let zone = time.zone
    return RecordingSummary(
      from: (spans.map(\.shownStart).min() ?? time.local) - zone,
      until: (spans.map { $0.shownEnd(at: now) }.max() ?? time.local) - zone,
      count: Set(spans.map(\.channel)).count)
  }

  private func framesPerSecond(_ channel: Int) -> Double {
    setting(.frameRate(channel)).flatMap { Double($0) } ?? 25
  }

  private func size(of stream: Stream, _ channel: Int) -> PictureSize {
    let key: SettingKey = stream == .main ? .resolution(channel) : .subResolution(channel)
    let usual = stream == .main ? PictureSize(width: 1_280, height: 720) : DeviceView.sizes["CIF"]
    return setting(key).flatMap { DeviceView.sizes[$0] } ?? usual
      ?? PictureSize(width: 352, height: 288)
  }

  private static let sizes: [String: PictureSize] = [
    "QCIF": PictureSize(width: 176, height: 144), "CIF": PictureSize(width: 352, height: 288),
    "D1": PictureSize(width: 704, height: 576), "720p": PictureSize(width: 1_280, height: 720),
    "1080p": PictureSize(width: 1_920, height: 1_080),
  ]
}

extension RecorderSnapshot {
  /// What a channel is called.
  func channelTitle(_ channel: Int) -> String {
    settings[.channelName(channel)] ?? profile.channels[channel - 1].name
  }
}
