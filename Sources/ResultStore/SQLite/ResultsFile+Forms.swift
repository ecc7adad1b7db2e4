import GRDB

extension ResultsFile {
  /// The newest form of the file.
  static let form = 3

  /// Makes the tables of a new file, and brings an older one up to date.
  static func bringUpToDate(_ db: Database) throws {
    for step in steps.dropFirst(try found(db)) { try db.execute(sql: step) }
    try db.execute(sql: "PRAGMA user_version = \(form)")
  }

  /// Whether a file has the newest form; throws where it has one that nobody knows yet.
  static func isUpToDate(_ db: Database) throws -> Bool { try found(db) == form }

  private static func found(_ db: Database) throws -> Int {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard found <= form else { throw NewerForm(found: found) }
    return found
  }

  /// A file that a newer program has made.
  struct NewerForm: Error {
    let found: Int
  }

  /// What makes each form of the one before.
  private static let steps = [
    """
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
    """,
    // Only adds: an older program that has the file open goes on keeping what it keeps. A statement is
    // inserted once and never changed, nor is what became of it at a server; one that
    // waits for a server has no row there. Its number is given to no other, even after it is erased.
    """
    CREATE TABLE account
      (attempt TEXT PRIMARY KEY NOT NULL REFERENCES attempt, homePage TEXT NOT NULL);
    CREATE INDEX attemptsByTrainee ON attempt (trainee, startedAt);
    CREATE TABLE statement
      (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL,
       attempt TEXT NOT NULL REFERENCES attempt, verb TEXT NOT NULL, at INTEGER NOT NULL,
       body TEXT NOT NULL);
    CREATE INDEX statementsByAttempt ON statement (attempt, number);
    CREATE TABLE delivery
      (target TEXT NOT NULL, statement INTEGER NOT NULL REFERENCES statement ON DELETE CASCADE,
       state TEXT NOT NULL, at INTEGER NOT NULL, answer TEXT NOT NULL,
       PRIMARY KEY (target, statement)) WITHOUT ROWID;
    CREATE INDEX deliveriesByStatement ON delivery (statement);
    CREATE TABLE target
      (url TEXT PRIMARY KEY NOT NULL, holder TEXT NOT NULL, until INTEGER NOT NULL,
       notBefore INTEGER NOT NULL);
    """,
    // What each trainee has reached in each lesson, counted as it comes about: joined anew it takes half
    // a second for 100,000 attempts. Triggers count what an older program keeps as well.
    """
    CREATE TABLE best
      (trainee TEXT NOT NULL, scenario TEXT NOT NULL, attempts INTEGER NOT NULL,
       endings INTEGER NOT NULL, passes INTEGER NOT NULL, points INTEGER,
       lastStart INTEGER NOT NULL, PRIMARY KEY (trainee, scenario)) WITHOUT ROWID;
    INSERT INTO best
      SELECT trainee, scenario, count(*), count(ending.attempt), coalesce(sum(isPassed), 0),
        max(points), max(startedAt)
      FROM attempt LEFT JOIN ending ON ending.attempt = attempt.id GROUP BY trainee, scenario;
    CREATE TRIGGER attemptIsCounted AFTER INSERT ON attempt BEGIN
      INSERT OR IGNORE INTO best VALUES (NEW.trainee, NEW.scenario, 0, 0, 0, NULL, 0);
      UPDATE best SET attempts = attempts + 1, lastStart = max(lastStart, NEW.startedAt)
        WHERE trainee = NEW.trainee AND scenario = NEW.scenario;
    END;
    CREATE TRIGGER endingIsCounted AFTER INSERT ON ending BEGIN
      UPDATE best SET endings = endings + 1, passes = passes + NEW.isPassed,
          points = max(coalesce(points, 0), NEW.points)
        WHERE (trainee, scenario) =
          (SELECT trainee, scenario FROM attempt WHERE attempt.id = NEW.attempt);
    END;
    CREATE TRIGGER personIsErased AFTER DELETE ON trainee BEGIN
      DELETE FROM best WHERE trainee = OLD.name;
    END;
    CREATE INDEX deliveriesNotThere ON delivery (target, state) WHERE state <> 'there';
    """,
  ]
}
