import Foundation
import LearningRecords
import Training

/// Why results could not be read or written.
public struct ResultsFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The sentence.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Where what became of attempts is kept, and read from: whoever reads or writes results knows no more
/// of it than this, so that it may be a file here and a database elsewhere.
public protocol ResultStore: Sendable {
  /// Keeps how far an attempt is, at a moment in UTC, and what statements tell of it; what is there
  /// already stays. The trainee's name is an account of `homePage`.
  func keep(
    _ attempt: LessonAttempt, _ progress: LessonProgress, of scenario: Scenario, homePage: String,
    at moment: Date
  ) throws(ResultsFault)

  /// Erases all that is kept of a person, and returns how many attempts that were.
  func erase(trainee name: String) throws(ResultsFault) -> Int

  /// The attempts that a filter lets through, newest first, so many at most.
  func attempts(_ filter: ResultsFilter, most: Int) throws(ResultsFault) -> [AttemptSummary]

  /// What each trainee has reached in each lesson, of the attempts that a filter lets through; in no
  /// order.
  func progress(_ filter: ResultsFilter) throws(ResultsFault) -> [TraineeProgress]
}

extension ResultStore {
  /// Keeps how far an attempt of somebody is whose name is an account of nothing that anybody knows.
  public func keep(
    _ attempt: LessonAttempt, _ progress: LessonProgress, of scenario: Scenario,
    at moment: Date = Date()
  ) throws(ResultsFault) {
    try keep(
      attempt, progress, of: scenario, homePage: RecordedAttempt.usualHomePage, at: moment)
  }

  /// All attempts that a filter lets through, newest first.
  public func attempts(
    _ filter: ResultsFilter = ResultsFilter()
  ) throws(ResultsFault) -> [AttemptSummary] { try attempts(filter, most: .max) }

  /// What each trainee has reached in each lesson.
  public func progress() throws(ResultsFault) -> [TraineeProgress] { try progress(ResultsFilter()) }

  /// The best that a person has reached in each lesson that was done to its end, by the scenarios'
  /// names.
  public func best(of trainee: String) throws(ResultsFault) -> [String: BestResult] {
    let reached = try progress(ResultsFilter(trainee: trainee))
    let pairs = reached.compactMap { progress in
      progress.points.map {
        (progress.scenario, BestResult(points: $0, isPassed: progress.passed > 0))
      }
    }
    return Dictionary(pairs, uniquingKeysWith: { $1 })
  }
}
