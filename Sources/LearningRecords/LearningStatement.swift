import Foundation

/// One xAPI statement, whose body is written once.
public struct LearningStatement: Equatable, Sendable {
  /// Its UUID, of version 5: the same whenever it is made of the same attempt.
  public let id: String
  /// What it tells.
  public let verb: Verb
  /// When that was, in milliseconds since 1970 in UTC.
  public let at: Int64
  /// The JSON text that is sent, byte for byte.
  public let body: String
}

/// Which statements there are of an attempt so far, as far as the next ones go by it.
public struct StatementTrail: Equatable, Sendable {
  /// How often it was terminated: each time is the end of a session of it.
  private var sessions = 0
  /// Whether a session is open.
  public private(set) var isOpen = false
  /// When the open session began.
  private var begunAt: Int64 = 0
  /// The milliseconds of the sessions before it.
  private var earlier: Int64 = 0
  /// The moment of the last statement: the next one is later.
  private var last = Int64.min

  /// Whether there is no statement yet.
  public var isEmpty: Bool { last == .min }

  /// No statement yet.
  public init() {}

  /// The trail of statements that were made before, by verb and moment, in their order.
  public init(_ told: [(verb: Verb, at: Int64)]) {
    for (verb, at) in told { note(verb, at) }
  }

  private mutating func note(_ verb: Verb, _ at: Int64) {
    last = at
    switch verb {
    case .initialized:
      isOpen = true
      begunAt = at
    case .completed, .passed, .failed: break
    case .terminated:
      isOpen = false
      sessions += 1
      earlier += at - begunAt
    }
  }

  /// The statement that a session has begun, where none is open.
  public mutating func begin(_ attempt: RecordedAttempt, at now: Int64) -> [LearningStatement] {
    isOpen ? [] : [tell(.initialized, of: attempt, at: now)]
  }

  /// The statements of an attempt's end, which comes once. A session is begun for them where none is open.
  public mutating func end(
    _ attempt: RecordedAttempt, _ outcome: AttemptOutcome, at now: Int64
  ) -> [LearningStatement] {
    var statements = begin(attempt, at: now)
    // What was given up is not completed; cmi5 lets it fail all the same.
    if outcome.isWhole { statements.append(tell(.completed, of: attempt, at: now)) }
    if attempt.isExam {
      let verdict: Verb = outcome.isPassed ? .passed : .failed
      statements.append(tell(verdict, of: attempt, at: now, outcome))
    }
    return statements + [tell(.terminated, of: attempt, at: now)]
  }

  /// The statement that an attempt was cut off when it was last heard of, where a session is open.
  public mutating func cutOff(_ attempt: RecordedAttempt, at moment: Int64) -> [LearningStatement] {
    isOpen ? [tell(.terminated, of: attempt, at: moment)] : []
  }

  private mutating func tell(
    _ verb: Verb, of attempt: RecordedAttempt, at now: Int64, _ outcome: AttemptOutcome? = nil
  ) -> LearningStatement {
    // They rise, whatever the clock on the wall does.
    let at = last == .min ? now : max(now, last + 1)
    // A session has one beginning and one end, the rest comes once: so this names it for good.
    let name = sessions == 0 ? verb.rawValue : "\(verb.rawValue) \(sessions + 1)"
    let id = UUID(name, in: attempt.registration).lowercased
    let length: Int64? =
      switch verb {
      case .initialized: nil
      case .completed, .passed, .failed: earlier + at - begunAt
      case .terminated: at - begunAt
      }
    note(verb, at)
    let text = StatementText(
      id: id, verb: verb, of: attempt, at: at, length: length, outcome: outcome)
    return LearningStatement(id: id, verb: verb, at: at, body: text.json)
  }
}
