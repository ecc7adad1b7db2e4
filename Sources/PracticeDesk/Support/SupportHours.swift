import RecorderEngine

/// When the support desk is open: from Monday to Friday, by the wall clock.
public struct SupportHours: Equatable, Sendable, Codable {
  /// Minutes since midnight.
  public let opens: Int
  /// Minutes since midnight, from which on nobody answers.
  public let closes: Int

  /// Makes hours, each in minutes since midnight.
  public init(opens: Int, closes: Int) {
    self.opens = opens
    self.closes = closes
  }

  /// Whether somebody answers then.
  public func isOpen(at time: Timestamp) -> Bool {
    let minute = Int((time - time.startOfDay).milliseconds / 60_000)
    return !time.isWeekend && (opens..<closes).contains(minute)
  }

  /// When somebody will next answer.
  public func nextOpening(after time: Timestamp) -> Timestamp {
    var day = time.startOfDay
    while day.isWeekend || day + .minutes(Int64(opens)) <= time { day = day + .days(1) }
    return day + .minutes(Int64(opens))
  }
}

extension Timestamp {
  fileprivate var isWeekend: Bool {
    ["Sat", "Sun"].contains(CivilTime(self).weekday)
  }
}
