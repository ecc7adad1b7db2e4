import Foundation

/// What one trainee has reached in one lesson, all attempts together.
public struct TraineeProgress: Equatable, Sendable {
  /// Who tried.
  public let trainee: String
  /// The scenario's name.
  public let scenario: String
  /// What the lesson was called; empty where nobody knows.
  public let title: String
  /// How many attempts there were.
  public var attempts: Int
  /// How many of them came to an end.
  public var ended: Int
  /// How many of them were passed.
  public var passed: Int
  /// The best points of a hundred; nil: none came to an end.
  public var points: Int?
  /// When the last one began, in UTC.
  public var lastStart: Date

  /// Both together, of one trainee and lesson in two folders.
  static func + (one: TraineeProgress, other: TraineeProgress) -> TraineeProgress {
    var sum = one
    sum.attempts += other.attempts
    sum.ended += other.ended
    sum.passed += other.passed
    sum.points = [one.points, other.points].compactMap(\.self).max()
    sum.lastStart = max(one.lastStart, other.lastStart)
    return sum
  }
}
