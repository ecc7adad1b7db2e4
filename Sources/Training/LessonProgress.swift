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
  /// The steps as places in the scenario's list, where they were not done in its order.
  private(set) var order: [Int]?
  /// How each step that lies behind was left.
  public private(set) var outcomes: [StepOutcome]
  /// How many hints of the current step are shown.
  public private(set) var hintsShown: Int
  /// How many hints of all steps were shown.
  public private(set) var hintsUsed: Int
  /// What has happened since the lesson began, and how often.
  public private(set) var counts: [String: Int]
  private var countsInStep: [String: Int]
  /// The attempt that it belongs to; nil in what an older program kept, and where nobody keeps
  /// results.
  public var attempt: String?
  /// The wrong turns that were taken, as places in the scenario's list; nil in what an older program
  /// kept: none was looked for.
  private var taken: [Int]?
  /// What the hints of the steps done so far have cost.
  private var spent: Int?
  /// What the lesson's file said; nil in what an older program kept, and where nobody keeps results.
  public internal(set) var text: LessonText?
  /// What is said at the end; nil until then.
  public private(set) var verdict: Verdict?

  /// nil: practice; an older program knew nothing else.
  private var keptMode: LessonMode?
  /// How much practice time was let pass at once: it is no time that anybody had.
  private var jumped: Interval?

  /// Begins a scenario at its first step. Where a scenario is no exam, it is practised.
  public init(_ scenario: Scenario, at now: Timestamp, mode: LessonMode = .practice) {
    keptMode = mode == .practice || mode == .exam && scenario.exam == nil ? nil : mode
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

  /// How the lesson is done.
  public var mode: LessonMode { keptMode ?? .practice }
  /// Whether it is done without help, within a time.
  public var isExam: Bool { mode == .exam }

  /// When the time of an exam is over, by practice time: what was let pass at once does not count.
  public func examEnd(in scenario: Scenario) -> Timestamp? {
    guard isExam, let exam = scenario.exam else { return nil }
    return startedAt + .minutes(Int64(exam.minutes)) + (jumped ?? .zero)
  }

  /// The wrong turns that were taken so far, as places in the scenario's list, in the order taken.
  public var wrongTurns: [Int] { taken ?? [] }
  /// The points that hints have cost: those of steps that were then done.
  public var hintCosts: Int { spent ?? 0 }

  /// Shows one more hint of the current step, if there is one.
  public mutating func revealHint(of scenario: Scenario) {
    guard !isExam, let current = current(in: scenario), hintsShown < current.hints.count else {
      return
    }
    hintsShown += 1
    hintsUsed += 1
  }

  /// How far the lesson is after going back to the beginning of its step: what was done wrong and the
  /// hints that were shown stay counted.
  public func gone(backTo start: LessonProgress) -> LessonProgress {
    var progress = start
    progress.taken = taken
    progress.hintsShown = hintsShown
    progress.hintsUsed = hintsUsed
    return progress
  }

  /// The step to be done now; nil when the lesson is over.
  public func current(in scenario: Scenario) -> Step? {
    let steps = steps(in: scenario)
    return steps.indices.contains(step) ? steps[step] : nil
  }

  /// The steps in the order in which they are done: those of a group as they were done, and then as the
  /// scenario has them.
  public func steps(in scenario: Scenario) -> [Step] {
    guard let order, order.count == scenario.steps.count else { return scenario.steps }
    return order.map { scenario.steps[$0] }
  }

  /// Has its steps stand in another order, and its wrong turns in other places.
  mutating func arrange(_ order: [Int], _ turns: [Int]) {
    self.order = order == Array(order.indices) ? nil : order
    taken = turns
  }

  /// Takes note of what happened, after which everything stands as `desk` says.
  public mutating func observe(
    _ event: DeskEvent, _ desk: DeskSnapshot, in scenario: Scenario, at now: Timestamp
  ) {
    guard verdict == nil else { return }
    if case .timePassed(let interval) = event { jumped = (jumped ?? .zero) + interval }
    for happening in Happening.all(in: event) {
      counts[happening.rawValue, default: 0] += 1
      countsInStep[happening.rawValue, default: 0] += 1
    }
    noteWrongTurns(desk, in: scenario, at: now)
    skipToShortcut(desk, in: scenario, at: now)
    while let place = metStep(desk, in: scenario, at: now) {
      if place == step {
        spent = hintCosts + price(of: steps(in: scenario)[place])
        leaveStep(.done, in: scenario)
      } else {
        leaveAhead(place, in: scenario)
      }
    }
    let isOver = wrongTurns.contains { scenario.wrong[$0].endsAttempt }
    if current(in: scenario) == nil || isOver {
      verdict = Verdict(self, desk, in: scenario, at: now)
    }
  }

  /// Ends an exam whose time is over, or that is given up.
  public mutating func end(
    _ desk: DeskSnapshot, in scenario: Scenario, at now: Timestamp, isGivenUp: Bool = false
  ) {
    guard verdict == nil, let end = examEnd(in: scenario), isGivenUp || end <= now else { return }
    verdict = Verdict(self, desk, in: scenario, at: now)
  }

  /// Each wrong turn counts once.
  private mutating func noteWrongTurns(
    _ desk: DeskSnapshot, in scenario: Scenario, at now: Timestamp
  ) {
    for (place, turn) in scenario.wrong.enumerated()
    where !wrongTurns.contains(place) && turn.when.isMet(counts: counts, desk, at: now) {
      taken = wrongTurns + [place]
    }
  }

  /// Where the step stands that is done now: the one at hand, or another of its group.
  private func metStep(
    _ desk: DeskSnapshot, in scenario: Scenario, at now: Timestamp
  ) -> Int? {
    let steps = steps(in: scenario)
    guard steps.indices.contains(step) else { return nil }
    let group = steps[step].group
    return steps.indices[step...].first { place in
      (place == step || group != nil && steps[place].group == group)
        && steps[place].until.isMet(counts: countsInStep, desk, at: now)
    }
  }

  /// What the step at hand still lacks to be done.
  public func lacking(
    _ desk: DeskSnapshot, in scenario: Scenario, at now: Timestamp
  ) -> [Condition] {
    current(in: scenario)?.until.lacking(counts: countsInStep, desk, at: now) ?? []
  }

  /// A step of the group was done before the one at hand, whose hints stay as they are.
  private mutating func leaveAhead(_ place: Int, in scenario: Scenario) {
    var places = order ?? Array(scenario.steps.indices)
    places.insert(places.remove(at: place), at: step)
    order = places
    let hints = hintsShown
    leaveStep(.done, in: scenario)
    hintsShown = hints
  }

  /// What the hints that are shown cost: at most what the step counts.
  private func price(of step: Step) -> Int {
    min(step.points, step.hints.prefix(hintsShown).reduce(0) { $0 + $1.price })
  }

  /// A later step that counts from anywhere was reached: those before it are left out.
  private mutating func skipToShortcut(
    _ desk: DeskSnapshot, in scenario: Scenario, at now: Timestamp
  ) {
    let steps = steps(in: scenario)
    let later = steps.indices.dropFirst(step + 1)
    guard
      let target = later.last(where: { place in
        steps[place].isShortcut
          && steps[place].until.isMet(counts: countsInStep, desk, at: now)
      })
    else { return }
    let happened = countsInStep
    while step < target { leaveStep(.leftOut, in: scenario) }
    countsInStep = happened
  }

  private mutating func leaveStep(_ outcome: StepOutcome, in scenario: Scenario) {
    let group = current(in: scenario)?.group
    outcomes.append(outcome)
    step += 1
    hintsShown = 0
    // In a group everything counts that has happened since it began.
    if group == nil || current(in: scenario)?.group != group { countsInStep = [:] }
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
  /// The points of a hundred; nil in what an older program kept.
  public let points: Int?
  /// What was done wrong, with what it cost.
  public let wrongTurns: [Turn]?
  /// The other ways that were gone, as the scenario says them; nil in what an older program kept.
  public let ways: [String]?
  /// The points of a hundred that pass it as an exam; nil: it was practised.
  public let pass: Int?
  /// Whether the time was over, or it was given up, before the last step was done.
  public let isUnfinished: Bool?

  /// A wrong turn that was taken.
  public struct Turn: Equatable, Sendable, Codable {
    /// Why it was wrong, as the scenario says it.
    public let say: String
    /// The points that it cost.
    public let cost: Int
  }

  init(
    _ progress: LessonProgress, _ desk: DeskSnapshot, in scenario: Scenario, at now: Timestamp
  ) {
    goals = scenario.goals.map { goal in
      Line(
        say: goal.say,
        isReached: goal.check.isMet(counts: progress.counts, desk, at: now))
    }
    remarks = scenario.remarks.filter {
      $0.when.isMet(counts: progress.counts, desk, at: now)
    }.map(\.say)
    ways = scenario.endings.filter {
      $0.when.isMet(counts: progress.counts, desk, at: now)
    }.map(\.say)
    let turns = progress.wrongTurns.map { scenario.wrong[$0] }
    let counted = Verdict.points(progress, reached: goals.map(\.isReached), in: scenario)
    pass = progress.isExam ? scenario.exam?.pass : nil
    isUnfinished = progress.step < scenario.steps.count
    let isGood = goals.allSatisfy(\.isReached) && !turns.contains(where: \.endsAttempt)
    isPassed = pass.map { isGood && counted >= $0 } ?? isGood
    points = counted
    wrongTurns = turns.map { Turn(say: $0.say, cost: $0.cost) }
    time = now - progress.startedAt
    hintsUsed = progress.hintsUsed
    stepsDone = progress.outcomes.count { $0 == .done }
    stepsLeftOut = progress.outcomes.count { $0 == .leftOut }
  }
}
