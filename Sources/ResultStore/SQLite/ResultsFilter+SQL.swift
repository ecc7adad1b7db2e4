import Foundation
import GRDB

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
