import Foundation
import GRDB
import RecorderEngine
import Training

/// Why results could not be read or written.
public struct ResultsFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The sentence.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// The results of all attempts of one state folder: `results.sqlite` beside the practice.
///
/// Rows are inserted once, under names that the program makes, and never changed, so that they can be
/// carried to another store and come there exactly once. No lock is held: several consoles write side
/// by side, and others read meanwhile.
public struct ResultsFile: Sendable {
  /// What the file is called in its folder.
  public static let name = "results.sqlite"
  /// The newest form of the file.
  static let form = 1
  /// How long a writer waits for another, in seconds.
  static let patience = 5.0

  private let queue: DatabaseQueue

  /// Opens the results of a folder, and makes the file where it is missing.
  public init(folder: String) throws(ResultsFault) {
    let path = folder + "/" + ResultsFile.name
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let isNew = !FileManager.default.fileExists(atPath: path)
      var configuration = Configuration()
      configuration.label = "results"
      configuration.busyMode = .timeout(ResultsFile.patience)
      configuration.prepareDatabase { db in
        try db.execute(sql: "PRAGMA journal_mode = WAL")
        try db.execute(sql: "PRAGMA synchronous = FULL")
        // What is erased is overwritten: a person's results are gone, not only out of sight.
        try db.execute(sql: "PRAGMA secure_delete = ON")
      }
      queue = try DatabaseQueue(path: path, configuration: configuration)
      if isNew { chmod(path, 0o600) }
      try queue.inImmediateTransaction(ResultsFile.makeTables)
    } catch let fault as ResultsFault {
      throw fault
    } catch {
      throw ResultsFault("\(path) cannot be used: \(error.localizedDescription)")
    }
  }

  /// Whether a folder has results.
  public static func isIn(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + name)
  }

  private static func makeTables(_ db: Database) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found <= form else {
      throw ResultsFault(
        "The results are of a newer version of this program (form \(found), this one knows \(form))."
      )
    }
    guard found == 0 else { return }
    try db.execute(
      sql: """
        CREATE TABLE trainee (name TEXT PRIMARY KEY NOT NULL);
        CREATE TABLE scenarioText
          (hash TEXT NOT NULL, scenario TEXT NOT NULL, title TEXT NOT NULL, maximum INTEGER NOT NULL,
           PRIMARY KEY (scenario, hash));
        CREATE TABLE attempt
          (id TEXT PRIMARY KEY NOT NULL, trainee TEXT NOT NULL REFERENCES trainee,
           scenario TEXT NOT NULL, hash TEXT NOT NULL, seed TEXT NOT NULL, mode TEXT NOT NULL,
           startedAt INTEGER NOT NULL);
        CREATE TABLE step
          (attempt TEXT NOT NULL REFERENCES attempt, number INTEGER NOT NULL, name TEXT NOT NULL,
           outcome TEXT NOT NULL, at INTEGER NOT NULL, points INTEGER NOT NULL,
           PRIMARY KEY (attempt, number));
        CREATE TABLE wrongTurn
          (attempt TEXT NOT NULL REFERENCES attempt, number INTEGER NOT NULL, say TEXT NOT NULL,
           at INTEGER NOT NULL, cost INTEGER NOT NULL, PRIMARY KEY (attempt, number));
        CREATE TABLE ending
          (attempt TEXT PRIMARY KEY NOT NULL REFERENCES attempt, at INTEGER NOT NULL,
           practiceTime INTEGER NOT NULL, hints INTEGER NOT NULL, points INTEGER NOT NULL,
           isPassed INTEGER NOT NULL);
        CREATE INDEX attemptsByTime ON attempt (startedAt);
        PRAGMA user_version = \(form);
        """)
  }

  /// Reads without keeping anybody from writing.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try queue.read(body) }

  // MARK: Writing

  /// Keeps how far an attempt is, at a moment in UTC; what is there already stays.
  public func keep(
    _ attempt: LessonAttempt, _ progress: LessonProgress, of scenario: Scenario,
    at moment: Date = Date()
  ) throws(ResultsFault) {
    let now = Int64(moment.timeIntervalSince1970 * 1_000)
    do {
      try queue.inImmediateTransaction { db in
        try ResultsFile.insert(attempt, db, now)
        let steps = progress.steps(in: scenario)
        for (number, outcome) in progress.outcomes.enumerated() {
          let step = steps[number]
          try db.execute(
            sql: "INSERT OR IGNORE INTO step VALUES (?, ?, ?, ?, ?, ?)",
            arguments: [
              attempt.id, number + 1, step.id, outcome.rawValue, now,
              outcome == .done ? step.points : 0,
            ])
        }
        for (number, place) in progress.wrongTurns.enumerated() {
          let turn = scenario.wrong[place]
          try db.execute(
            sql: "INSERT OR IGNORE INTO wrongTurn VALUES (?, ?, ?, ?, ?)",
            arguments: [attempt.id, number + 1, turn.say, now, turn.cost])
        }
        guard let verdict = progress.verdict else { return }
        try db.execute(
          sql: "INSERT OR IGNORE INTO ending VALUES (?, ?, ?, ?, ?, ?)",
          arguments: [
            attempt.id, now, verdict.time.milliseconds, verdict.hintsUsed, verdict.points ?? 0,
            verdict.isPassed,
          ])
      }
    } catch {
      throw ResultsFault("The result is not kept: \(error.localizedDescription)")
    }
  }

  private static func insert(_ attempt: LessonAttempt, _ db: Database, _ now: Int64) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO trainee VALUES (?)", arguments: [attempt.trainee])
    try db.execute(
      sql: "INSERT OR IGNORE INTO scenarioText VALUES (?, ?, ?, ?)",
      arguments: [attempt.hash, attempt.scenario, attempt.title, attempt.maximum])
    try db.execute(
      sql: "INSERT OR IGNORE INTO attempt VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        attempt.id, attempt.trainee, attempt.scenario, attempt.hash, String(attempt.seed),
        attempt.mode.rawValue, now,
      ])
  }

  /// Erases all that is kept of a person, and returns how many attempts that were.
  public func erase(trainee name: String) throws(ResultsFault) -> Int {
    do {
      return try queue.inImmediateTransaction { db in
        let mine = "(SELECT id FROM attempt WHERE trainee = ?)"
        for table in ["step", "wrongTurn", "ending"] {
          try db.execute(sql: "DELETE FROM \(table) WHERE attempt IN \(mine)", arguments: [name])
        }
        try db.execute(sql: "DELETE FROM attempt WHERE trainee = ?", arguments: [name])
        let count = db.changesCount
        try db.execute(sql: "DELETE FROM trainee WHERE name = ?", arguments: [name])
        return count
      }
    } catch {
      throw ResultsFault("Nothing was erased: \(error.localizedDescription)")
    }
  }
}

extension DatabaseQueue {
  /// A transaction that has the file from its beginning: one that only reads first is refused
  /// whatever the patience, where somebody else writes meanwhile.
  fileprivate func inImmediateTransaction<Value>(_ body: (Database) throws -> Value) throws -> Value
  {
    try writeWithoutTransaction { db in
      var value: Value?
      try db.inTransaction(.immediate) {
        value = try body(db)
        return .commit
      }
      guard let value else { throw ResultsFault("The results gave no answer.") }
      return value
    }
  }
}
