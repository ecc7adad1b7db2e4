/// What an alarm is about. Channels and sensors count from 1.
public enum AlarmCause: Hashable, Sendable, Codable {
  case motion(Int)
  case sensor(Int)
  /// Two things happened together, as the menu asks.
  case combination
  /// A camera of the network gives no picture.
  case cameraOffline(Int)
  /// No video comes in at an analogue input.
  case videoLoss(Int)
  /// Something is in front of a camera's lens.
  case tampered(Int)
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

/// How far a combination alarm has come: when each half last happened.
public struct CombinationProgress: Equatable, Sendable, Codable {
  /// When the first of the two things last happened; nil: not yet.
  public internal(set) var first: Timestamp?
  /// When the second of the two things last happened; nil: not yet.
  public internal(set) var second: Timestamp?

  /// Starts with neither half.
  public init() {}
}

/// What goes on at the recorder, and what alarms have set off.
public struct AlarmStanding: Equatable, Sendable, Codable {
  /// What goes on, and what nobody has seen yet; one for each cause, oldest first.
  public internal(set) var all: [Alarm] = []
  /// Until when the buzzer sounds; nil: it is quiet.
  public internal(set) var buzzerUntil: Timestamp?
  /// Until when the relay at the back panel is on; nil: off.
  public internal(set) var outputUntil: Timestamp?
  /// When an alarm was last told by e-mail.
  public internal(set) var mailedAt: Timestamp?
  /// How far the combination alarm has come.
  public internal(set) var combination = CombinationProgress()
  /// The contacts at the back panel that are closed, in order.
  public internal(set) var closedContacts: [Int] = []
  /// The address that another device of the network uses as well.
  public internal(set) var rivalAddress: String?

  mutating func absorb(_ event: AlarmEvent) {
    switch event {
    case .began(let alarm):
      all.removeAll { $0.cause == alarm.cause }
      all.append(alarm)
    case .ended(let cause, let time):
      for place in all.indices where all[place].cause == cause { all[place].ended = time }
      all.removeAll { $0.ended != nil && ($0.isSeen || !$0.cause.staysUntilSeen) }
    case .seen:
      all.removeAll { $0.ended != nil }
      for place in all.indices { all[place].isSeen = true }
    case .buzzerChanged(let until): buzzerUntil = until
    case .outputChanged(let until): outputUntil = until
    case .notified(_, .email, let time): mailedAt = time
    case .notified(_, .phone, _): break
    case .combinationChanged(let progress): combination = progress
    case .contactsChanged(let closed): closedContacts = closed
    case .rivalChanged(let address): rivalAddress = address
    }
  }
}
