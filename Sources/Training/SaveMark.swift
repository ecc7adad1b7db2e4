import RecorderEngine

/// A moment by the machine's own clocks, as far as it has them.
public struct Moment: Codable, Equatable, Sendable {
  /// The universal time; somebody may set that clock.
  public let utc: Timestamp
  /// What tells one start of the machine from another; nil: nobody knows.
  public let boot: String?
  /// How long the machine has run since, asleep or not.
  public let uptime: Interval?

  /// Makes a moment; without more than the universal time it goes by that.
  public init(utc: Timestamp, boot: String? = nil, uptime: Interval? = nil) {
    self.utc = utc
    self.boot = boot
    self.uptime = uptime
  }

  /// How much time has passed since another moment, never less than none: while the machine was not
  /// started anew whatever its clock was set to, else by that clock.
  public func elapsed(since earlier: Moment) -> Interval {
    if let boot, boot == earlier.boot, let uptime, let before = earlier.uptime {
      return max(.zero, uptime - before)
    }
    return max(.zero, utc - earlier.utc)
  }
}

/// When a practice was kept.
public struct SaveMark: Codable, Equatable, Sendable {
  /// Rises with each save of a practice.
  public let number: Int
  /// The moment by the machine's clocks.
  public let moment: Moment

  /// Makes a mark.
  public init(number: Int, moment: Moment) {
    self.number = number
    self.moment = moment
  }
}
