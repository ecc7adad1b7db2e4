import CPty
import Foundation
import Glibc

/// The built console at a line that carries nothing but when the test reads: a stalled one.
public final class StalledConsole {
  /// The program's process id.
  public let process: Int32
  private let terminal: Int32
  private let home: ConsoleHome

  /// Starts the console; nothing is read from it yet.
  public init(
    _ arguments: [String], columns: Int, rows: Int, terminal kind: String
  ) throws {
    home = try ConsoleHome()
    let path = try BuiltProgram.path(named: "recorder-console")
    let variables = [
      "TERM=\(kind)", "LANG=C.UTF-8", "HOME=\(home.url.path)", "XDG_STATE_HOME=\(home.url.path)",
    ]
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let environment = variables.map { strdup($0) } + [nil]
    defer { for pointer in words + environment { free(pointer) } }
    var opened: Int32 = -1
    process = pty_start(path, words, environment, Int32(columns), Int32(rows), &opened)
    terminal = opened
    guard process > 0 else { throw POSIXError(.ENOENT) }
  }

  deinit { pty_stop(process, terminal) }

  /// Types the text as it stands.
  public func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(terminal, bytes, bytes.count)
  }

  /// Sends a signal to the program.
  public func signal(_ number: Int32) { _ = kill(process, number) }

  /// Reads until the text has come.
  public func read(until text: String) async throws {
    var bytes: [UInt8] = []
    try await wait("\"\(text)\" did not come") {
      bytes += readAll()
      return String(decoding: bytes, as: UTF8.self).contains(text)
    }
  }

  /// Waits until the program has worked on and waits for something again.
  public func waitUntilIdle(since work: Int) async throws {
    var last = -1
    try await wait("it did not come to rest") {
      let now = self.work
      defer { last = now }
      return state == "S" && now > work && now == last
    }
  }

  /// How long the program has computed, in the system's ticks.
  public var work: Int {
    let fields = statistics.split(separator: " ")
    return fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
  }

  /// Waits for the program's end, and then reads all that is on the line.
  public func readRest() async throws -> [UInt8] {
    try await wait("the program did not end") { state == "Z" }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    // The line ends only behind what is still on it.
    while pty_wait_readable(terminal, 5_000) > 0 {
      let count = pty_read(terminal, &buffer, buffer.count)
      guard count >= 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private func readAll() -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while pty_wait_readable(terminal, 0) > 0 {
      let count = pty_read(terminal, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return bytes
  }

  private var state: String { String(statistics.prefix(1)) }

  private var statistics: Substring {
    let line = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    return line.split(separator: ") ", maxSplits: 1).last ?? ""
  }

  private func wait(_ what: String, until condition: () throws -> Bool) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now + TmuxSession.patience
    while try !condition() {
      guard clock.now < deadline else { throw TmuxSession.Failure(what: what, screen: []) }
      try await Task.sleep(for: .milliseconds(20))
    }
  }
}
