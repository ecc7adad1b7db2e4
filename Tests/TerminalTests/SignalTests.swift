import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// What the system may send at any time: nothing is lost, and the terminal comes back.
  @Suite(.serialized) struct SignalTests {
    @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
    func `a request to end is followed, and the practice kept`(signal: Int32) async throws {
      let home = try ConsoleHome()
      let console = try await Self.console(in: home)
      try console.terminal.kill(signal)
      // The lesson it was started with is not passed.
      try await LeavingTests.expectLeft(console, status: 3)
      try await Self.expectKept(home)
    }

    @Test func `a lost line ends the console within two seconds, with the practice kept`()
      async throws
    {
      let home = try ConsoleHome()
      let console = try await Self.console(in: home)
      try console.terminal.hangUp()
      try await console.terminal.wait("it outlived its terminal", within: .seconds(2)) {
        !console.terminal.isRunning
      }
      try await Self.expectKept(home)
    }

    @Test(arguments: [SIGSEGV, SIGTRAP, SIGABRT, SIGBUS, SIGILL, SIGFPE, SIGQUIT])
    func `a crash gives the terminal back`(signal: Int32) async throws {
      let console = try await ConsoleSession()
      try await console.waitForLiveView()
      try console.terminal.kill(signal)
      try await LeavingTests.expectLeft(console, status: 128 + signal)
    }

    @Test func `a stop is held off, and going on paints the screen anew`() async throws {
      let console = try await ConsoleSession(["--calm"])
      try await console.waitForLiveView()
      try console.press("C-z")
      try console.terminal.kill(SIGTSTP)
      try await console.openSignIn()
      try console.terminal.kill(SIGSTOP)
      try await console.terminal.wait("it did not stop") {
        try Self.state(of: console) == "T"
      }
      try console.terminal.resize(columns: 100, rows: 30)
      try console.terminal.kill(SIGCONT)
      try await console.terminal.wait("it was not painted anew") {
        let screen = try console.terminal.screen()
        return screen.count == 30 && screen[29].contains("Leave")
      }
      try await console.see("User name")
      #expect(try console.terminal.terminalSettings().contains("-icanon"))
    }

    private static func console(in home: ConsoleHome) async throws -> ConsoleSession {
      let console = try await ConsoleSession.lesson(in: home)
      try await console.openSignIn()
      try console.type("wrong")
      try console.press("Enter")
      try await console.see("Lesson 2/8")
      return console
    }

    private static func expectKept(_ home: ConsoleHome) async throws {
      let next = try await ConsoleSession(["--calm"], in: home)
      let offer = try await next.dialog("Go on?")
      #expect(offer.contains("step 2 of 8"), "\(offer)")
    }

    private static func state(of console: ConsoleSession) throws -> String {
      let process = try #require(console.terminal.process)
      let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      let rest = stat.split(separator: ") ", maxSplits: 1).last ?? ""
      return String(rest.prefix(1))
    }
  }
}
