import RecorderEngine

/// That somebody has passed an exam.
public struct Certificate: Equatable, Sendable {
  /// Who has passed it; empty where nobody is known.
  public let trainee: String
  /// The scenario's name, as files have it.
  public let scenario: String
  /// What the exam is called.
  public let title: String
  /// How much somebody had to know before; nil: nobody has said.
  public let level: LessonLevel?
  /// The points of a hundred.
  public let points: Int
  /// The points that pass it.
  public let pass: Int
  /// The practice time that it took.
  public let time: Interval
  /// When it was passed, in UTC.
  public let passedAt: Timestamp
  /// The program's own name for the attempt, by which the result is found; nil where none is kept.
  public let attempt: String?

  /// Makes the certificate of a lesson that has just ended; nil where it was no exam, or not passed.
  public init?(
    _ progress: LessonProgress, of scenario: Scenario, trainee: String, at now: Timestamp
  ) {
    guard let verdict = progress.verdict, verdict.isPassed, let pass = verdict.pass else {
      return nil
    }
    self.trainee = trainee
    self.scenario = scenario.id
    title = scenario.title
    level = scenario.level
    points = verdict.points ?? 0
    self.pass = pass
    time = verdict.time
    passedAt = now
    attempt = progress.attempt
  }
}
