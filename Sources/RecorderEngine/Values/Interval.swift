/// A length of time, in whole milliseconds.
public struct Interval: Hashable, Comparable, Sendable, Codable {
  /// The length; negative where it leads into the past.
  public let milliseconds: Int64

  /// Makes a length of so many milliseconds.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Reads the length from a number of milliseconds.
  public init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// Writes the length as a number of milliseconds.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }

  /// No time at all.
  public static let zero = Interval(milliseconds: 0)
  /// So many thousandths of a second.
  public static func milliseconds(_ count: Int64) -> Interval { Interval(milliseconds: count) }
  /// So many times 1,000 ms.
  public static func seconds(_ count: Int64) -> Interval { Interval(milliseconds: count * 1_000) }
  /// So many times 60 s.
  public static func minutes(_ count: Int64) -> Interval { .seconds(count * 60) }
  /// So many times 60 min.
  public static func hours(_ count: Int64) -> Interval { .minutes(count * 60) }
  /// So many times 24 h.
  public static func days(_ count: Int64) -> Interval { .hours(count * 24) }

  /// What lies between two tries of something that fails: 5, 10, 20, 40 s, then a minute each. A device may
  /// be starting, and is not to be flooded. `failures` counts the tries before, from 0.
  public static func pause(after failures: Int) -> Interval {
    min(.seconds(5 << min(max(0, failures), 4)), .minutes(1))
  }

  /// Makes a length of a duration, cut to whole milliseconds.
  public init(_ duration: Duration) {
    let parts = duration.components
    self.init(milliseconds: parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000)
  }

  /// The length as those take it who wait for it.
  public var duration: Duration { .milliseconds(milliseconds) }

  /// Whole seconds, rounded up: a countdown shows 0 only when the time is really over.
  public var secondsRoundedUp: Int64 { (milliseconds + 999) / 1_000 }

  /// The length in whole seconds, rounded up: nobody says «19 s 316 ms».
  public var inWholeSeconds: Interval { .seconds(secondsRoundedUp) }

  /// Whether the left one is shorter.
  public static func < (left: Interval, right: Interval) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// Both lengths after each other.
  public static func + (left: Interval, right: Interval) -> Interval {
    Interval(milliseconds: left.milliseconds + right.milliseconds)
  }

  /// What is left of one length without the other; may be negative.
  public static func - (left: Interval, right: Interval) -> Interval {
    Interval(milliseconds: left.milliseconds - right.milliseconds)
  }
}

extension Interval: CustomStringConvertible {
  /// The length as people say it: `15 min`, `1 h 30 min`, `10 s`, `2 days`.
  public var description: String {
    let units: [(length: Int64, name: String)] = [
      (86_400_000, milliseconds / 86_400_000 == 1 ? "day" : "days"),
      (3_600_000, "h"), (60_000, "min"), (1_000, "s"), (1, "ms"),
    ]
    var rest = milliseconds
    var parts: [String] = []
    for unit in units where rest >= unit.length && parts.count < 2 {
      parts.append("\(rest / unit.length) \(unit.name)")
      rest %= unit.length
    }
    return parts.isEmpty ? "0 s" : parts.joined(separator: " ")
  }

  /// The length as a countdown shows it: `14:32`, or `1:02:03` from an hour on.
  public var countdown: String {
    let seconds = max(0, secondsRoundedUp)
    let tail = twoDigits(Int(seconds % 60))
    guard seconds >= 3_600 else { return "\(seconds / 60):\(tail)" }
    return "\(seconds / 3_600):\(twoDigits(Int(seconds / 60 % 60))):\(tail)"
  }
}

/// A number below 100 with a leading zero.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
