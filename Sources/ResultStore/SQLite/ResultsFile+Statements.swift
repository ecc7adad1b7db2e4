import Foundation
import GRDB
import LearningRecords

extension ResultsFile {
  /// An attempt that has not ended and of which nothing was heard for so long is cut off: a day.
  static let silence: Int64 = 86_400_000

  /// What has happened at an attempt since it was kept last.
  enum News: Equatable {
    case nothing, begun, goneOn
    case ended(AttemptOutcome)
  }

  /// Writes what statements there are to write after news of an attempt, in the news' own transaction.
  static func tell(_ news: News, of id: String, _ db: Database, at now: Int64) throws {
    guard news != .nothing, let kept = try KeptAttempt.fetch(id, db) else { return }
    var trail = try trail(of: id, db)
    // One that an older program began is told from its beginning.
    var statements = trail.isEmpty ? trail.begin(kept.attempt, at: kept.startedAt) : []
    switch news {
    case .nothing: break
    case .begun:
      for earlier in try KeptAttempt.open(before: id, of: kept.attempt.trainee, db) {
        try cutOff(earlier, db)
      }
    case .goneOn: statements += trail.begin(kept.attempt, at: now)
    case .ended(let outcome): statements += trail.end(kept.attempt, outcome, at: now)
    }
    try write(statements, of: id, db)
  }

  /// Writes the statements that are still to be written: of attempts that an older program kept, and of
  /// those that were cut off: because their trainee has begun another since, or by a day's silence.
  public func completeStatements(at moment: Date) throws(ResultsFault) {
    let now = Int64(moment.timeIntervalSince1970 * 1_000)
    try change("The statements are not written") { db in
      for old in try KeptAttempt.untold(db) {
        var trail = try ResultsFile.trail(of: old.attempt.id, db)
        var statements = trail.begin(old.attempt, at: old.startedAt)
        if let (outcome, at) = old.ending {
          statements += trail.end(old.attempt, outcome, at: at)
        }
        try ResultsFile.write(statements, of: old.attempt.id, db)
      }
      for open in try KeptAttempt.open(silentAt: now - ResultsFile.silence, db) {
        try ResultsFile.cutOff(open, db)
      }
    }
  }

  /// The bodies of all statements of the attempts that a filter lets through, in the order in which they
  /// came about.
  public func statements(
    _ filter: ResultsFilter
  ) throws(ResultsFault) -> [String] {
    try look { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT body FROM statement JOIN attempt ON attempt.id = statement.attempt
          \(filter.condition("WHERE")) ORDER BY number
          """, arguments: filter.arguments)
    }
  }

  private static func cutOff(_ kept: KeptAttempt, _ db: Database) throws {
    var trail = try trail(of: kept.attempt.id, db)
    try write(trail.cutOff(kept.attempt, at: kept.heardAt), of: kept.attempt.id, db)
  }

  private static func trail(of id: String, _ db: Database) throws -> StatementTrail {
    let rows = try Row.fetchAll(
      db, sql: "SELECT verb, at FROM statement WHERE attempt = ? ORDER BY number", arguments: [id])
    return StatementTrail(
      rows.compactMap { row in Verb(rawValue: row["verb"]).map { ($0, row["at"]) } })
  }

  private static func write(_ statements: [LearningStatement], of id: String, _ db: Database) throws
  {
    for statement in statements {
      try db.execute(
        // Whatever is wrong with a statement, the result that it tells of is kept.
        sql: "INSERT OR IGNORE INTO statement (id, attempt, verb, at, body) VALUES (?, ?, ?, ?, ?)",
        arguments: [statement.id, id, statement.verb.rawValue, statement.at, statement.body])
    }
  }
}

/// An attempt as the file has it, as far as statements tell of it.
struct KeptAttempt {
  let attempt: RecordedAttempt
  let startedAt: Int64
  /// When something was heard of it last.
  let heardAt: Int64
  /// How it ended, and when; nil: it has not.
  let ending: (AttemptOutcome, at: Int64)?

  private static let facts = """
    SELECT attempt.*, homePage, title, ending.points, isPassed, ending.at AS endedAt,
      max(startedAt, coalesce((SELECT max(at) FROM step WHERE attempt = attempt.id), 0),
        coalesce((SELECT max(at) FROM wrongTurn WHERE attempt = attempt.id), 0),
        coalesce((SELECT max(at) FROM statement WHERE attempt = attempt.id), 0)) AS heardAt
    FROM attempt LEFT JOIN scenarioText USING (scenario, hash)
      LEFT JOIN ending ON ending.attempt = attempt.id
      LEFT JOIN account ON account.attempt = attempt.id

    """

  /// The last statement of the attempt is none of an end.
  private static let isOpen = """
    (SELECT verb FROM statement WHERE attempt = attempt.id ORDER BY number DESC LIMIT 1)
      <> 'terminated'
    """

  private static func all(
    _ db: Database, _ rest: String, _ arguments: StatementArguments = []
  ) throws -> [KeptAttempt] {
    try Row.fetchAll(db, sql: facts + rest, arguments: arguments).map(KeptAttempt.init)
  }

  static func fetch(_ id: String, _ db: Database) throws -> KeptAttempt? {
    try all(db, "WHERE attempt.id = ?", [id]).first
  }

  /// The attempts of a trainee that were begun before one and have no end yet.
  static func open(before id: String, of trainee: String, _ db: Database) throws -> [KeptAttempt] {
    try all(
      db,
      "WHERE attempt.trainee = ? AND attempt.id <> ? AND ending.attempt IS NULL AND \(isOpen)",
      [trainee, id])
  }

  /// The attempts without an end whose trainee has begun another after they were last heard of, or
  /// that were silent since a moment.
  static func open(silentAt moment: Int64, _ db: Database) throws -> [KeptAttempt] {
    try all(
      db,
      """
      WHERE ending.attempt IS NULL AND \(isOpen) AND (heardAt < ? OR EXISTS
        (SELECT 1 FROM attempt AS later
         WHERE later.trainee = attempt.trainee AND later.startedAt > heardAt))
      """, [moment])
  }

  /// The attempts of which no statement tells, or none of their end: kept by an older program.
  static func untold(_ db: Database) throws -> [KeptAttempt] {
    try all(
      db,
      """
      WHERE NOT EXISTS (SELECT 1 FROM statement WHERE attempt = attempt.id)
        OR ending.attempt IS NOT NULL AND \(isOpen)
      ORDER BY startedAt, attempt.rowid
      """)
  }

  private init(_ row: Row) {
    attempt = RecordedAttempt(
      id: row["id"], trainee: row["trainee"],
      homePage: row["homePage"] ?? RecordedAttempt.usualHomePage,
      scenario: row["scenario"], title: row["title"] ?? "", hash: row["hash"],
      isExam: row["mode"] == "exam")
    startedAt = row["startedAt"]
    heardAt = row["heardAt"]
    ending = (row["points"] as Int?).map { points in
      (AttemptOutcome(points: points, isPassed: row["isPassed"], isWhole: true), at: row["endedAt"])
    }
  }
}
