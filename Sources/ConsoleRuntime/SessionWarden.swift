import ClassRoom
import RecorderEngine
import ScreenKit
import TextUI

/// Sees to it that a session of a class ends when it has to, and that it is said before.
public final class SessionWarden {
  /// How long the session has lasted.
  private let elapsed: () -> Duration
  private var limits: TimeLimits
  private var said: SessionEnd?

  /// Begins to count now.
  public convenience init(_ limits: TimeLimits) {
    let start = ContinuousClock.now
    self.init(limits, elapsed: { ContinuousClock.now - start })
  }

  /// Counts by a clock of its own.
  init(_ limits: TimeLimits, elapsed: @escaping () -> Duration) {
    (self.limits, self.elapsed) = (limits, elapsed)
  }

  private var now: Duration { elapsed() }

  /// Somebody has pressed a key.
  func note(_ input: InputEvent) {
    switch input {
    case .key, .paste, .mouse: limits.noteKey(at: now)
    case .resize, .woken, .hangup, .terminate, .suspend: break
    }
  }

  /// Does what is wanted of the session's time.
  func carryOut(_ order: TimeOrder) {
    switch order {
    case .extend(let minutes): limits.extend(by: .seconds(minutes * 60))
    case .end(let seconds): limits.endSoon(at: now + .seconds(seconds))
    }
  }

  /// Somebody does something, though no key of theirs tells.
  func noteActivity() { limits.noteKey(at: now) }

  /// Whether something has to be said that cannot wait.
  var isUrgent: Bool {
    switch limits.standing(at: now) {
    case .free: false
    case .ending(_, let seconds): said == nil || seconds <= 10
    case .over: true
    }
  }

  /// How long nothing is to be said.
  var wait: Duration {
    switch limits.standing(at: now) {
    case .free(let until): max(.zero, until - now)
    case .ending:
      // To the next whole second.
      .nanoseconds(1_000_000_000 - now.components.attoseconds / 1_000_000_000)
    case .over: .zero
    }
  }

  /// What is to be said now, if it is something else than before; the last is the end.
  func look() -> [Message] {
    switch limits.standing(at: now) {
    case .free: return tell(nil)
    case .ending(let reason, let seconds):
      return tell(SessionEnd(reason: SessionEnd.Reason(reason), seconds: seconds))
    case .over(let reason):
      return tell(SessionEnd(reason: SessionEnd.Reason(reason), seconds: 0))
        + [.input(.terminate)]
    }
  }

  private func tell(_ end: SessionEnd?) -> [Message] {
    guard end != said else { return [] }
    said = end
    return [.sessionEnds(end)]
  }
}

/// What somebody wants of a session's time.
public enum TimeOrder: Equatable, Sendable {
  case extend(minutes: Int)
  case end(seconds: Int)
}

extension SessionEnd.Reason {
  fileprivate init(_ reason: TimeLimits.Reason) {
    self =
      switch reason {
      case .idle: .idle
      case .whole: .whole
      case .ended: .ended
      }
  }
}
