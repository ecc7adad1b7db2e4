/// One attempt at a lesson: who, at what, with which chance.
public struct LessonAttempt: Equatable, Sendable {
  /// The program's own name for it, never given twice.
  public let id: String
  /// Who tries.
  public let trainee: String
  /// The scenario's name.
  public let scenario: String
  /// What the lesson is called.
  public let title: String
  /// Tells one text of the scenario from another; empty where the file cannot be read.
  public let hash: String
  /// The points that there are.
  public let maximum: Int
  /// What all chance in it comes from.
  public let seed: UInt64
  /// How it is done.
  public let mode: LessonMode

  /// Makes an attempt.
  public init(
    id: String, trainee: String, scenario: String, title: String, hash: String, maximum: Int,
    seed: UInt64, mode: LessonMode
  ) {
    self.mode = mode
    self.id = id
    self.trainee = trainee
    self.scenario = scenario
    self.title = title
    self.hash = hash
    self.maximum = maximum
    self.seed = seed
  }
}

/// The best that somebody has reached in a lesson.
public struct BestResult: Equatable, Sendable {
  /// The points of a hundred.
  public let points: Int
  /// Whether it was passed once.
  public let isPassed: Bool

  /// Makes a result.
  public init(points: Int, isPassed: Bool) {
    self.points = points
    self.isPassed = isPassed
  }
}

/// Keeps what became of attempts, as it happens.
public protocol ResultKeeper: Sendable {
  /// Who tries, where nobody says otherwise.
  var trainee: String { get }
  /// Whether somebody has said who that is.
  var isTraineeKnown: Bool { get }
  /// Keeps all results from now on under this name, here and at later starts.
  func settle(trainee name: String)
  /// A name for a new attempt that nobody else has; nil where nothing is kept.
  func freshAttempt() -> String?
  /// The best of whoever tries, by the scenarios' names; empty where nothing is known.
  func best() -> [String: BestResult]
  /// Keeps how far an attempt is; what is kept already stays as it is. Returns a sentence where it
  /// could not be kept.
  func keep(_ attempt: LessonAttempt, _ progress: LessonProgress, of scenario: Scenario) -> String?
}

/// Keeps nothing.
public struct NoResults: ResultKeeper {
  /// Makes a keeper that keeps nothing.
  public init() {}
  /// Nobody in particular.
  public var trainee: String { "" }
  /// Nobody is asked.
  public var isTraineeKnown: Bool { true }
  /// Nothing is kept under any name.
  public func settle(trainee name: String) {}
  /// nil: nothing is kept.
  public func freshAttempt() -> String? { nil }
  /// Empty: nothing is known.
  public func best() -> [String: BestResult] { [:] }
  /// Forgets the attempt.
  public func keep(
    _ attempt: LessonAttempt, _ progress: LessonProgress, of scenario: Scenario
  ) -> String? { nil }
}
