import PracticeDesk
import RecorderEngine

/// What a key script waits for.
public enum Awaited: Equatable, Sendable {
  /// The step's own condition.
  case done
  /// It has happened so often since the step began.
  case happened(Happening, times: Int = 1)
  case holds(Standing)

  /// Reads it from the name that a script has for it; nil where there is no such condition.
  public init?(_ name: String) {
    if name == "done" {
      self = .done
    } else if let standing = Standing.words[name] {
      self = .holds(standing)
    } else if let happening = Happening(rawValue: name) {
      self = .happened(happening)
    } else {
      return nil
    }
  }

  /// The same, where it has to happen once more than it had by now: `before` and `beginning` are what
  /// had happened by now and when the step began.
  public func once(more before: [String: Int], than beginning: [String: Int]) -> Awaited {
    guard case .happened(let happening, _) = self else { return self }
    let name = happening.rawValue
    return .happened(happening, times: 1 + (before[name] ?? 0) - (beginning[name] ?? 0))
  }

  /// Whether it has come, given what had happened when the step began, and since the lesson did.
  public func isMet(
    since beginning: [String: Int], counts: [String: Int], _ desk: DeskSnapshot,
    at now: Timestamp, isDone: Bool
  ) -> Bool {
    switch self {
    case .done: isDone
    case .happened(let happening, let times):
      (counts[happening.rawValue] ?? 0) - (beginning[happening.rawValue] ?? 0) >= times
    case .holds(let standing): standing.holds(in: desk, at: now)
    }
  }
}
