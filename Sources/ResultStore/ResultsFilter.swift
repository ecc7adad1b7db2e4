import Foundation
import GRDB

/// Which attempts are wanted.
public struct ResultsFilter: Equatable, Sendable {
  /// Of this trainee; nil: of all.
  public var trainee: String?
  /// At this scenario; nil: at all.
  public var scenario: String?
  /// Begun at this moment or later.
  public var since: Date?

  /// Wants all of them.
  public init(trainee: String? = nil, scenario: String? = nil, since: Date? = nil) {
    self.trainee = trainee
    self.scenario = scenario
    self.since = since
  }
}

extension ResultsFilter {
  private var wishes: [(condition: String, value: any DatabaseValueConvertible)] {
    let wishes: [(String, (any DatabaseValueConvertible)?)] = [
      ("attempt.trainee = ?", trainee), ("attempt.scenario = ?", scenario),
      ("attempt.startedAt >= ?", since.map { Int64($0.timeIntervalSince1970 * 1_000) }),
    ]
    return wishes.compactMap { condition, value in value.map { (condition, $0) } }
  }

  /// Whether it lets everything through.
  var isOpen: Bool { wishes.isEmpty }

  /// What it asks of the rows of `attempt`, behind a word such as WHERE; empty where it asks nothing.
  func condition(_ word: String) -> String {
    let conditions = wishes.map(\.condition)
    return conditions.isEmpty ? "" : "\(word) \(conditions.joined(separator: " AND "))"
  }

  /// The values that its condition has a place for.
  var arguments: StatementArguments { StatementArguments(wishes.map(\.value)) }
}
