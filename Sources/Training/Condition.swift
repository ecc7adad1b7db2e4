import PracticeDesk
import RecorderEngine

/// Something that can be true of what happened at the desk or how it stands.
public indirect enum Condition: Equatable, Sendable {
  /// It happened (since the step began; for goals and remarks: since the lesson began).
  case happened(Happening, times: Int = 1)
  /// It is so now.
  case holds(Standing)
  case all([Condition])
  case any([Condition])
  case not(Condition)
}

extension Condition {
  /// Whether it is met, given what has happened how often and how the desk stands.
  public func isMet(
    counts: [String: Int], _ desk: DeskSnapshot, at now: Timestamp
  ) -> Bool {
    switch self {
    case .happened(let happening, let times): (counts[happening.rawValue] ?? 0) >= times
    case .holds(let standing): standing.holds(in: desk, at: now)
    case .all(let parts): parts.allSatisfy { $0.isMet(counts: counts, desk, at: now) }
    case .any(let parts): parts.contains { $0.isMet(counts: counts, desk, at: now) }
    case .not(let part): !part.isMet(counts: counts, desk, at: now)
    }
  }
}
