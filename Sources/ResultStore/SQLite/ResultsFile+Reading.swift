import Foundation
import GRDB
import Training

extension ResultsFile {
  /// The attempts that a filter lets through, newest first, so many at most.
  public func attempts(
    _ filter: ResultsFilter, most: Int
  ) throws(ResultsFault) -> [AttemptSummary] {
    let sql = """
      SELECT attempt.*, title, ending.points, isPassed, hints, practiceTime,
        (SELECT count(*) FROM step WHERE attempt = id AND outcome = 'done') AS done,
        (SELECT count(*) FROM wrongTurn WHERE attempt = id) AS wrong
      FROM attempt LEFT JOIN scenarioText USING (scenario, hash)
        LEFT JOIN ending ON ending.attempt = attempt.id
      \(filter.condition("WHERE")) ORDER BY startedAt DESC, id DESC LIMIT ?
      """
    return try look { db in
      try Row.fetchAll(db, sql: sql, arguments: filter.arguments + [most]).map(AttemptSummary.init)
    }
  }

  /// What each trainee has reached in each lesson, of the attempts that a filter lets through.
  public func progress(_ filter: ResultsFilter) throws(ResultsFault) -> [TraineeProgress] {
    try look { db in
      let titles = try ResultsFile.titles(db)
      let rows = try Row.fetchCursor(
        db, sql: ResultsFile.progress(filter), arguments: filter.arguments)
      var found: [TraineeProgress] = []
      while let row = try rows.next() { found.append(TraineeProgress(row, titles)) }
      return found
    }
  }

  /// Of all time each row is kept as it comes about; since a day they are made of the attempts since.
  private static func progress(_ filter: ResultsFilter) -> String {
    guard filter.since != nil else {
      return """
        SELECT trainee, scenario, attempts, endings, passes, points, lastStart
        FROM best AS attempt \(filter.condition("WHERE"))
        """
    }
    return """
      SELECT trainee, scenario, count(*), count(ending.attempt), coalesce(sum(isPassed), 0),
        max(points), max(startedAt)
      FROM attempt LEFT JOIN ending ON ending.attempt = attempt.id
      \(filter.condition("WHERE")) GROUP BY trainee, scenario
      """
  }

  /// What each lesson is called by its newest text.
  private static func titles(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(db, sql: "SELECT scenario, title FROM scenarioText ORDER BY rowid")
    return Dictionary(rows.map { ($0[0], $0[1]) }, uniquingKeysWith: { $1 })
  }
}

extension TraineeProgress {
  fileprivate init(_ row: Row, _ titles: [String: String]) {
    trainee = row[0]
    scenario = row[1]
    title = titles[scenario] ?? ""
    attempts = row[2]
    ended = row[3]
    passed = row[4]
    points = row[5]
    lastStart = Date(timeIntervalSince1970: Double(row[6] as Int64) / 1_000)
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
