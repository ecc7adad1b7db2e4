import Foundation
import GRDB
import RecorderEngine
import Support
import Testing

@testable import SessionStore

@Suite struct DamageTests {
  /// 2026-11-20 22:58:00 where the tests run.
  private static var date: Date {
    Calendar(identifier: .gregorian).date(
      from: DateComponents(year: 2026, month: 11, day: 20, hour: 22, minute: 58)) ?? Date()
  }

  /// A folder with a practice in it, closed.
  private func savedFolder() throws -> TestFolder {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    try store.save(Practice(entries: 300, capacity: 1_000).record)
    store.close()
    return folder
  }

  private func open(_ folder: TestFolder) throws -> KeptAside {
    let opened = SessionStore.open(folder: folder.path, at: Self.date)
    guard case .readyKeptAside(let store, let note) = opened else {
      Issue.record("Not kept aside: \(opened)")
      throw TestFolder.Unexpected(opened)
    }
    try store.save(Practice().record)
    store.close()
    #expect(try folder.last() == Practice().record)
    return note
  }

  @Test(
    "A file that is no practice is kept aside whole, and a fresh one is made",
    arguments: [
      "This is no database.", String(repeating: "garbage ", count: 10_000), "SQLite format 3\0",
    ])
  func garbage(text: String) throws {
    let folder = try TestFolder()
    try folder.write(Data(text.utf8), as: "practice.sqlite")
    let note = try open(folder)
    #expect(note.reason == .damaged)
    #expect(note.path == "\(folder.path)/practice-damaged-20261120-225800.sqlite")
    #expect(try folder.bytes("practice-damaged-20261120-225800.sqlite") == Data(text.utf8))
    #expect(note.message.contains(note.path) && note.message.contains("damaged"))
  }

  @Test("A truncated file is kept aside", arguments: [10, 100, 4_096, 8_192, 20_000])
  func truncated(size: Int) throws {
    let folder = try savedFolder()
    let bytes = try folder.bytes("practice.sqlite")
    #expect(bytes.count > size)
    try folder.write(bytes.prefix(size), as: "practice.sqlite")
    let note = try open(folder)
    #expect(note.reason == .damaged)
    #expect(try folder.bytes((note.path as NSString).lastPathComponent).count == size)
  }

  @Test("A file with a wrong page is kept aside, whichever page it is")
  func wrongPage() throws {
    let whole = try savedFolder().bytes("practice.sqlite")
    for page in 0..<(whole.count / 4_096) {
      let folder = try TestFolder()
      var bytes = whole
      bytes.replaceSubrange(
        page * 4_096..<(page + 1) * 4_096, with: Data(repeating: 0xA5, count: 4_096))
      try folder.write(bytes, as: "practice.sqlite")
      #expect(try open(folder).reason == .damaged, "page \(page)")
    }
  }

  @Test(
    "A record or an entry that cannot be decoded is kept aside",
    arguments: [
      "UPDATE practice SET record = CAST('{}' AS BLOB)",
      "UPDATE practice SET record = CAST(substr(record, 1, 200) AS BLOB)",
      "UPDATE logEntry SET entry = CAST('{' AS BLOB) WHERE number = 7",
      "DELETE FROM logEntry WHERE number = 7", "DELETE FROM logEntry WHERE number = 300",
      "UPDATE logEntry SET number = 1000 WHERE number = 7", "DROP TABLE logEntry",
      "DROP TABLE practice", "DELETE FROM definitions", "DROP TABLE definitions",
      "UPDATE definitions SET list = CAST('[' AS BLOB)",
    ])
  func undecodable(sql: String) throws {
    let folder = try savedFolder()
    try change(folder, sql)
    #expect(try open(folder).reason == .damaged)
  }

  @Test("A newer form is kept aside as newer, and can still be read where it is")
  func newer() throws {
    let folder = try savedFolder()
    let newer = Migrations.newest + 1
    try change(folder, "PRAGMA user_version = \(newer)")
    let note = try open(folder)
    #expect(note.reason == .newer(version: newer))
    #expect(note.path == "\(folder.path)/practice-newer-20261120-225800.sqlite")
    #expect(note.message.contains("newer version"))
    let queue = try DatabaseQueue(path: note.path)
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM logEntry") } == 300)
  }

  @Test("An older form is kept aside as older", arguments: [1, Migrations.oldest - 1])
  func older(version: Int) throws {
    let folder = try savedFolder()
    try change(folder, "PRAGMA user_version = \(version)")
    let note = try open(folder)
    #expect(note.reason == .older(version: version))
    #expect(note.message.contains("older version"))
  }

  @Test("A database that another program made is kept aside")
  func foreign() throws {
    let folder = try TestFolder()
    try change(folder, "CREATE TABLE bookmark (url TEXT)")
    #expect(try open(folder).reason == .damaged)
  }

  @Test("Names that are taken are never overwritten")
  func takenNames() throws {
    let folder = try TestFolder()
    for count in 1...3 {
      try folder.write(Data("garbage \(count)".utf8), as: "practice.sqlite")
      _ = try open(folder)
    }
    let names = ["", "-2", "-3"].map { "practice-damaged-20261120-225800\($0).sqlite" }
    for (place, name) in names.enumerated() {
      #expect(try folder.bytes(name) == Data("garbage \(place + 1)".utf8))
    }
  }

  @Test("What lies beside a damaged file goes with it")
  func companions() throws {
    let folder = try TestFolder()
    try folder.write(Data(), as: "practice.sqlite")
    try folder.write(Data("left over".utf8), as: "practice.sqlite-wal")
    let note = try open(folder)
    let name = (note.path as NSString).lastPathComponent
    #expect(try folder.bytes("\(name)-wal") == Data("left over".utf8))
  }

  @Test("An empty file, as a kill at the first start leaves it, is simply filled")
  func empty() throws {
    let folder = try TestFolder()
    try folder.write(Data(), as: "practice.sqlite")
    #expect(try folder.last() == nil)
  }

  private func change(_ folder: TestFolder, _ sql: String) throws {
    let queue = try DatabaseQueue(path: folder.database)
    try queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test("One changed bit of the rows is seen, wherever it is", arguments: [1, 2, 3])
  func changedBit(seed: UInt64) throws {
    let before = Practice(entries: 300, capacity: 1_000).record
    let whole = try savedFolder().bytes("practice.sqlite")
    var random = SeededRandom(seed: seed)
    for _ in 0..<40 {
      let folder = try TestFolder()
      var bytes = whole
      let place = Int(random.next() % UInt64(bytes.count))
      let bit = UInt8(1) << UInt8(random.next() % 8)
      bytes[place] ^= bit
      try folder.write(bytes, as: "practice.sqlite")
      switch SessionStore.open(folder: folder.path) {
      // Room that nothing stands in may change.
      case .ready(let store, let last):
        store.close()
        #expect(last == before, "bit \(bit) of byte \(place)")
      case .readyKeptAside(let store, let note):
        store.close()
        #expect(try folder.bytes((note.path as NSString).lastPathComponent) == bytes)
      default: Issue.record("bit \(bit) of byte \(place)")
      }
    }
  }
}
