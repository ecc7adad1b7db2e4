import ConsoleRuntime
import PracticeDesk
import RecorderEngine
import Synchronization

/// A practice clock that stands still until a test moves it.
public final class ManualClock: SettableClock {
  private let moment: Mutex<Timestamp>

  public init(at start: Timestamp = TestRecorder.start) { moment = Mutex(start) }

  public var now: Timestamp { moment.withLock { $0 } }

  public func pass(_ interval: Interval) { moment.withLock { $0 = $0 + interval } }

  public func set(to time: Timestamp) { moment.withLock { $0 = time } }
}
