/// What the cameras show.
public struct CameraStanding: Equatable, Sendable, Codable {
  /// What each video input shows, that of channel 1 first.
  public internal(set) var channels: [ChannelState]
  /// The cameras whose cables somebody pulled out.
  public internal(set) var unplugged: [UnpluggedCamera] = []
  /// What moves in front of the cameras, and what has just moved.
  public internal(set) var motions: [Motion] = []

  init(channels: [ChannelState]) { self.channels = channels }

  mutating func absorb(_ event: CameraEvent) {
    switch event {
    case .channelsChanged(let states): channels = states
    case .unplugged(let cameras): unplugged = cameras
    case .motionBegan(let motion):
      motions.removeAll { $0.channel == motion.channel }
      motions.append(motion)
    case .motionEnded(let channel, let time):
      for place in motions.indices where motions[place].channel == channel {
        motions[place].ended = time
      }
    case .motionOver(let channel): motions.removeAll { $0.channel == channel }
    }
  }
}

/// What a video input shows.
public enum ChannelState: String, Equatable, Sendable, Codable {
  case live, noSignal, wrongPassword
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
