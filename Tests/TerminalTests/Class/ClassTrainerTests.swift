import Foundation
import Support
import Testing

extension RealTerminalTests.ClassTests {
  @Test func `a trainer sees all on a wall, says a line, and presents`() async throws {
    let host = try ClassHost()
    let session = try await host.session(try host.addKey("ann"))
    try await session.wait(for: "Live view")
    let wall = try await TmuxSession(
      host.inside(["/usr/local/bin/recorder-console", "wall"]), columns: 132, rows: 43)
    try await wall.wait(for: "ann")
    // Her picture stands below the list.
    try await wall.wait(for: "Monitor · Live view")
    try await session.wait(for: "1 watches")
    try wall.type("m")
    try await wall.wait(for: "To ann:")
    try wall.type("Well done")
    try wall.send("Enter")
    try await session.wait(for: "Trainer: Well done")
    try wall.type("p")
    try await wall.wait(for: "Put in front of all")
    try wall.send("Enter")
    try await session.wait(for: "Your trainer puts")
    try session.send("Escape")
    try await session.waitUntilGone("Your trainer puts")
    let presenter = try await TmuxSession(
      host.inside(["/usr/local/bin/recorder-console", "present"]), columns: 80, rows: 24)
    try await session.wait(for: "The trainer presents")
    try session.send("C-v")
    try await session.wait(for: "WATCHING")
    try presenter.send("F3")
    try await session.wait(for: "Back panel ·")
    try session.send("q")
    try await session.wait(for: "Monitor · Live view")
    try wall.type("x")
    try await wall.wait(for: "End the session of ann?")
    try wall.send("Enter")
    try await session.wait(for: "The trainer ends this session")
    #expect(try await session.waitForExit() == 0)
    try await wall.wait(for: "gone")
  }

  @Test func `a trainer need not be root to watch, end and read, and others see nothing`()
    async throws
  {
    let host = try ClassHost(["--scenario", "default-password"])
    let key = try host.addKey("ann")
    try host.addUser("tina", isTrainer: true)
    try host.addUser("otto", isTrainer: false)
    let session = ConsoleSession(at: try await host.session(key))
    try await session.see("A flower shop")
    try session.press("Enter")
    try await session.see("Lesson 1/6")
    try await session.openSignIn()
    try session.type("12345")
    try session.press("Enter")
    try await session.see("Lesson 2/6")
    let watchers = [
      try await TmuxSession(host.program(["watch"], as: "tina")),
      try await TmuxSession(host.program(["watch", "ann"])),
    ]
    for watcher in watchers { try await watcher.wait(for: "Lesson 2/6") }
    try await session.see("2 watch")
    let folder = "/var/lib/recorder-class/trainees/ann/recorder-console"
    func asked(_ words: [String], as user: String) throws -> (status: Int32, said: String) {
      let words = host.program(words, as: user).drop { $0 != "setpriv" }
      let (status, output, errors) = try host.outcome(Array(words))
      return (status, output + errors)
    }
    let results = try asked(["results", folder], as: "tina")
    #expect(results.status == 0 && results.said.contains("ann"), "\(results)")
    #expect(results.said.contains("default-password"))

    for words in [["results", folder], ["watch", "ann"], ["class", "list"]] {
      let answer = try asked(words, as: "otto")
      #expect(answer.status == 1 && !answer.said.contains("Lesson"), "\(words): \(answer)")
    }
    for path in ["/var/lib/recorder-class/trainees", "/run/recorder-class"] {
      #expect(try asked(["results", path + "/ann"], as: "otto").status == 1)
      let listed = try host.outcome(["setpriv", "--reuid", "otto", "--clear-groups", "ls", path])
      #expect(listed.status != 0 && listed.output.isEmpty, "\(listed)")
    }

    let wall = try await TmuxSession(
      host.program(["wall"], as: "tina"), columns: 132, rows: 43)
    try await wall.wait(for: "ann")
    try wall.type("x")
    try await wall.wait(for: "End the session of ann?")
    try wall.send("Enter")
    try await session.see("The trainer ends this session")
    // A lesson that is left unfinished has a status of its own.
    #expect(try await session.terminal.waitForExit() == 3)
    // What a trainer has read and made there is in nobody's way.
    let again = ConsoleSession(at: try await host.session(key))
    try await again.see("Lesson 2/6")
    #expect(try asked(["results", folder], as: "tina").status == 0)
  }
}
