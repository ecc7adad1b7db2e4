import Foundation
import OwnFiles
import Support
import Testing

/// How much a folder takes.
@Suite struct FolderRoomTests {
  private let home: ConsoleHome
  private var folder: String { home.url.path + "/stick" }
  private let room = FolderRoom(files: 3, bytes: 100)

  init() throws { home = try ConsoleHome() }

  private func write(_ count: Int, as name: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(repeating: 0x61, count: count).write(to: URL(fileURLWithPath: "\(folder)/\(name)"))
  }

  @Test func `bytes at the limit fit, and one more does not`() throws {
    #expect(room.takes(100, as: "a", in: folder) && !room.takes(101, as: "a", in: folder))
    try write(60, as: "a")
    #expect(room.takes(39, as: "b", in: folder) && room.takes(40, as: "b", in: folder))
    #expect(!room.takes(41, as: "b", in: folder))
    #expect(!room.takes(.max, as: "b", in: folder))
  }

  @Test func `files at the limit fit, and one more does not`() throws {
    for name in ["a", "b"] { try write(1, as: name) }
    #expect(room.takes(1, as: "c", in: folder))
    try write(1, as: "c")
    #expect(!room.takes(1, as: "d", in: folder))
  }

  @Test func `a file makes room for another of its name`() throws {
    for name in ["a", "b", "c"] { try write(30, as: name) }
    #expect(room.takes(40, as: "a", in: folder) && !room.takes(41, as: "a", in: folder))
  }
}
