import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// A class over a real sshd: what it promises, tried from outside.
  @Suite(
    .enabled(if: ClassHost.obstacle == nil, "\(ClassHost.obstacle ?? "")"))
  struct ClassTests {
    @Test func `a key leads to one's own recorder, and back to the very screen`() async throws {
      let host = try ClassHost()
      let key = try host.addKey("ann")
      let first = try await host.session(key)
      try await first.wait(for: "Live view")
      try first.send("F3")
      try await first.wait(for: "Back panel ·")
      // The old line is not known to be dead: the new one takes over all the same.
      let second = try await host.session(key)
      try await second.wait(for: "Back panel ·")
      #expect(try await first.waitForExit() == 0)
      try second.send("F5")
      try await second.wait(for: "Support desk ·")
      let third = try await host.session(key, columns: 100, rows: 30)
      try await third.wait(for: "Support desk ·")
      #expect(try await second.waitForExit() == 0)
      #expect(try host.sessions().count == 1)
      #expect(try host.admin(["list"]).contains("there"))
      // A line that is cut: saved, and gone.
      try third.hangUp()
      try await first.wait("the session ends with its line") { try host.sessions().isEmpty }
      let fourth = try await host.session(key)
      try await fourth.wait(for: "Support desk ·")
    }

    @Test func `the word of the class leads to the lobby, and one's own word on`() async throws {
      let host = try ClassHost(["--title", "Installers, week 48"])
      let word = try host.addWord("bert")
      let session = try await host.session(nil)
      try await session.wait(for: "password:")
      try session.type(ClassHost.word)
      try session.send("Enter")
      try await session.wait(for: "Installers, week 48")
      try session.type("wrong-word-here-11")
      #expect(try !session.screen().contains { $0.contains("wrong") })
      try session.send("Enter")
      try await session.wait(for: "4 tries left")
      try session.type(word)
      try session.send("Enter")
      // Whoever was wrong waits for a moment.
      try await session.wait("the own word leads in") {
        let screen = try session.screen()
        if screen.contains(where: { $0.contains("Wait") }) {
          try session.type(word)
          try session.send("Enter")
        }
        return screen.contains { $0.contains("Monitor · Live view") }
      }
      #expect(try host.admin(["list"]).contains("bert"))
    }

    @Test func `a session without a key ends, after it was said`() async throws {
      let host = try ClassHost(["--idle", "1"])
      let key = try host.addKey("ann")
      let session = try await host.session(key)
      try await session.wait(for: "No key for a long time")
      try session.send("F3")
      try await session.waitUntilGone("No key for a long time")
      #expect(session.isRunning)
    }

    @Test func `thirty come in at once`() async throws {
      let host = try ClassHost()
      var keys: [String] = []
      for number in 1...30 { keys.append(try host.addKey("t\(number)")) }
      let gate = try Gate(in: host.folder)
      let waiting = keys.map { gate.before(host.ssh($0)) }
      // All of them stand in front of it: when it opens, thirty clients connect in one moment.
      let sessions = try await withThrowingTaskGroup(of: Held<TmuxSession>.self) { group in
        for words in waiting { group.addTask { Held(try await TmuxSession(words)) } }
        return try await group.reduce(into: []) { $0.append($1.value) }
      }
      let start = ContinuousClock.now
      try gate.open()
      try await host.wait("all have signed in") { try host.sessions().count == 30 }
      let signedIn = ContinuousClock.now - start
      for session in sessions { try await session.wait(for: "Live view") }
      print(
        "Thirty at once: signed in after \(signedIn), all seen at work after \(ContinuousClock.now - start)"
      )
      #expect(try host.sessions().count == 30)
      #expect(try host.admin(["status"]).contains(/sessions +30/))
    }
  }
}

/// A terminal that is handed from one task to another, and used by one at a time.
private struct Held<Value>: @unchecked Sendable {
  let value: Value
  init(_ value: Value) { self.value = value }
}

/// Programs wait in front of it until it opens.
private final class Gate {
  private let path: String
  private var descriptor: Int32 = -1

  init(in folder: URL) throws {
    path = folder.path + "/gate"
    guard mkfifo(path, 0o600) == 0 else { throw ClassHost.Failure(said: "no pipe at \(path)") }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The words of a program that begins when it opens.
  func before(_ words: [String]) -> [String] {
    ["sh", "-c", ": <\"$0\"; exec \"$@\"", path] + words
  }

  /// Opens it for all, and for those who come later.
  func open() throws {
    descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw ClassHost.Failure(said: "\(path) does not open") }
  }
}
