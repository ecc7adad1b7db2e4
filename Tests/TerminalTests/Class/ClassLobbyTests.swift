import Foundation
import Support
import Testing

extension RealTerminalTests.ClassTests {
  @Test func `five wrong words end a connection, and ten in a minute hold up the class`()
    async throws
  {
    let host = try ClassHost()
    let word = try host.addWord("bert")
    let guessers = [try await host.visitor(), try await host.visitor()]
    for left in [4, 3, 2, 1] {
      for guesser in guessers {
        try await Self.type("wrong-word-here-\(left)0", at: guesser, until: "\(left) tries left")
      }
    }
    for guesser in guessers {
      try await Self.type(
        "wrong-word-here-00", at: guesser, until: "Nobody takes part in this class with that.")
      #expect(try await guesser.waitForExit() == 1)
    }
    let third = try await host.visitor()
    try await Self.type(word, at: third, until: "Too many wrong words in this class just now")
    // A minute later.
    let file = URL(fileURLWithPath: host.path("/run/recorder-class/tries"))
    let times = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(times.count == 10, "\(times)")
    let past = times.compactMap { Int($0) }.map { "\($0 - 60)\n" }.joined()
    try Data(past.utf8).write(to: file)
    try await Self.type(word, at: third, until: "Monitor · Live view")
    let kept = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count
    #expect(kept < 10, "The right word does not count")
  }

  /// Types a word as often as the lobby makes one wait.
  private static func type(
    _ word: String, at session: TmuxSession, until text: String
  ) async throws {
    try session.type(word)
    try session.send("Enter")
    try await session.wait("“\(text)”") {
      let screen = try session.screen()
      if screen.contains(where: { $0.contains("before the next try") }) {
        try session.type(word)
        try session.send("Enter")
      }
      return screen.contains { $0.contains(text) }
    }
  }
}
