import Foundation
import GRDB
import OwnFiles
import RecorderEngine
import Training

/// The SQLite file: its form, what is read from it and what is written to it.
///
/// One row holds the practice without its log, and each log entry has a row of its own: a save
/// writes only the entries that are new. The definitions of the settings have a row as well, and
/// are written once. Each row has a sum of its own, so that no changed bit goes unseen.
///
/// The number of the form that all this has is kept in the file as `PRAGMA user_version`.
struct PracticeFile: Sendable {
  let queue: DatabaseQueue

  /// Opens the file, and makes it where it is missing.
  init(path: String) throws {
    try PracticeFile.prepare(path)
    var configuration = Configuration()
    configuration.label = "practice"
    configuration.prepareDatabase { db in
      // The folder's lock keeps other consoles out, so the shared index of the write-ahead log
      // need not be a file: it stays in memory.
      try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
      try db.execute(sql: "PRAGMA journal_mode = WAL")
      // A log that begins anew keeps nothing of the round before: what lies behind its end is damage.
      try db.execute(sql: "PRAGMA journal_size_limit = 0")
      // A save that has returned outlives a power cut.
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    do { try queue.write(PracticeFile.makeRows) } catch {
      try? queue.close()
      throw error
    }
  }

  func close() { try? queue.close() }

  /// Whether something is kept in it.
  func holdsPractice() throws -> Bool {
    try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM practice") != 0 }
  }

  /// Looks at what is there, and makes it for the user alone where nothing is.
  private static func prepare(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else {
        throw StoreFault.unusable(systemReason("\(path) cannot be opened"))
      }
      var beside = stat()
      let hasLog = stat(path + "-wal", &beside) == 0 && beside.st_size > 0
      try StateFolder.makeFile(path)
      // What lies beside a file that is gone may be all of a practice: SQLite throws it away.
      if hasLog { throw FileTrouble.damaged }
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StoreFault.unusable("\(path) is not a file that can be written.")
    }
    if KeptModes.isTooOpen(status.st_mode) { chmod(path, KeptModes.file) }
    var beside = stat()
    let hasLog = stat(path + "-wal", &beside) == 0 && beside.st_size > 0
    // SQLite makes an empty file into a new one and throws away what lies beside it.
    if status.st_size == 0, hasLog { throw FileTrouble.damaged }
    // A part of a page is passed over by SQLite, which then takes a cut first page for no file at
    // all. Pages are whole multiples of 512 bytes.
    if status.st_size % 512 != 0, !hasLog { throw FileTrouble.damaged }
  }

  /// Makes the rows of a new file; one that is there must have a form that can be read.
  private static func makeRows(_ db: Database) throws {
    let form = try PracticeFile.form(of: db)
    guard form == 0 else {
      if form > Migrations.newest { throw FileTrouble.newer(version: form) }
      guard Migrations.canRead(form) else { throw FileTrouble.older(version: form) }
      return
    }
    // A file without a version that holds something is not ours.
    guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 else {
      throw FileTrouble.damaged
    }
    try makeTables(db)
  }

  private static func form(of db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
  }

  private static func makeTables(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE practice
          (id INTEGER PRIMARY KEY CHECK (id = 1), record BLOB NOT NULL, sum INTEGER NOT NULL);
        CREATE TABLE definitions
          (id INTEGER PRIMARY KEY CHECK (id = 1), list BLOB NOT NULL, sum INTEGER NOT NULL);
        CREATE TABLE logEntry
          (number INTEGER PRIMARY KEY, entry BLOB NOT NULL, sum INTEGER NOT NULL);
        PRAGMA user_version = \(Migrations.newest);
        """)
  }
}

extension PracticeFile {
  /// What was saved last, or nil where nothing was. An older form is brought up to date, in the
  /// file as well: all of it or nothing.
  func read() throws -> SessionRecord? {
    let (form, parts) = try queue.read { db in
      guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" else {
        throw FileTrouble.damaged
      }
      let form = try PracticeFile.form(of: db)
      return (form, try KeptParts(db, form: form))
    }
    guard form < Migrations.newest else { return try parts?.practice() }
    let record = try parts?.broughtUpToDate(from: form).practice()
    try queue.write { db in
      try db.execute(sql: "DROP TABLE practice; DROP TABLE definitions; DROP TABLE logEntry")
      try PracticeFile.makeTables(db)
      if let record { try PracticeFile.Rows(record, over: nil).write(to: db) }
    }
    return record
  }

  /// Writes a record in one transaction: of the log and the definitions, only what differs from
  /// what is saved.
  func write(_ record: SessionRecord, over saved: SavedParts?) throws {
    let rows = try Rows(record, over: saved)
    try queue.write { try rows.write(to: $0) }
  }

  /// Forgets the practice.
  func erase() throws {
    try queue.write { db in
      try db.execute(sql: "DELETE FROM practice; DELETE FROM definitions; DELETE FROM logEntry")
    }
  }

  /// What one save writes, encoded before the file is touched.
  private struct Rows {
    private let record: Data
    /// The definitions, where they are not what is saved.
    private let definitions: Data?
    private let change: LogChange
    private let added: [(number: Int, entry: Data)]

    init(_ record: SessionRecord, over saved: SavedParts?) throws {
      let encoder = JSONEncoder()
      // One order, whatever dictionaries say: so that two saves differ by what has changed alone.
      encoder.outputFormatting = .sortedKeys
      self.record = try encoder.encode(record.bare)
      let list = record.desk.recorder.settingDefinitions
      definitions = saved?.definitions == list ? nil : try encoder.encode(list)
      change = LogChange(from: saved?.log, to: record.desk.recorder.operationLog.entries)
      added = try change.added.map { ($0.number, try encoder.encode($0)) }
    }

    func write(to db: Database) throws {
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO practice VALUES (1, ?, ?)")
        .execute(arguments: [record, RowSum.of(record)])
      if let definitions {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO definitions VALUES (1, ?, ?)")
          .execute(arguments: [definitions, RowSum.of(definitions)])
      }
      if let first = change.firstKept {
        try db.cachedStatement(sql: "DELETE FROM logEntry WHERE number < ?")
          .execute(arguments: [first])
      }
      if let last = change.lastKept {
        try db.cachedStatement(sql: "DELETE FROM logEntry WHERE number > ?")
          .execute(arguments: [last])
      }
      let insert = try db.cachedStatement(sql: "INSERT INTO logEntry VALUES (?, ?, ?)")
      for (number, entry) in added {
        try insert.execute(arguments: [number, entry, RowSum.of(entry)])
      }
    }
  }
}
