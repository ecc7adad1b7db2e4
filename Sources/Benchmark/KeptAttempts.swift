import Foundation
import GRDB
import ResultStore

/// A folder with as many kept attempts as are wanted: one is kept as the console does, and its rows are
/// repeated.
struct KeptAttempts {
  private static let server = "https://lrs.example.org/xapi"
  private let lesson: PlayedLesson
  private let folder: String

  init(_ lesson: PlayedLesson, folder: String) {
    self.lesson = lesson
    self.folder = folder
  }

  /// Attempts of the trainees in turn, at 26 lessons, a minute apart; every tenth has no end yet, every
  /// third was not passed, and a server has the statements of all but the last hundred.
  func fill(_ count: Int, trainees: [String]) throws {
    let file = try ResultsFile(folder: folder)
    let first = lesson.attempt("first", by: trainees[0])
    try file.keep(first, lesson.begun, of: lesson.scenario)
    try file.keep(first, lesson.done, of: lesson.scenario)
    _ = try file.takeLease(of: Self.server, holder: "benchmark")
    let queue = try DatabaseQueue(path: folder + "/" + ResultsFile.name)
    try queue.write { db in
      try db.execute(
        sql: """
          CREATE TEMP TABLE person (number INTEGER PRIMARY KEY, name TEXT);
          CREATE TEMP TABLE copy (number INTEGER PRIMARY KEY, id TEXT, trainee TEXT, scenario TEXT);
          """)
      for (number, trainee) in trainees.enumerated() {
        try db.execute(sql: "INSERT INTO person VALUES (?, ?)", arguments: [number, trainee])
      }
      try db.execute(
        sql: """
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :count)
          INSERT INTO copy
            SELECT i, lower(hex(randomblob(16))), name, 'lesson-' || (i / 7 % 26)
            FROM n JOIN person ON person.number = i % :people;
          """, arguments: ["count": count - 1, "people": trainees.count])
      try db.execute(sql: Self.rows, arguments: ["server": Self.server, "told": count - 100])
    }
    try queue.close()
  }

  private static let rows = """
    INSERT OR IGNORE INTO trainee SELECT name FROM person;
    INSERT INTO scenarioText
      SELECT DISTINCT text.hash, copy.scenario, 'Lesson ' || copy.scenario, maximum
      FROM copy, scenarioText AS text;
    INSERT INTO attempt
      SELECT copy.id, copy.trainee, copy.scenario, hash, seed, mode, startedAt - number * 60000
      FROM copy, attempt WHERE attempt.id = 'first' ORDER BY number;
    INSERT INTO step
      SELECT copy.id, step.number, name, outcome, at, points FROM copy, step
      WHERE attempt = 'first' ORDER BY copy.number, step.number;
    INSERT INTO ending
      SELECT id, at, practiceTime, hints, iif(number % 3, 70 + number % 31, number % 70),
        number % 3 > 0
      FROM copy, ending WHERE number % 10 > 0 ORDER BY number;
    INSERT INTO account SELECT id, homePage FROM copy, account;
    INSERT INTO statement (id, attempt, verb, at, body)
      SELECT copy.id || statement.number, copy.id, verb, at, body FROM copy, statement
      ORDER BY copy.number, statement.number;
    INSERT INTO delivery SELECT :server, number, 'there', at, '' FROM statement
      WHERE attempt IN (SELECT id FROM copy WHERE number < :told);
    """
}
