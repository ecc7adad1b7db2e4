import PracticeDesk
import RecorderEngine

/// How far a lesson is. It watches what happens and never the keys.
public struct LessonProgress: Equatable, Sendable, Codable {
  /// The scenario's name.
  public let scenario: String
  /// When the lesson began, by practice time.
  public let startedAt: Timestamp
  /// The current step; the number of steps once all are done.
  public private(set) var step: Int
  /// How each step that lies behind was left.
  public private(set) var outcomes: [StepOutcome]
  /// How many hints of the current step are shown.
  public private(set) var hintsShown: Int
  /// How many hints of all steps were shown.
  public private(set) var hintsUsed: Int
  /// What has happened since the lesson began, and how often.
  public private(set) var counts: [String: Int]
  private var countsInStep: [String: Int]
  /// What is said at the end; nil until then.
  public private(set) var verdict: Verdict?

  /// Begins a scenario at its first step.
  public init(_ scenario: Scenario, at now: Timestamp) {
    self.scenario = scenario.id
    startedAt = now
    step = 0
    outcomes = []
    hintsShown = 0
    hintsUsed = 0
    counts = [:]
    countsInStep = [:]
    verdict = nil
  }

  /// Shows one more hint of the current step, if there is one.
  public mutating func revealHint(of scenario: Scenario) {
    guard let current = current(in: scenario), hintsShown < current.hints.count else { return }
    hintsShown += 1
    hintsUsed += 1
  }

  /// The step to be done now; nil when the lesson is over.
  public func current(in scenario: Scenario) -> Step? {
    scenario.steps.indices.contains(step) ? scenario.steps[step] : nil
  }

  /// Takes note of what happened, after which the recorder stands as `recorder` says.
  public mutating func observe(
    _ event: DeskEvent, _ recorder: RecorderSnapshot, in scenario: Scenario, at now: Timestamp
  ) {
    guard verdict == nil else { return }
    for happening in Happening.all(in: event) {
      counts[happening.rawValue, default: 0] += 1
      countsInStep[happening.rawValue, default: 0] += 1
    }
    skipToShortcut(recorder, in: scenario, at: now)
    while let current = current(in: scenario),
      current.until.isMet(counts: countsInStep, recorder, at: now)
    {
      leaveStep(.done)
    }
    if current(in: scenario) == nil {
      verdict = Verdict(self, recorder, in: scenario, at: now)
    }
  }

  /// A later step that counts from anywhere was reached: those before it are left out.
  private mutating func skipToShortcut(
    _ recorder: RecorderSnapshot, in scenario: Scenario, at now: Timestamp
  ) {
    let later = scenario.steps.indices.dropFirst(step + 1)
    guard
      let target = later.last(where: { place in
        scenario.steps[place].isShortcut
          && scenario.steps[place].until.isMet(counts: countsInStep, recorder, at: now)
      })
    else { return }
    let happened = countsInStep
    while step < target { leaveStep(.leftOut) }
    countsInStep = happened
  }

  private mutating func leaveStep(_ outcome: StepOutcome) {
    outcomes.append(outcome)
    step += 1
    hintsShown = 0
    countsInStep = [:]
  }
}

/// How a step was left.
public enum StepOutcome: String, Equatable, Sendable, Codable {
  case done, leftOut
}

/// What is said at a lesson's end.
public struct Verdict: Equatable, Sendable, Codable {
  /// One goal and whether it was reached.
  public struct Line: Equatable, Sendable, Codable {
    /// What the goal asks for, as the scenario says it.
    public let say: String
    /// Whether it was reached.
    public let isReached: Bool
  }

  /// Whether every goal was reached.
  public let isPassed: Bool
  /// The goals of the scenario, in its order.
  public let goals: [Line]
  /// What else the scenario has to say of how it went; may be empty.
  public let remarks: [String]
  /// Practice time from the story to the last step.
  public let time: Interval
  /// How many hints were taken.
  public let hintsUsed: Int
  /// How many steps were done.
  public let stepsDone: Int
  /// How many steps a shortcut left out.
  public let stepsLeftOut: Int

  init(
    _ progress: LessonProgress, _ recorder: RecorderSnapshot, in scenario: Scenario,
    at now: Timestamp
  ) {
    goals = scenario.goals.map { goal in
      Line(
        say: goal.say,
        isReached: goal.check.isMet(counts: progress.counts, recorder, at: now))
    }
    remarks = scenario.remarks.filter {
      $0.when.isMet(counts: progress.counts, recorder, at: now)
    }.map(\.say)
    isPassed = goals.allSatisfy(\.isReached)
    time = now - progress.startedAt
    hintsUsed = progress.hintsUsed
    stepsDone = progress.outcomes.count { $0 == .done }
    stepsLeftOut = progress.outcomes.count { $0 == .leftOut }
  }
}

extension Condition {
  /// Whether it is met, given what has happened how often and how the recorder stands.
  func isMet(
    counts: [String: Int], _ recorder: RecorderSnapshot, at now: Timestamp
  ) -> Bool {
    switch self {
    case .happened(let happening, let times): (counts[happening.rawValue] ?? 0) >= times
    case .holds(let standing): standing.holds(in: recorder, at: now)
    case .all(let parts): parts.allSatisfy { $0.isMet(counts: counts, recorder, at: now) }
    case .any(let parts): parts.contains { $0.isMet(counts: counts, recorder, at: now) }
    case .not(let part): !part.isMet(counts: counts, recorder, at: now)
    }
  }
}
