/// What the cameras show.
public struct CameraStanding: Equatable, Sendable, Codable {
  /// What each video input shows, that of channel 1 first.
  public internal(set) var channels: [ChannelState]
  /// The cameras whose cables somebody pulled out.
  public internal(set) var unplugged: [UnpluggedCamera] = []
  /// The cameras that somebody has turned, or that have presets, by channel.
  public internal(set) var turned: [TurnedCamera] = []
  /// The last motions that somebody told the recorder of, oldest first, beside those of its source.
  public internal(set) var motions: [Motion] = []
  /// When the recorder looked for motion, and looks; by channel, oldest first.
  public internal(set) var watches: [MotionWatch] = []
  /// Until when motions were told, where the settings have somebody told of them.
  public internal(set) var toldUntil: Timestamp?

  init(channels: [ChannelState]) { self.channels = channels }

  mutating func absorb(_ event: CameraEvent) {
    switch event {
    case .channelsChanged(let states): channels = states
    case .unplugged(let cameras): unplugged = cameras
    case .turned(let cameras): turned = cameras
    case .motionBegan(let motion):
      motions.append(motion)
      motions.removeFirst(max(0, motions.count - CameraStanding.mostMotions))
    case .motionEnded(let channel, let time):
      for place in motions.indices
      where motions[place].channel == channel && motions[place].ended == nil {
        motions[place].ended = time
      }
    case .watchesChanged(let changed):
      watches = changed.suffix(CameraStanding.mostWatches)
    case .motionsTold(let until): toldUntil = until
    }
  }

  /// More than anybody waves at a camera, and more settings than anybody changes in a month.
  private static let mostMotions = 200
  private static let mostWatches = 1_000
}

/// What a video input shows.
public enum ChannelState: String, Equatable, Sendable, Codable {
  case live, noSignal, wrongPassword
  /// A picture comes, and it is black: something is in front of the lens.
  case covered

  /// Whether pictures come, whatever they show.
  public var hasPicture: Bool { self == .live || self == .covered }
}

/// A camera whose cable somebody pulled out.
public struct UnpluggedCamera: Equatable, Sendable, Codable {
  /// 1, 2, 3 …
  public let channel: Int
  /// When the cable came out.
  public let since: Timestamp
  /// What the channel showed before.
  public internal(set) var was: ChannelState

  /// Makes a camera without its cable; `was` is what its channel goes back to.
  public init(channel: Int, since: Timestamp, was: ChannelState) {
    self.channel = channel
    self.since = since
    self.was = was
  }
}
