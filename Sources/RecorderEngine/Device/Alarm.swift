/// What an alarm is about. Channels and sensors count from 1.
public enum AlarmCause: Hashable, Sendable, Codable {
  case motion(Int)
  case sensor(Int)
  /// Two things happened together, as the menu asks.
  case combination
  /// A camera gives no picture.
  case cameraOffline(Int)
  case diskFull
  case diskMissing
  case networkLost
  /// Another device of the network has the recorder's address.
  case addressConflict
  /// Somebody was locked out.
  case illegalSignIn

  /// Whether it stays on the status page until somebody has seen it, over or not.
  ///
  /// Motion comes and goes all day: its entries are in the log.
  public var staysUntilSeen: Bool { if case .motion = self { false } else { true } }
}

/// Something that somebody should look at.
public struct Alarm: Equatable, Sendable, Codable {
  /// What set it off.
  public let cause: AlarmCause
  /// When it began, by the time around the recorder.
  public let began: Timestamp
  /// What the recorder's clock showed then.
  public let shownBegan: Timestamp
  /// nil while it goes on.
  public internal(set) var ended: Timestamp?
  /// Whether somebody at the recorder has looked at it.
  public internal(set) var isSeen = false

  /// Makes an alarm that nobody has seen; without an end it still goes on.
  public init(
    cause: AlarmCause, began: Timestamp, shownBegan: Timestamp, ended: Timestamp? = nil
  ) {
    self.cause = cause
    self.began = began
    self.shownBegan = shownBegan
    self.ended = ended
  }
}

/// How the recorder tells somebody far away of an alarm.
public enum NotificationWay: String, Sendable, Codable, CaseIterable {
  /// To the app, through the cloud.
  case phone
  case email
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

/// How far a combination alarm has come: when each half last happened.
public struct CombinationProgress: Equatable, Sendable, Codable {
  /// When the first of the two things last happened; nil: not yet.
  public internal(set) var first: Timestamp?
  /// When the second of the two things last happened; nil: not yet.
  public internal(set) var second: Timestamp?

  /// Starts with neither half.
  public init() {}
}
