import ConsoleData
import RecorderEngine
import TextUI

/// How time that runs out is shown: by the second, or, where as little as possible may change, by
/// the minute and then by the last ten seconds.
extension ScreenContext {
  private static let lastSeconds = Interval.seconds(10)

  /// What is left until then: `14:59`, or `15 min`.
  package func countdown(until: Timestamp) -> String {
    let left = until - now
    guard isSparing, left > Self.lastSeconds else { return left.countdown }
    let minutes = (left.milliseconds + 59_999) / 60_000
    return tr("\(Int(minutes)) min")
  }

  /// When that reads otherwise.
  package func nextCount(until: Timestamp) -> Timestamp {
    let left = (until - now).milliseconds
    guard isSparing, left > Self.lastSeconds.milliseconds else {
      return now + .milliseconds(max(1, (left - 1) % 1_000 + 1))
    }
    let untilLast = left - Self.lastSeconds.milliseconds
    return now + .milliseconds(min(untilLast, (left - 1) % 60_000 + 1))
  }

  /// When anything that counts by itself reads otherwise: each second, or where as little as
  /// possible may change with the minute.
  package var nextSecond: Timestamp { now + (isSparing ? .minutes(1) : .seconds(1)) }
}
