import CastFiles
import Foundation
import Recordings
import Support
import Testing
import TextUI

/// Sessions while they are recorded into a file.
@Suite struct SessionCastTests {
  private let home: ConsoleHome

  init() throws { home = try ConsoleHome() }

  private var path: String { home.url.appendingPathComponent("session.cast").path }

  private func frame(_ words: String) -> Canvas {
    var canvas = Canvas(size: Size(rows: 4, columns: 40))
    canvas.write(words, row: 1, column: 2, .text)
    return canvas
  }

  /// Waits until the file plays and shows the words at its end.
  private func waitUntilShown(_ words: String) async throws {
    // So many looks, however long a busy machine takes in between.
    for _ in 0..<3_000 {
      if let lines = try? lastLines(), lines.contains(where: { $0.contains(words) }) { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    Issue.record("“\(words)” never stood in the file")
  }

  private func lastLines() throws -> [String] {
    var player = CastPlayer(try Cast(CastReading(path)))
    try player.seek(to: player.cast.length)
    return player.screen.lines
  }

  @Test func `what is shown stands in the file without an end`() async throws {
    let session = try SessionCast(path, .two, title: "t")
    session.frame(frame("first"), .night)
    try await waitUntilShown("first")
    session.marker("Step 1")
    session.frame(frame("second"), .night)
    try await waitUntilShown("second")
    #expect(try Cast(CastReading(path)).markers.map(\.label) == ["Step 1"])
    #expect(session.trouble == nil)
  }

  @Test func `at every moment the file has whole lines only`() throws {
    let session = try SessionCast(path, .three, title: "t")
    for number in 0..<3_000 {
      session.frame(frame("number \(number)"), .night)
      if number % 100 == 0 {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(data.isEmpty || data.last == 0x0A)
      }
    }
    #expect(session.end(status: 0) == nil)
    let cast = try Cast(CastReading(path))
    #expect(!cast.isCut && cast.header.form == .three)
    #expect(try lastLines().contains { $0.contains("number 2999") })
  }

  @Test func `the file is its owner's alone, and replaces none`() throws {
    let session = try SessionCast(path, .two, title: "t")
    session.frame(frame("mine"), .night)
    session.end(status: 0)
    let facts = try FileManager.default.attributesOfItem(atPath: path)
    #expect(facts[.posixPermissions] as? Int == 0o600)
    #expect(throws: CastFile.Fault.isThere) { try SessionCast(path, .two, title: "t") }
    #expect(try lastLines().contains { $0.contains("mine") })
  }

  @Test func `a place where no file can be is told`() {
    let nowhere = path + "/no/where.cast"
    do throws(CastFile.Fault) {
      _ = try SessionCast(nowhere, .two, title: "t")
      Issue.record("it was made")
    } catch {
      #expect(
        error.message(about: "x.cast") == "x.cast could not be written: No such file or directory.")
    }
  }

  @Test func `a session without a frame leaves no file`() throws {
    let session = try SessionCast(path, .two, title: "t")
    session.marker("nothing to see")
    #expect(session.end(status: 0) == nil)
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `at its limit a recording ends well, and says so`() throws {
    let session = try SessionCast(path, .two, title: "t", limit: 20 << 10)
    for number in 0..<2_000 { session.frame(frame("number \(number)"), .night) }
    let said = try #require(session.end(status: 0))
    #expect(said.contains("ends before the session did"))
    let cast = try Cast(CastReading(path))
    #expect(!cast.isCut)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).count <= 20 << 10)
  }

  @Test func `a full disk ends the recording at a whole line, and stops nobody`() throws {
    // In a program of its own: the limit would hold for every other test as well.
    let script = """
      ulimit -f 8; trap '' XFSZ; exec "$0" "$@"
      """
    let program = try BuiltProgram.path(named: "record-frames")
    let tool = CommandLineTool(folder: home.url, environment: ["PATH": "/usr/bin:/bin"])
    let (status, output, _) = try tool.outcome(of: ["sh", "-c", script, program, path, "2000"])
    #expect(status == 0)
    #expect(output.contains("could not be written: File too large"), "\(output)")
    #expect(try !Cast(CastReading(path)).isCut)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)).last == 0x0A)
  }

  @Test func `a kill in the middle leaves a file that plays`() throws {
    let program = try BuiltProgram.path(named: "record-frames")
    let tool = CommandLineTool(folder: home.url, environment: ["PATH": "/usr/bin:/bin"])
    let (status, output, _) = try tool.outcome(of: [program, path, "kill"])
    #expect(status == 128 + SIGKILL)
    let cast = try Cast(CastReading(path), idle: .zero)
    #expect(!cast.isCut && cast.length > .zero)
    // All that had come before the last write but one is there.
    let written = try #require(Int(output.filter { !$0.isWhitespace }))
    let shown = try #require(try lastLines().first?.split(separator: " ").dropFirst().first)
    #expect(try #require(Int(shown)) >= written)
  }
}

/// Files that are opened to be played.
@Suite struct CastReadingTests {
  @Test func `what is no file, or not there, is told`() throws {
    let home = try ConsoleHome()
    #expect(throws: CastFault.noFile) { try CastReading(home.url.path) }
    #expect(throws: CastFault.unreadable("No such file or directory.")) {
      try CastReading(home.url.path + "/none.cast")
    }
  }

  @Test func `a file that becomes shorter while it plays is a fault, not a fall`() throws {
    let home = try ConsoleHome()
    let file = home.url.appendingPathComponent("short.cast")
    let text = "{\"version\":2,\"width\":9,\"height\":3}\n[1,\"o\",\"a\"]\n[2,\"o\",\"b\"]\n"
    try Data(text.utf8).write(to: file)
    var player = CastPlayer(try Cast(CastReading(file.path)))
    try Data(text.utf8.prefix(40)).write(to: file, options: [])
    #expect(throws: CastFault.unreadable("It has become shorter.")) {
      try player.seek(to: .seconds(9))
    }
  }
}
