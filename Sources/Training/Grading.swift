/// How much somebody should know before a lesson.
public enum LessonLevel: String, CaseIterable, Sendable, Codable, Comparable {
  case firstSteps = "first-steps"
  case installer, expert

  /// The order in which a trainee meets them.
  public static func < (one: LessonLevel, other: LessonLevel) -> Bool { one.place < other.place }

  private var place: Int { LessonLevel.allCases.firstIndex(of: self) ?? 0 }
}

/// What a lesson is as an exam.
public struct Exam: Equatable, Sendable {
  /// The real minutes that there are for it.
  public let minutes: Int
  /// The points of a hundred that pass it.
  public let pass: Int

  /// Makes the terms of an exam.
  public init(minutes: Int, pass: Int) {
    self.minutes = minutes
    self.pass = pass
  }
}

/// How a lesson is done.
public enum LessonMode: String, CaseIterable, Sendable, Codable {
  /// Led from key to key: the next one always stands on the screen.
  case guided
  /// With hints, explanations and as much time as it takes.
  case practice
  /// Without help, within a time; how it went is told at the end only.
  case exam
  /// The recorder of the lesson in its situation, without steps.
  case free
}

/// What helps with a step, and what it costs whoever then does the step.
public struct Hint: Equatable, Sendable, ExpressibleByStringLiteral {
  /// The sentence.
  public let say: String
  /// The points that it takes from those of its step.
  public let price: Int

  /// A point, where the file says nothing else.
  public static let usualPrice = 1

  /// Makes a hint; without a price it has the usual one.
  public init(say: String, price: Int = usualPrice) {
    self.say = say
    self.price = price
  }

  /// Makes a hint at the usual price.
  public init(stringLiteral value: String) { self.init(say: value) }
}

/// Something that should not have been done: it is explained, and may cost points or all of them.
public struct WrongTurn: Equatable, Sendable {
  /// Why it was wrong, and what to do instead.
  public let say: String
  /// What tells that it was done, since the lesson began.
  public let when: Condition
  /// The points that it costs, once.
  public let cost: Int
  /// Whether it must not happen at all: the attempt is over, and not passed.
  public let endsAttempt: Bool
  /// The step at whose beginning `keys` are pressed to prove that it happens; nil: the first.
  public let from: String?
  /// Keys that lead to it; nil: nobody has written them down.
  public let keys: KeyScript?

  /// Makes a wrong turn of what a file says.
  public init(
    say: String, when: Condition, cost: Int = 0, endsAttempt: Bool = false, from: String? = nil,
    keys: KeyScript? = nil
  ) {
    self.say = say
    self.when = when
    self.cost = cost
    self.endsAttempt = endsAttempt
    self.from = from
    self.keys = keys
  }
}

/// Another way to the end than the one that the steps tell, and as good.
public struct OtherWay: Equatable, Sendable {
  /// What the verdict says of it.
  public let say: String
  /// What tells at the end that it was gone.
  public let when: Condition
  /// The step at whose beginning it leaves the steps' own way.
  public let from: String
  /// Keys that go it, as far as a later step; nil: nobody has written them down.
  public let solution: KeyScript?

  /// Makes a way of what a file says.
  public init(say: String, when: Condition, from: String, solution: KeyScript? = nil) {
    self.say = say
    self.when = when
    self.from = from
    self.solution = solution
  }
}

extension Scenario {
  /// The points of a whole lesson, nothing left out and nothing lost.
  public var maximum: Int {
    steps.reduce(0) { $0 + $1.points } + goals.reduce(0) { $0 + $1.points }
  }
}

extension Verdict {
  /// How one attempt is weighed: of a hundred, rounded down. A step that a shortcut left out leaves
  /// the maximum; a goal that was not reached does not.
  static func points(
    _ progress: LessonProgress, reached: [Bool], in scenario: Scenario
  ) -> Int {
    let outcomes = Array(zip(progress.steps(in: scenario), progress.outcomes))
    let leftOut = outcomes.reduce(0) { $0 + ($1.1 == .leftOut ? $1.0.points : 0) }
    let maximum = scenario.maximum - leftOut
    guard maximum > 0 else { return 0 }
    let steps = outcomes.reduce(0) { $0 + ($1.1 == .done ? $1.0.points : 0) }
    let goals = zip(scenario.goals, reached).reduce(0) { $0 + ($1.1 ? $1.0.points : 0) }
    let costs = progress.wrongTurns.reduce(0) { sum, place in
      sum + (scenario.wrong.indices.contains(place) ? scenario.wrong[place].cost : 0)
    }
    return max(0, 100 * (steps + goals - costs - progress.hintCosts) / maximum)
  }
}

/// A part of a scenario that something can be said about.
public enum ScenarioPart: Equatable, Sendable {
  /// A step, by its name.
  case step(String)
  case goals
  /// A wrong turn, by its place among all of them: the costly first, then the forbidden.
  case wrong(Int)
  /// Another way to the end, by its place among them.
  case ending(Int)
}
