import Foundation
import Training

/// One attempt as a list of results shows it.
public struct AttemptSummary: Equatable, Sendable {
  /// The attempt's own name.
  public let id: String
  /// Who tried.
  public let trainee: String
  /// The scenario's name.
  public let scenario: String
  /// What the lesson was called.
  public let title: String
  /// How it was done; an unknown way is practice.
  public let mode: LessonMode
  /// When it began, in UTC.
  public let startedAt: Date
  /// How many steps were done.
  public let stepsDone: Int
  /// How many wrong turns were taken.
  public let wrongTurns: Int
  /// How it ended; nil: it has not.
  public let ending: Ending?

  /// The end of an attempt.
  public struct Ending: Equatable, Sendable {
    /// The points of a hundred.
    public let points: Int
    /// Whether it was passed.
    public let isPassed: Bool
    /// How many hints were taken.
    public let hints: Int
    /// The practice time in milliseconds.
    public let practiceTime: Int64
  }

  /// Whether it stands before another in a list: the newer one does.
  static func isNewer(_ one: AttemptSummary, _ other: AttemptSummary) -> Bool {
    (one.startedAt, one.id) > (other.startedAt, other.id)
  }
}
