import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// Old, plain and strange terminals.
  @Suite(.serialized) struct TermTests {
    @Test(arguments: ["vt100", "linux", "xterm", "screen-256color", "tmux-256color"])
    func `a terminal of any kind shows the lesson's first steps`(kind: String) async throws {
      let console = try await ConsoleSession(
        ["practice", "eleven-at-night", "--calm"], terminal: kind)
      try await console.see("Friday night, 23:04")
      try console.press("Enter")
      try await console.see("Lesson 1/8")
      try await console.openSignIn()
      try console.type("wrong")
      try console.press("Enter")
      try await console.see("Lesson 2/8")
      try console.press("Escape")
      try await console.seeNoMore("Restore Password")
      try console.type("\u{1b}3")
      try await console.see("MAC 00:18:AE:4C:11:2F")
      if kind == "vt100" {
        let colours = /\u{1b}\[[0-9;]*(3[0-8]|4[0-8])[;m]/
        let screen = try console.terminal.screenWithColours()
        #expect(!screen.contains { $0.contains(colours) }, "no colour on a terminal without")
      }
      try console.press("C-c", "C-c")
      try await LeavingTests.expectLeft(console, status: 3)
    }

    @Test(arguments: [["LANG": "C"], ["LANG": "en_US.ISO-8859-1"], ["--ascii": ""]])
    func `where only ASCII can be shown, every byte is`(how: [String: String]) async throws {
      let isOption = how["--ascii"] != nil
      let console = try await ConsoleSession(
        ["practice", "eleven-at-night", "--calm"] + (isOption ? ["--ascii"] : []),
        variables: isOption ? [:] : how)
      try await console.see("Friday night, 23:04")
      try Self.expectASCII(console)
      try console.press("Enter")
      try await console.see("Lesson 1/8", "CAM 1 Driveway")
      try Self.expectASCII(console)
      try console.press("Enter")
      try await console.see("User name")
      try console.type("wrong")
      try console.press("Enter")
      try await console.see("Lesson 2/8", "4 tries left")
      try Self.expectASCII(console)
      try console.press("Escape", "F3")
      try await console.see("MAC 00:18:AE:4C:11:2F")
      try Self.expectASCII(console)
    }

    private static func expectASCII(_ console: ConsoleSession) throws {
      for line in try console.terminal.screen() {
        #expect(line.utf8.allSatisfy { $0 < 0x80 }, "\(line)")
      }
    }

    @Test func `NO_COLOR leaves ink and paper alone`() async throws {
      let console = try await ConsoleSession(["--calm"], variables: ["NO_COLOR": "1"])
      try await console.waitForLiveView()
      try await console.openSignIn()
      let colours = /\u{1b}\[[0-9;]*(3[0-8]|4[0-8])[;m]/
      for line in try console.terminal.screenWithColours() where line.contains(colours) {
        Issue.record("\(line.debugDescription)")
      }
    }

    @Test(arguments: [
      ("dumb", "cannot place its cursor"), ("", "TERM is not set"),
    ])
    func `a terminal that cannot do is told so in plain words`(
      kind: String, words: String
    ) async throws {
      let console = try await ConsoleSession(terminal: kind)
      #expect(try await console.terminal.waitForExit() == 1)
      let screen = try console.terminal.screen()
      #expect(screen.joined().contains(words), "\(screen)")
      #expect(screen.joined().contains("TERM=xterm-256color"), "what to do")
      #expect(try console.terminal.modes() == .plain)
      #expect(try console.terminal.terminalSettings().contains(" icanon"))
    }

    @Test(arguments: [
      ("xterm-ghostty", "xterm-256color"), ("foot", "xterm-256color"), ("linux-odd", "linux"),
      ("no-such-terminal", "xterm-256color"),
    ])
    func `a terminal that the system does not know is taken for another`(
      kind: String, used: String
    ) async throws {
      let console = try await ConsoleSession(["--calm"], terminal: kind)
      try await console.waitForLiveView()
      try await console.see("This system does not know TERM=\(kind): \(used) stands in.")
      try console.press("C-t")
      try await console.see("Theme: day")
      // Without a second screen the last frame stays, and the picture would with it.
      try console.type("\u{1b}3")
      try await console.see("MAC 00:18:AE:4C:11:2F")
      try console.press("C-c", "C-c")
      try await LeavingTests.expectLeft(console, status: 0)
    }

    @Test func `direct colour gets red, green and blue`() async throws {
      let home = try ConsoleHome()
      let source = home.url.appendingPathComponent("direct.ti")
      try Data(Self.direct.utf8).write(to: source)
      let tools = CommandLineTool(
        folder: home.url, environment: ["PATH": "/usr/bin:/bin", "HOME": home.url.path])
      try tools.run(["tic", "-x", "-o", home.url.path + "/terminfo", source.path])
      let console = try await ConsoleSession(
        ["--calm"], terminal: "xterm-direct",
        variables: ["TERMINFO": home.url.path + "/terminfo"])
      try await console.waitForLiveView()
      let screen = try console.terminal.screenWithColours().joined()
      #expect(!screen.contains("[38;5;") && !screen.contains("[48;5;"))
      let papers = Set(screen.matches(of: /48;2;(\d+);(\d+);(\d+)/).map { "\($0.output.0)" })
      // The title's, the status bar's and the pictures'; as palette numbers all were dark blues.
      #expect(papers.count > 3 && !papers.allSatisfy { $0.hasPrefix("48;2;0;0;") }, "\(papers)")
    }

    /// xterm-direct, as the terminal descriptions of ncurses have it.
    private static let direct = #"""
      xterm-direct|xterm with direct-color indexing,
      \tRGB, colors#0x1000000, pairs#0x10000, CO#8, initc@, ccc@,
      \top=\E[39;49m,
      \tsetab=\E[%?%p1%{8}%<%t4%p1%d%e48\:2\:\:%p1%{65536}%/%d\:%p1%{256}%/%{255}%&%d\:%p1%{255}%&%d%;m,
      \tsetaf=\E[%?%p1%{8}%<%t3%p1%d%e38\:2\:\:%p1%{65536}%/%d\:%p1%{256}%/%{255}%&%d\:%p1%{255}%&%d%;m,
      \tsetb@, setf@, use=xterm-256color,

      """#.replacing("\\t", with: "\t")

    @Test func `an unset TERM is told so`() async throws {
      let console = try await ConsoleSession(without: ["TERM"])
      #expect(try await console.terminal.waitForExit() == 1)
      #expect(try console.terminal.screen().joined().contains("TERM is not set"))
    }

    @Test(arguments: [[], ["practice", "eleven-at-night"]])
    func `without a terminal it says what to do, and writes no escape codes`(
      arguments: [String]
    ) throws {
      let told = try ConsoleCommand.run(arguments, variables: ["TERM": "xterm-256color"])
      #expect(told.status == 1)
      #expect(told.output == "")
      #expect(told.errors.contains("Start it in a terminal window"))
      #expect(!told.errors.contains("\u{1b}"))
    }
  }
}
