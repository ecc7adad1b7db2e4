import Foundation
import RecorderEngine
import Support
import Testing
import Training

@testable import SessionStore

@Suite struct CrashTests {
  /// Copies the files as they are, as a kill would leave them, into a folder of their own.
  private func copy(_ folder: TestFolder, log: Data) throws -> TestFolder {
    let other = try TestFolder()
    try other.write(try folder.bytes("practice.sqlite"), as: "practice.sqlite")
    try other.write(log, as: "practice.sqlite-wal")
    return other
  }

  @Test("Whatever part of a save a kill lets through, the save before it is there")
  func tornSave() throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    var practice = Practice(entries: 30, capacity: 100)
    try store.save(practice.record)
    let before = practice.record
    let kept = try folder.bytes("practice.sqlite-wal").count
    practice.step()
    try store.save(practice.record)
    let log = try folder.bytes("practice.sqlite-wal")
    #expect(log.count > kept)
    for size in Array(stride(from: kept, to: log.count, by: 613)) + [log.count - 1] {
      let torn = try copy(folder, log: log.prefix(size))
      #expect(try torn.last() == before, "\(size) of \(log.count) bytes")
    }
    #expect(try copy(folder, log: log).last() == practice.record)
  }

  @Test("What a save has returned from is there though nothing was closed")
  func notClosed() throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    var practice = Practice()
    for _ in 0..<50 {
      practice.step()
      try store.save(practice.record)
    }
    let killed = try copy(folder, log: try folder.bytes("practice.sqlite-wal"))
    #expect(try killed.last() == practice.record)
    store.close()
  }

  @Test("A bit that changed in the log is said, and what can still be read is there")
  func changedBit() throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    var practice = Practice()
    var ends: [Int] = []
    var records: [SessionRecord] = []
    for _ in 0..<4 {
      practice.step()
      try store.save(practice.record)
      ends.append(try folder.bytes("practice.sqlite-wal").count)
      records.append(practice.record)
    }
    let whole = try folder.bytes("practice.sqlite-wal")
    for (saves, range) in zip(ends, ends.dropFirst()).enumerated() {
      for place in stride(from: range.0, to: range.1, by: 1_777) {
        var log = whole
        log[place] ^= 0x10
        let other = try copy(folder, log: log)
        let opened = SessionStore.open(folder: other.path)
        guard case .readyWithLoss(let store, let last, let note) = opened else {
          Issue.record("Byte \(place) went unsaid")
          continue
        }
        store.close()
        #expect(last == records[saves])
        #expect(note.reason == .partlyDamaged)
        let name = (note.path as NSString).lastPathComponent
        #expect(try other.bytes("\(name)-wal") == log)
        #expect(try other.last() == last)
      }
    }
  }

  @Test("What a log that began anew has left over of the round before is no damage")
  func secondRound() throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    var practice = Practice()
    for _ in 0..<3 {
      practice.step()
      try store.save(practice.record)
    }
    let long = try folder.bytes("practice.sqlite-wal")
    try store.content.withLock { content in
      try content?.file?.queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA wal_checkpoint(RESTART)")
      }
    }
    practice.step()
    try store.save(practice.record)
    let short = try folder.bytes("practice.sqlite-wal")
    #expect(short.count < long.count)
    let killed = try copy(folder, log: short + long.dropFirst(short.count))
    #expect(try killed.last() == practice.record)
  }

  @Test("A store that was closed is one whole file, with nothing beside it")
  func closed() throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    var practice = Practice()
    practice.step()
    try store.save(practice.record)
    #expect(folder.files.contains("practice.sqlite-wal"))
    store.close()
    #expect(folder.files == ["practice.lock", "practice.sqlite"])
    let alone = try TestFolder()
    try alone.write(try folder.bytes("practice.sqlite"), as: "practice.sqlite")
    #expect(try alone.last() == practice.record)
  }
}
