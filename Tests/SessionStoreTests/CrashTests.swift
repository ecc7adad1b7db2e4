import Foundation
import RecorderEngine
import Support
import Testing

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

  @Test("A page of a torn save that reached the disk changed is not taken for a save")
  func changedPage() throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    var practice = Practice()
    practice.step()
    try store.save(practice.record)
    let before = practice.record
    let kept = try folder.bytes("practice.sqlite-wal").count
    practice.step()
    try store.save(practice.record)
    var log = try folder.bytes("practice.sqlite-wal")
    log[kept + 100] ^= 0xFF
    #expect(try copy(folder, log: log).last() == before)
  }
}
