import Foundation
import GRDB
import RecorderEngine
import Support
import Testing

@testable import SessionStore

@Suite struct FolderTests {
  private func reason(_ folder: String) -> String? {
    guard case .unusable(let reason) = SessionStore.open(folder: folder) else { return nil }
    return reason
  }

  @Test(
    "The state folder follows the XDG rules",
    arguments: [
      (["XDG_STATE_HOME": "/state", "HOME": "/home/me"], "/state/recorder-console"),
      (["XDG_STATE_HOME": "/state/", "HOME": "/home/me"], "/state/recorder-console"),
      (["HOME": "/home/me"], "/home/me/.local/state/recorder-console"),
      (["XDG_STATE_HOME": "", "HOME": "/"], "/.local/state/recorder-console"),
      (["XDG_STATE_HOME": "state", "HOME": "/home/me"], "/home/me/.local/state/recorder-console"),
      ([:], nil), (["HOME": ""], nil),
    ] as [([String: String], String?)])
  func stateFolder(environment: [String: String], path: String?) {
    #expect(StateFolder.path { environment[$0.rawValue] } == path)
  }

  @Test("A second console is told that the folder is taken, until the first has closed")
  func busy() throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    try store.save(Practice().record)
    guard case .busy = SessionStore.open(folder: folder.path) else {
      Issue.record("Two consoles have one folder")
      return
    }
    store.close()
    #expect(try folder.last() == Practice().record)
  }

  @Test("A store that is let go without closing frees its folder")
  func letGo() throws {
    let folder = try TestFolder()
    try folder.openReady().store.save(Practice().record)
    #expect(try folder.last() == Practice().record)
  }

  @Test("A file where a folder should be is said in plain words")
  func folderIsFile() throws {
    let folder = try TestFolder()
    try folder.write(Data("x".utf8), as: "file")
    let path = "\(folder.path)/file"
    #expect(reason(path) == "\(path) is a file; a folder is needed there.")
    #expect(reason("\(path)/below")?.contains("file") == true)
  }

  @Test(
    "A folder that cannot be made or written is said in plain words",
    arguments: [
      "/proc/recorder-console", "/proc/self/recorder-console", "/dev/null/x",
    ])
  func unwritable(path: String) throws {
    let said = try #require(reason(path))
    #expect(said.contains(String(path.prefix(5))) && said.hasSuffix("."))
  }

  @Test(
    "Links that lead to themselves stop nothing",
    arguments: [
      "", "practice.sqlite",
      "practice.lock",
    ])
  func linkLoops(name: String) throws {
    let folder = try TestFolder()
    let link = name.isEmpty ? "\(folder.path)/loop" : "\(folder.path)/\(name)"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: link)
    #expect(reason(name.isEmpty ? link : folder.path)?.contains(link) == true)
  }

  @Test(
    "A folder or a pipe in the place of a file stops nothing",
    arguments: ["practice.sqlite", "practice.lock"])
  func notAFile(name: String) throws {
    let folder = try TestFolder()
    let path = "\(folder.path)/\(name)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    #expect(reason(folder.path)?.contains(name) == true)
    try FileManager.default.removeItem(atPath: path)
    guard name == "practice.sqlite" else { return }
    #expect(mkfifo(path, 0o600) == 0)
    #expect(reason(folder.path)?.contains(name) == true)
  }

  @Test("A save that the disk does not take is a fault, and the next one may go well")
  func diskFull() throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    var practice = Practice()
    practice.step()
    try store.save(practice.record)
    practice.step()
    try store.content.withLock { content in
      try content?.file?.queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 16") }
    }
    var endless = practice.record
    endless.place = String(repeating: "x", count: 200_000)
    #expect(throws: StoreFault.self) { try store.save(endless) }
    try store.save(practice.record)
    store.close()
    #expect(try folder.last() == practice.record)
  }

  @Test("A folder that was removed while it was open is made anew with the next save, and said")
  func removed() throws {
    let parent = try TestFolder()
    let path = "\(parent.path)/state"
    let (store, _) = try TestFolder.openReady(path)
    var practice = Practice()
    practice.step()
    #expect(try store.save(practice.record) == nil)
    try FileManager.default.removeItem(atPath: path)
    practice.step()
    #expect(try store.save(practice.record)?.message.contains("removed") == true)
    practice.step()
    #expect(try store.save(practice.record) == nil)
    store.close()
    let (again, last) = try TestFolder.openReady(path)
    again.close()
    #expect(last == practice.record)
  }

  @Test("Where the folder cannot be made anew that is said, until it can")
  func removedForGood() throws {
    let parent = try TestFolder()
    let path = "\(parent.path)/state"
    let (store, _) = try TestFolder.openReady(path)
    try FileManager.default.removeItem(atPath: path)
    try parent.write(Data("x".utf8), as: "state")
    let practice = Practice()
    #expect(throws: StoreFault.self) { try store.save(practice.record) }
    #expect(throws: StoreFault.self) { try store.save(practice.record) }
    try FileManager.default.removeItem(atPath: path)
    #expect(try store.save(practice.record) != nil)
    store.close()
  }

  @Test("Another practice in the place of the file is not written over")
  func anotherFile() throws {
    let folder = try TestFolder()
    let other = try TestFolder()
    let mine = Practice(entries: 2, capacity: 100)
    let (first, _) = try other.openReady()
    try first.save(mine.record)
    first.close()
    let bytes = try other.bytes("practice.sqlite")
    let (store, _) = try folder.openReady()
    try store.save(Practice().record)
    try FileManager.default.removeItem(atPath: folder.database)
    try folder.write(bytes, as: "practice.sqlite")
    #expect(throws: StoreFault.self) { try store.save(Practice().record) }
    store.close()
    #expect(try folder.bytes("practice.sqlite") == bytes)
  }

  @Test("A log that was removed alone costs nothing")
  func removedLog() throws {
    let folder = try TestFolder()
    let (store, _) = try folder.openReady()
    var practice = Practice()
    try store.save(practice.record)
    try FileManager.default.removeItem(atPath: "\(folder.database)-wal")
    practice.step()
    try store.save(practice.record)
    let killed = try TestFolder()
    for suffix in ["", "-wal"] {
      try killed.write(try folder.bytes("practice.sqlite\(suffix)"), as: "practice.sqlite\(suffix)")
    }
    #expect(try killed.last() == practice.record)
    store.close()
  }
}
