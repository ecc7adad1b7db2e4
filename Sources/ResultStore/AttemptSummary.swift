import Foundation
import GRDB
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
}

extension ResultsFile {
  /// The attempts that a filter lets through, newest first, so many at most.
  public func attempts(
    _ filter: ResultsFilter = ResultsFilter(), most: Int = 1_000
  ) throws(ResultsFault) -> [AttemptSummary] {
    let sql = """
      SELECT attempt.*, title, ending.points, isPassed, hints, practiceTime,
        (SELECT count(*) FROM step WHERE attempt = id AND outcome = 'done') AS done,
        (SELECT count(*) FROM wrongTurn WHERE attempt = id) AS wrong
      FROM attempt LEFT JOIN scenarioText USING (scenario, hash)
        LEFT JOIN ending ON ending.attempt = id
      \(filter.condition("WHERE")) ORDER BY startedAt DESC, id LIMIT ?
      """
    return try look { db in
      try Row.fetchAll(db, sql: sql, arguments: filter.arguments + [most]).map(AttemptSummary.init)
    }
  }
}

extension AttemptSummary {
  fileprivate init(_ row: Row) {
    id = row["id"]
    trainee = row["trainee"]
    scenario = row["scenario"]
    title = row["title"] ?? ""
    mode = LessonMode(rawValue: row["mode"]) ?? .practice
    startedAt = Date(timeIntervalSince1970: Double(row["startedAt"] as Int64) / 1_000)
    stepsDone = row["done"]
    wrongTurns = row["wrong"]
    ending = (row["points"] as Int?).map {
      Ending(
        points: $0, isPassed: row["isPassed"] ?? false, hints: row["hints"] ?? 0,
        practiceTime: row["practiceTime"] ?? 0)
    }
  }
}

extension ResultsFile {
  /// The best that a person has reached in each lesson that was done to its end, by the scenarios'
  /// names; throws where the file cannot be read.
  public func best(of trainee: String) throws(ResultsFault) -> [String: BestResult] {
    try look { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT attempt.scenario, max(ending.points), max(ending.isPassed) FROM ending
          JOIN attempt ON attempt.id = ending.attempt WHERE attempt.trainee = ?
          GROUP BY attempt.scenario
          """, arguments: [trainee])
      let pairs = rows.map { row in
        (row[0] as String, BestResult(points: row[1] as Int, isPassed: row[2] as Bool))
      }
      return Dictionary(pairs, uniquingKeysWith: { $1 })
    }
  }
}
