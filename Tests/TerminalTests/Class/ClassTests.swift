import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// A class over a real sshd: what it promises, tried from outside.
  @Suite(
    .serialized,
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

    @Test func `nothing but the console is to be had`() async throws {
      let host = try ClassHost()
      let key = try host.addKey("ann")
      let command = try host.attempt(key, ["-T"], then: ["cat /etc/passwd"])
      #expect(command.status == 64 && command.output.isEmpty, "\(command)")
      #expect(command.errors.contains("runs and copies nothing"))
      let enter = try host.attempt(key, ["-tt"], then: ["class enter bert"])
      #expect(enter.status == 64, "\(enter)")
      let bare = try host.attempt(key, ["-T"])
      #expect(bare.status == 64 && bare.errors.contains("needs a terminal"), "\(bare)")
      let sftp = try host.attempt(key, ["-s"], then: ["sftp"])
      #expect(sftp.status != 0 && sftp.errors.contains("subsystem request failed"), "\(sftp)")
      let remote = try host.attempt(
        key, ["-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:22"])
      #expect(remote.status == 255, "\(remote)")
      // A forward of ours is made at the client's end; its first byte is refused at the other.
      let direct = try host.attempt(key, ["-W", "127.0.0.1:\(host.port)"])
      #expect(direct.status == 255 && direct.output.isEmpty, "\(direct)")
      let stranger = try host.attempt(nil, ["-T", "-o", "BatchMode=yes"])
      #expect(stranger.status == 255, "\(stranger)")
    }

    @Test func `another's folder is closed, and nothing is executed`() async throws {
      let host = try ClassHost()
      let key = try host.addKey("ann")
      let session = try await host.session(key)
      try await session.wait(for: "Live view")
      let pid = try #require(try host.sessions().first)
      let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
      #expect(status.contains("NoNewPrivs:\t1") && status.contains("Seccomp:\t2"), "\(status)")
      let limits = try String(contentsOfFile: "/proc/\(pid)/limits", encoding: .utf8)
      #expect(limits.contains("536870912"), "Address space: \(limits)")
      let modes = try host.outcome([
        "find", "/var/lib/recorder-class/trainees/ann", "-printf", "%m %u %g %P\\n",
      ]).output
      #expect(modes.contains("2770 class recorder-class recorder-console\n"), "\(modes)")
      #expect(modes.contains("660 class recorder-class recorder-console/practice.sqlite\n"))
    }

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

    @Test func `the class ends for everybody, with a countdown, and lets nobody in`() async throws {
      let host = try ClassHost()
      let key = try host.addKey("ann")
      let session = try await host.session(key)
      try await session.wait(for: "Live view")
      try session.send("F3")
      try await session.wait(for: "Back panel ·")
      #expect(try host.admin(["extend", "30"]).contains("ann"))
      let said = try host.admin(["end", "--seconds", "2"])
      #expect(said.contains("told: 1") && !said.contains("had to be ended"), "\(said)")
      #expect(try await session.waitForExit() == 0)
      #expect(try host.admin(["status"]).contains("ended"))
      let late = try host.attempt(key, ["-tt"])
      #expect(late.status == 255, "\(late)")
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
      let key = try host.addKey("ann")
      var keys = [key]
      for number in 1..<30 { keys.append(try host.addKey("t\(number)")) }
      var sessions: [TmuxSession] = []
      for key in keys { sessions.append(try await host.session(key)) }
      for session in sessions { try await session.wait(for: "Live view") }
      #expect(try host.sessions().count == 30)
    }
  }
}
