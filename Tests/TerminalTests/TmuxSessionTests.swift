import Glibc
import Support
import Testing

extension RealTerminalTests {
  /// The driver itself, tried on programs that every machine has.
  @Suite(.serialized) struct TmuxSessionTests {
    @Test func `typed text and keys reach the program, and its screen is read`() async throws {
      let session = try await TmuxSession(["cat"])
      try session.type("hello; 'world' -x")
      try session.send("Enter")
      try await session.wait { try session.screen().prefix(2) == Self.twice("hello; 'world' -x") }
      #expect(try session.screen().count == 24)
      #expect(try session.cursor() == (0, 2))
    }

    @Test func `a program's exit status is kept when it has gone`() async throws {
      let session = try await TmuxSession(["sh", "-c", "read word; echo got $word; exit 7"])
      #expect(session.exitStatus == nil)
      try session.send("x", "Enter")
      #expect(try await session.waitForExit() == 7)
      try await session.wait(for: "got x")
    }

    @Test func `a signal goes to the program alone`() async throws {
      let session = try await TmuxSession(["cat"])
      try session.kill(SIGTERM)
      #expect(try await session.waitForExit() == 128 + SIGTERM)
      #expect(!session.isRunning)
    }

    @Test func `the program sees the size, and a new one`() async throws {
      let script = "stty size; while read x; do stty size; done"
      let session = try await TmuxSession(["sh", "-c", script], columns: 100, rows: 30)
      try await session.wait(for: "30 100")
      try session.resize(columns: 60, rows: 20)
      try session.send("Enter")
      try await session.wait(for: "20 60")
      #expect(try session.screen().count == 20)
    }

    @Test func `the program sees only the environment it was given`() async throws {
      let session = try await TmuxSession(
        ["env"], terminal: "vt100", variables: ["LANG": "C", "COLOUR": "red"])
      try await session.waitForExit()
      let screen = try session.screen()
      for line in ["TERM=vt100", "LANG=C", "COLOUR=red", "HOME=\(session.folder.path)"] {
        #expect(screen.contains(line))
      }
      #expect(!screen.contains { $0.hasPrefix("TMUX") })
    }

    @Test func `a paste is in brackets once the program has asked for them`() async throws {
      let asking = "stty raw -echo; printf '\\033[?2004hready'; dd bs=1 count=17 | od -c"
      let session = try await TmuxSession(["sh", "-c", asking])
      try await session.wait(for: "ready")
      try session.paste("a\nb c")
      try await session.wait(for: "2   0   0   ~   a  \\r   b")
    }

    @Test func `a raw terminal that was left behind is seen`() async throws {
      let session = try await TmuxSession(["stty", "raw", "-echo"])
      try await session.waitForExit()
      #expect(try session.terminalSettings().contains("-echo "))
      #expect(try session.terminalSettings().contains("-icanon"))
    }

    @Test func `colours are seen where they are asked for`() async throws {
      let session = try await TmuxSession(["printf", "\\033[31mred\\033[m"])
      try await session.wait(for: "red")
      #expect(try session.screenWithColours()[0].contains("\u{1b}[31mred"))
    }

    @Test func `a wait that fails shows the screen`() async throws {
      let session = try await TmuxSession(["echo", "something else"])
      try await session.waitForExit()
      let failure = await #expect(throws: TmuxSession.Failure.self) {
        try await session.wait(for: "never", within: .milliseconds(50))
      }
      #expect(failure?.description.contains("  | something else") == true)
    }

    @Test func `a lost line ends the program, and closing removes every trace`() async throws {
      let session = try await TmuxSession(["cat"])
      #expect(session.isRunning)
      try session.hangUp()
      try await session.wait("the program outlived its terminal") { !session.isRunning }
      session.close()
      #expect(access(session.folder.path, F_OK) != 0)
    }

    @Test func `a full-screen program shows its screen and gives the old one back`() async throws {
      let session = try await TmuxSession([try BuiltProgram.path(named: "curses-floor")])
      try await session.wait(for: "Line 12 of the floor")
      try session.send("q")
      try await session.waitUntilGone("Line 12 of the floor")
      #expect(try await session.waitForExit() == 0)
    }

    private static func twice(_ line: String) -> ArraySlice<String> { [line, line] }
  }
}
