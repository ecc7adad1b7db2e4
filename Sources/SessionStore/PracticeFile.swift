import Foundation
import GRDB
import RecorderEngine

/// The SQLite file: its form, what is read from it and what is written to it.
///
/// One row holds the practice without its log, and each log entry has a row of its own: a save
/// writes only the entries that are new. The definitions of the settings have a row as well, and
/// are written once.
struct PracticeFile: Sendable {
  /// The form that this program reads and writes; kept in the file as `PRAGMA user_version`.
  static let version = 4

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
      // A save that has returned outlives a power cut.
      try db.execute(sql: "PRAGMA synchronous = FULL")
    }
    queue = try DatabaseQueue(path: path, configuration: configuration)
    do { try queue.write(PracticeFile.migrate) } catch {
      try? queue.close()
      throw error
    }
  }

  func close() { try? queue.close() }

  /// Looks at what is there, and makes it for the user alone where nothing is.
  private static func prepare(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else {
      guard errno == ENOENT else {
        throw StoreFault.unusable(systemReason("\(path) cannot be opened"))
      }
      return try StateFolder.makeFile(path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StoreFault.unusable("\(path) is not a file that can be written.")
    }
    if status.st_mode & 0o077 != 0 { chmod(path, 0o600) }
    var beside = stat()
    let hasLog = stat(path + "-wal", &beside) == 0 && beside.st_size > 0
    // SQLite makes an empty file into a new one and throws away what lies beside it.
    if status.st_size == 0, hasLog { throw FileTrouble.damaged }
    // A part of a page is passed over by SQLite, which then takes a cut first page for no file at
    // all. Pages are whole multiples of 512 bytes.
    if status.st_size % 512 != 0, !hasLog { throw FileTrouble.damaged }
  }

  private static func migrate(_ db: Database) throws {
    let version = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if version == PracticeFile.version { return }
    guard version <= PracticeFile.version else { throw FileTrouble.newer(version: version) }
    guard version == 0 else { throw FileTrouble.older(version: version) }
    // A file without a version that holds something is not ours.
    guard try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0 else {
      throw FileTrouble.damaged
    }
    try db.execute(
      sql: """
        CREATE TABLE practice (id INTEGER PRIMARY KEY CHECK (id = 1), record BLOB NOT NULL);
        CREATE TABLE definitions (id INTEGER PRIMARY KEY CHECK (id = 1), list BLOB NOT NULL);
        CREATE TABLE logEntry (number INTEGER PRIMARY KEY, entry BLOB NOT NULL);
        PRAGMA user_version = \(PracticeFile.version);
        """)
  }
}

extension PracticeFile {
  /// What was saved last, or nil where nothing was.
  func read() throws -> SessionRecord? {
    try queue.read { db in
      guard try String.fetchOne(db, sql: "PRAGMA quick_check(1)") == "ok" else {
        throw FileTrouble.damaged
      }
      guard let data = try Data.fetchOne(db, sql: "SELECT record FROM practice") else {
        return nil
      }
      guard let definitions = try Data.fetchOne(db, sql: "SELECT list FROM definitions") else {
        throw FileTrouble.damaged
      }
      let rows = try String.fetchAll(
        db, sql: "SELECT CAST(entry AS TEXT) FROM logEntry ORDER BY number")
      let decoder = JSONDecoder()
      // One list is read many times faster than as many single entries.
      let list = Data("[\(rows.joined(separator: ","))]".utf8)
      let entries = try decoder.decode([LogEntry].self, from: list)
      guard
        let record = try decoder.decode(SessionRecord.self, from: data).with(
          definitions: try decoder.decode([SettingDefinition].self, from: definitions),
          logEntries: entries)
      else { throw FileTrouble.damaged }
      return record
    }
  }

  /// Writes a record in one transaction: of the log and the definitions, only what differs from
  /// what is saved.
  func write(_ record: SessionRecord, over saved: SavedParts?) throws {
    let encoder = JSONEncoder()
    let data = try encoder.encode(record.bare)
    let definitions = record.desk.recorder.settingDefinitions
    let list = saved?.definitions == definitions ? nil : try encoder.encode(definitions)
    let change = LogChange(from: saved?.log, to: record.desk.recorder.operationLog.entries)
    let added = try change.added.map { ($0.number, try encoder.encode($0)) }
    try queue.write { db in
      try db.cachedStatement(sql: "INSERT OR REPLACE INTO practice VALUES (1, ?)")
        .execute(arguments: [data])
      if let list {
        try db.cachedStatement(sql: "INSERT OR REPLACE INTO definitions VALUES (1, ?)")
          .execute(arguments: [list])
      }
      if let first = change.firstKept {
        try db.cachedStatement(sql: "DELETE FROM logEntry WHERE number < ?")
          .execute(arguments: [first])
      }
      if let last = change.lastKept {
        try db.cachedStatement(sql: "DELETE FROM logEntry WHERE number > ?")
          .execute(arguments: [last])
      }
      let insert = try db.cachedStatement(sql: "INSERT INTO logEntry VALUES (?, ?)")
      for (number, entry) in added { try insert.execute(arguments: [number, entry]) }
    }
  }

  /// Forgets the practice.
  func erase() throws {
    try queue.write { db in
      try db.execute(sql: "DELETE FROM practice; DELETE FROM definitions; DELETE FROM logEntry")
    }
  }
}
