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
    #expect(StateFolder.path(environment: environment) == path)
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
      try content?.file.queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 16") }
    }
    var endless = practice.record
    endless.place = String(repeating: "x", count: 200_000)
    #expect(throws: StoreFault.self) { try store.save(endless) }
    try store.save(practice.record)
    store.close()
    #expect(try folder.last() == practice.record)
  }
}
