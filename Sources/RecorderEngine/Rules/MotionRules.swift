/// How often something moves in front of a camera, for practice.
public struct MotionProfile: Equatable, Sendable, Codable {
  /// From one motion to the next, on the average.
  public let every: Interval
  /// How long each motion lasts.
  public let lasting: Interval

  /// Makes a pattern of motions.
  public init(every: Interval, lasting: Interval) {
    self.every = every
    self.lasting = lasting
  }
}

/// Something moves in front of a camera, or has just moved.
public struct Motion: Equatable, Sendable, Codable {
  /// 1, 2, 3 …
  public let channel: Int
  /// When it began to move.
  public let began: Timestamp
  /// nil while it moves.
  public internal(set) var ended: Timestamp?

  /// Makes a motion; without an end it goes on.
  public init(channel: Int, began: Timestamp, ended: Timestamp? = nil) {
    self.channel = channel
    self.began = began
    self.ended = ended
  }
}

extension RecorderState {
  /// Something begins or ceases to move in front of a camera; what the recorder makes of it is
  /// a matter of its settings.
  mutating func seeMotion(_ channel: Int, _ isMoving: Bool, _ turn: inout Turn) {
    let sensitivity = snapshot.settings[.motionSensitivity(channel)].flatMap { Int($0) } ?? 0
    guard snapshot.power == .running, snapshot.cameras.channels.indices.contains(channel - 1),
      snapshot.cameras.channels[channel - 1] == .live, sensitivity > 0
    else { return }
    guard isMoving != snapshot.isMoving(channel) else { return }
    if isMoving {
      emit(.cameras(.motionBegan(Motion(channel: channel, began: turn.now))), &turn)
    } else {
      emit(.cameras(.motionEnded(channel: channel, at: turn.now)), &turn)
    }
    updateMotionAlarm(channel, isMoving: isMoving, &turn)
    updateRecording(&turn)
  }

  /// A recording that went on after a motion is long enough.
  mutating func forgetMotion(_ channel: Int, _ turn: inout Turn) {
    emit(.cameras(.motionOver(channel: channel)), &turn)
    updateRecording(&turn)
  }
}

extension RecorderSnapshot {
  /// When the recording after a motion is long enough, and whose that is.
  var nextMotionOver: (at: Timestamp, channel: Int)? {
    guard power == .running else { return nil }
    return cameras.motions.compactMap { motion in
      motion.ended.map { ($0 + postTime, motion.channel) }
    }
    .min { $0.0 < $1.0 }.map { (at: $0.0, channel: $0.1) }
  }
}
