import Foundation
import Glibc
import OwnFiles
import Testing

@testable import Library

/// Files that a person hands over, and files that are written for one.
@Suite struct HandedFileTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("handed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func fault(_ name: String, atMost largest: Int = 100) -> PlainFile.Fault? {
    do throws(PlainFile.Fault) {
      _ = try PlainFile.bytes(of: path(name), atMost: largest)
      return nil
    } catch {
      return error
    }
  }

  @Test func `a link to a huge file is refused at once, whatever its own size`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    _ = FileManager.default.createFile(atPath: path("huge"), contents: nil)
    #expect(truncate(path("huge"), 1 << 40) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: path("link"), withDestinationPath: path("huge"))
    #expect(fault("link") == .tooLarge(1 << 40))
    #expect(fault("link")?.reason(atMost: 2_048).hasSuffix("and 2 are the most") == true)
  }

  @Test func `a pipe, a folder, a device and a loop are refused, and nothing waits`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(mkfifo(path("pipe"), 0o600) == 0)
    try FileManager.default.createSymbolicLink(
      atPath: path("zero"), withDestinationPath: "/dev/zero")
    try FileManager.default.createSymbolicLink(
      atPath: path("loop"), withDestinationPath: path("loop"))
    #expect(fault("pipe") == .noFile)
    #expect(fault("zero") == .noFile)
    #expect(fault(".") == .folder)
    #expect(fault("loop") != nil)
    #expect(fault("missing") == .unreadable("No such file or directory"))
  }

  @Test(arguments: [(0, true), (99, true), (100, true), (101, false)])
  func `a file may have as many bytes as are the most`(size: Int, isRead: Bool) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let bytes = [UInt8](repeating: 7, count: size)
    try Data(bytes).write(to: folder.appendingPathComponent("file"))
    #expect((fault("file") == nil) == isRead)
    if isRead { #expect(try PlainFile.bytes(of: path("file"), atMost: 100) == bytes) }
  }

  @Test func `a file is written for its owner alone, and never over another without a word`()
    throws
  {
    defer { try? FileManager.default.removeItem(at: folder) }
    let deep = path("a/b")
    try WholeFile.makeFolder(deep)
    #expect(try WholeFile.write(Array("one".utf8), to: deep + "/file"))
    #expect(try !WholeFile.write(Array("two".utf8), to: deep + "/file"))
    #expect(try String(contentsOfFile: deep + "/file", encoding: .utf8) == "one")
    #expect(try WholeFile.write(Array("three".utf8), to: deep + "/file", replaces: true))
    #expect(try String(contentsOfFile: deep + "/file", encoding: .utf8) == "three")
    #expect(try FileManager.default.contentsOfDirectory(atPath: deep) == ["file"])
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(deep + "/file") == 0o600)
    #expect(try mode(deep) == 0o700)
  }

  @Test func `a file that cannot be written leaves nothing behind`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: WholeFile.Fault.self) {
      try WholeFile.write([1], to: path("no-such-folder/file"))
    }
    try FileManager.default.createDirectory(
      atPath: path("taken"), withIntermediateDirectories: true)
    #expect(throws: WholeFile.Fault.self) {
      try WholeFile.write([1], to: path("taken"), replaces: true)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["taken"])
  }
}
