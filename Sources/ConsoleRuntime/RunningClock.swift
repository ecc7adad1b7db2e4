import PracticeDesk
import RecorderEngine
import Synchronization

/// A practice clock that a lesson or a resumed practice can set.
public protocol SettableClock: PracticeClock {
  /// Shows another time from now on.
  func set(to time: Timestamp)
}

/// Practice time: real seconds from where it was set, and what the trainee lets pass.
public final class RunningClock: SettableClock {
  private struct Reading {
    var base: Timestamp
    var since: ContinuousClock.Instant
    var rate = 1.0
    /// Where it stands still once it gets there; nil: nowhere.
    var end: Timestamp?

    var now: Timestamp {
      let passed = since.duration(to: .now)
      let now = base + Interval(rate == 1 ? passed : passed * rate)
      return end.map { min($0, now) } ?? now
    }
  }

  private let reading: Mutex<Reading>

  /// Makes a clock that shows `start` now.
  public init(start: Timestamp) {
    reading = Mutex(Reading(base: start, since: .now))
  }

  /// What the clock shows at this moment.
  public var now: Timestamp {
    reading.withLock { $0.now }
  }

  /// Lets so much time pass at once.
  public func pass(_ interval: Interval) {
    reading.withLock { $0.base = $0.base + interval }
  }

  /// Shows another time from now on, and goes on from there.
  public func set(to time: Timestamp) {
    reading.withLock { $0 = Reading(base: time, since: .now, rate: $0.rate) }
  }

  /// Goes so many times as fast from now on: 1 is real time, at 0 it stands, and so it does at `end`.
  public func run(at rate: Double, until end: Timestamp? = nil) {
    reading.withLock { $0 = Reading(base: $0.now, since: .now, rate: rate, end: end) }
  }
}
