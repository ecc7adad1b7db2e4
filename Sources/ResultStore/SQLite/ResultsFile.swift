import Foundation
import GRDB
import LearningRecords
import OwnFiles
import RecorderEngine
import Training

/// The results of all attempts of one state folder: `results.sqlite` beside the practice.
///
/// Rows are inserted once, under names that the program makes, and never changed, so that they can be
/// carried to another store and come there exactly once. Several consoles write in turn, and others read
/// meanwhile.
public struct ResultsFile: ResultStore {
  /// What the file is called in its folder.
  public static let name = "results.sqlite"
  /// How long a writer waits for another, in seconds.
  static let patience = 5.0

  private let folder: String
  private let queue: DatabaseQueue

  /// Opens the results of a folder, and makes the file where it is missing.
  public init(folder: String) throws(ResultsFault) {
    let path = folder + "/" + ResultsFile.name
    self.folder = folder
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true,
        attributes: [.posixPermissions: KeptModes.folder])
      let turn = WritersTurn(in: folder)
      defer { turn.end() }
      ResultsFile.makeForOwner(path)
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
      if try !queue.read(ResultsFile.isUpToDate) {
        try queue.inImmediateTransaction(ResultsFile.bringUpToDate)
      }
    } catch let newer as NewerForm {
      throw ResultsFault(
        "The results are of a newer version of this program and left as they are (form "
          + "\(newer.found), this one knows \(ResultsFile.form)): \(path)")
    } catch {
      throw ResultsFault("The results cannot be used: \(error.localizedDescription): \(path)")
    }
  }

  // Made for its owner alone before SQLite does: what SQLite puts beside it gets the same rights.
  private static func makeForOwner(_ path: String) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, KeptModes.file)
    if file >= 0 { close(file) }
  }

  /// Whether a folder has results.
  public static func isIn(_ folder: String) -> Bool {
    FileManager.default.fileExists(atPath: folder + "/" + name)
  }

  /// Reads without keeping anybody from writing.
  func look<Value>(_ body: (Database) throws -> Value) throws(ResultsFault) -> Value {
    do {
      return try queue.read(body)
    } catch {
      throw ResultsFault("The results cannot be read: \(error.localizedDescription)")
    }
  }

  /// Writes all or nothing; `trouble` is said where that fails.
  func change<Value>(
    _ trouble: String, _ body: (Database) throws -> Value
  ) throws(ResultsFault) -> Value {
    let turn = WritersTurn(in: folder)
    defer { turn.end() }
    do {
      return try queue.inImmediateTransaction(body)
    } catch {
      throw ResultsFault("\(trouble): \(error.localizedDescription)")
    }
  }

  // MARK: Writing

  /// Keeps how far an attempt is, at a moment in UTC, and what statements tell of it; what is there
  /// already stays. The trainee's name is an account of `homePage`.
  public func keep(
    _ attempt: LessonAttempt, _ progress: LessonProgress, of scenario: Scenario,
    homePage: String, at moment: Date
  ) throws(ResultsFault) {
    let now = Int64(moment.timeIntervalSince1970 * 1_000)
    try change("The result is not kept") { db in
      let isNew = try ResultsFile.insert(attempt, homePage, db, now)
      let before = db.totalChangesCount
      try ResultsFile.insertSteps(of: attempt.id, progress, scenario, db, now)
      let hasGoneOn = db.totalChangesCount > before
      let outcome = try ResultsFile.insertEnding(of: attempt.id, progress.verdict, db, now)
      if isNew { try ResultsFile.tell(.begun, of: attempt.id, db, at: now) }
      let news: News = outcome.map { .ended($0) } ?? (hasGoneOn ? .goneOn : .nothing)
      try ResultsFile.tell(news, of: attempt.id, db, at: now)
    }
  }

  /// Returns whether the attempt was not there before.
  private static func insert(
    _ attempt: LessonAttempt, _ homePage: String, _ db: Database, _ now: Int64
  ) throws -> Bool {
    try db.execute(
      sql: "INSERT OR IGNORE INTO trainee VALUES (?)", arguments: [attempt.trainee])
    try db.execute(
      sql: "INSERT OR IGNORE INTO scenarioText VALUES (?, ?, ?, ?)",
      arguments: [attempt.hash, attempt.scenario, attempt.title, attempt.maximum])
    let before = db.totalChangesCount
    try db.execute(
      sql: "INSERT OR IGNORE INTO attempt VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        attempt.id, attempt.trainee, attempt.scenario, attempt.hash, String(attempt.seed),
        attempt.mode.rawValue, now,
      ])
    guard db.totalChangesCount > before else { return false }
    try db.execute(
      sql: "INSERT OR IGNORE INTO account VALUES (?, ?)", arguments: [attempt.id, homePage])
    return true
  }

  private static func insertSteps(
    of id: String, _ progress: LessonProgress, _ scenario: Scenario, _ db: Database, _ now: Int64
  ) throws {
    let steps = progress.steps(in: scenario)
    for (number, outcome) in progress.outcomes.enumerated() {
      let step = steps[number]
      try db.execute(
        sql: "INSERT OR IGNORE INTO step VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          id, number + 1, step.id, outcome.rawValue, now, outcome == .done ? step.points : 0,
        ])
    }
    for (number, place) in progress.wrongTurns.enumerated() {
      let turn = scenario.wrong[place]
      try db.execute(
        sql: "INSERT OR IGNORE INTO wrongTurn VALUES (?, ?, ?, ?, ?)",
        arguments: [id, number + 1, turn.say, now, turn.cost])
    }
  }

  /// Returns how the attempt came out where its end was not there before.
  private static func insertEnding(
    of id: String, _ verdict: Verdict?, _ db: Database, _ now: Int64
  ) throws -> AttemptOutcome? {
    guard let verdict else { return nil }
    let before = db.totalChangesCount
    try db.execute(
      sql: "INSERT OR IGNORE INTO ending VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [
        id, now, verdict.time.milliseconds, verdict.hintsUsed, verdict.points ?? 0,
        verdict.isPassed,
      ])
    guard db.totalChangesCount > before else { return nil }
    return AttemptOutcome(
      points: verdict.points ?? 0, isPassed: verdict.isPassed,
      isWhole: verdict.isUnfinished != true)
  }

  /// Erases all that is kept of a person, and returns how many attempts that were.
  public func erase(trainee name: String) throws(ResultsFault) -> Int {
    try change("Nothing was erased") { db in
      let mine = "(SELECT id FROM attempt WHERE trainee = ?)"
      for table in ["statement", "account", "step", "wrongTurn", "ending"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE attempt IN \(mine)", arguments: [name])
      }
      try db.execute(sql: "DELETE FROM attempt WHERE trainee = ?", arguments: [name])
      let count = db.changesCount
      try db.execute(sql: "DELETE FROM trainee WHERE name = ?", arguments: [name])
      return count
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
