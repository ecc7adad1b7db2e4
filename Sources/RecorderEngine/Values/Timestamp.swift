/// A moment of practice time, in milliseconds since 1970-01-01 00:00 as a wall clock shows it.
///
/// There is no zone in it: the recorder, the support desk and the trainee share one wall clock.
public struct Timestamp: Hashable, Comparable, Sendable, Codable {
  /// Since 1970-01-01 00:00; negative before it.
  public let milliseconds: Int64

  /// Makes the moment so many milliseconds after 1970-01-01 00:00.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads the moment from a number of milliseconds.
  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Writes the moment as a number of milliseconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }

  /// Whether the left one is earlier.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment so much later.
  public static func + (time: Timestamp, length: Interval) -> Timestamp {
    Timestamp(milliseconds: time.milliseconds + length.milliseconds)
  }

  /// The moment so much earlier.
  public static func - (time: Timestamp, length: Interval) -> Timestamp {
    Timestamp(milliseconds: time.milliseconds - length.milliseconds)
  }

  /// How long it is from the right moment to the left one; negative where that is earlier.
  public static func - (left: Timestamp, right: Timestamp) -> Interval {
    Interval(milliseconds: left.milliseconds - right.milliseconds)
  }

  /// This moment without its fraction of a second: what a screen shows.
  public var wholeSecond: Timestamp {
    Timestamp(milliseconds: floorDivide(milliseconds, 1_000) * 1_000)
  }

  /// This moment without its seconds.
  public var wholeMinute: Timestamp {
    Timestamp(milliseconds: floorDivide(milliseconds, 60_000) * 60_000)
  }

  /// Midnight before this moment.
  public var startOfDay: Timestamp {
    Timestamp(milliseconds: floorDivide(milliseconds, 86_400_000) * 86_400_000)
  }

  /// Whole seconds since midnight, 0 to 86,399.
  public var secondOfDay: Int { Int((milliseconds - startOfDay.milliseconds) / 1_000) }
}

/// Division that rounds towards the past, so that days before 1970 come out right.
func floorDivide(_ value: Int64, _ by: Int64) -> Int64 {
  value / by - (value % by < 0 ? 1 : 0)
}
