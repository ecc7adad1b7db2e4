import Foundation
import GRDB
import PracticeDesk
import RecorderEngine
import Training

/// What the rows of the file hold, as JSON that nobody has judged yet.
struct KeptParts {
  var record: Data
  var definitions: Data
  /// One list: it is read many times faster than as many single entries.
  var entries: Data
}

extension KeptParts {
  /// Reads the rows, and holds each against its sum where the form has sums; nil where nothing is
  /// kept.
  init?(_ db: Database, form: Int) throws {
    let hasSums = form > 4
    guard let record = try KeptParts.row(db, "record", of: "practice", hasSums) else {
      return nil
    }
    guard let list = try KeptParts.row(db, "list", of: "definitions", hasSums) else {
      throw FileTrouble.damaged
    }
    self.record = record
    definitions = list
    entries = try KeptParts.entries(db, hasSums)
  }

  private static func row(
    _ db: Database, _ column: String, of table: String, _ hasSum: Bool
  ) throws -> Data? {
    let sql = "SELECT \(column)\(hasSum ? ", sum" : "") FROM \(table)"
    return try Row.fetchOne(db, sql: sql).map { try content(of: $0, hasSum) }
  }

  private static func entries(_ db: Database, _ hasSums: Bool) throws -> Data {
    let rows = try Row.fetchCursor(
      db, sql: "SELECT entry\(hasSums ? ", sum" : "") FROM logEntry ORDER BY number")
    var list = Data("[".utf8)
    while let row = try rows.next() {
      if list.count > 1 { list.append(UInt8(ascii: ",")) }
      list.append(try content(of: row, hasSums))
    }
    list.append(UInt8(ascii: "]"))
    return list
  }

  /// What stands in the first column, held against the sum in the second.
  private static func content(of row: Row, _ hasSum: Bool) throws -> Data {
    guard let data = Data.fromDatabaseValue(row[0]) else { throw FileTrouble.damaged }
    guard !hasSum || Int64.fromDatabaseValue(row[1]) == RowSum.of(data) else {
      throw FileTrouble.damaged
    }
    return data
  }
}

extension KeptParts {
  /// These parts in the newest form.
  func broughtUpToDate(from form: Int) throws -> KeptParts {
    let decoder = JSONDecoder()
    var tree = KeptTree(
      record: try decoder.decode(JSONTree.self, from: record),
      definitions: try decoder.decode(JSONTree.self, from: definitions),
      entries: try decoder.decode(JSONTree.self, from: entries))
    try Migrations.bringUpToDate(&tree, from: form)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return KeptParts(
      record: try encoder.encode(tree.record), definitions: try encoder.encode(tree.definitions),
      entries: try encoder.encode(tree.entries))
  }

  /// The practice in it, every number judged; parts of the newest form are expected.
  func practice() throws -> SessionRecord {
    for part in [record, definitions, entries] where !NumberRanges.hold(part) {
      throw FileTrouble.damaged
    }
    let decoder = JSONDecoder()
    let whole = try decoder.decode(SessionRecord.self, from: record).with(
      definitions: try decoder.decode([SettingDefinition].self, from: definitions),
      logEntries: try decoder.decode([LogEntry].self, from: entries))
    guard let whole, whole.isSound, NumberRanges.hold(record, channels: whole.channels) else {
      throw FileTrouble.damaged
    }
    return whole
  }
}

extension SessionRecord {
  /// How many channels the recorder has.
  fileprivate var channels: Int { desk.recorder.snapshot.profile.channels.count }

  /// Whether what must agree does: numbers that are each in order can contradict each other.
  fileprivate var isSound: Bool {
    let snapshot = desk.snapshot
    guard snapshot.recorder.cameras.channels.count == channels else { return false }
    if let hours = snapshot.surroundings.supportHours, hours.opens > hours.closes { return false }
    // All that was due by then was done before it was kept: what has waited for longer never came
    // from a practice, and catching up with years of it would take the console minutes.
    return snapshot.nextDeadline.map { clock - $0 <= .days(1) } ?? true
  }

  /// The record without what is kept apart: the log's entries, row by row, and the definitions of
  /// the settings, which are the greater part of a record and stay the same from save to save.
  var bare: SessionRecord {
    var record = self
    let log = desk.recorder.operationLog
    record.desk = desk.with(
      log: OperationLog(capacity: log.capacity, nextNumber: log.nextNumber),
      settingDefinitions: [])
    return record
  }

  /// The record with what is kept apart; nil where the entries are not what the log goes on from.
  fileprivate func with(
    definitions: [SettingDefinition], logEntries entries: [LogEntry]
  ) -> SessionRecord? {
    let log = desk.recorder.operationLog
    let first = log.nextNumber - entries.count
    guard entries.enumerated().allSatisfy({ $1.number == first + $0 }) else { return nil }
    var record = self
    record.desk = desk.with(
      log: OperationLog(capacity: log.capacity, entries: entries, nextNumber: log.nextNumber),
      settingDefinitions: definitions)
    return record
  }
}
