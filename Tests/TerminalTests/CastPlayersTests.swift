import Foundation
import Recordings
import Support
import Testing
import TextUI

extension RealTerminalTests {
  /// A console's session as a cast, before players that others have made.
  @Suite(
    .enabled(
      if: ForeignClient.isThere("casts"),
      "Skipped: no .peers/casts; sh Assets/Setup/debian.sh --tests makes it"))
  struct CastPlayersTests {
    private let home: ConsoleHome

    init() throws { home = try ConsoleHome() }

    /// Somebody signs in, looks round and resizes the window twice; the last frame's rows as well.
    private func session(_ form: CastForm) async throws -> (path: String, last: [String]) {
      let trainee = try await Operator.sitsDown()
      var script = CastScript(form, title: "A “session”\\", started: 1_700_000_000)
      var bytes: [UInt8] = []
      var time = Duration.zero
      func record() {
        time += .milliseconds(400)
        bytes += script.frame(trainee.canvas, .night, at: time)
      }
      record()
      bytes += script.marker("Log in", at: time)
      for key in [Key.enter, .enter, .down, .escape, .function(4), .down, .function(6)] {
        await trainee.press(key)
        bytes += script.input(key.name, at: time)
        record()
      }
      for (rows, columns) in [(30, 100), (24, 80)] {
        await trainee.resize(rows: rows, columns: columns)
        record()
      }
      await trainee.press(.function(3))
      record()
      bytes += script.end(status: 0, at: time)
      let file = home.url.appendingPathComponent("session.cast")
      try Data(bytes).write(to: file)
      return (file.path, trainee.canvas.plainText())
    }

    @Test(arguments: [CastForm.two, .three])
    func `the cast is by its specification, and another terminal model shows the same`(
      form: CastForm
    ) async throws {
      let (path, last) = try await session(form)
      let script = PackageRoot.url.appendingPathComponent("Tests/Scripts/cast_screen.py").path
      let tool = CommandLineTool(
        folder: home.url, environment: ["LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"])
      let (status, output, errors) = try tool.outcome(
        of: [ForeignClient.python(of: "casts"), script, path])
      #expect(status == 0, "\(errors)")
      let rows = output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      #expect(Array(rows.prefix(last.count)) == last)
    }

    @Test func `asciinema plays version 2 to its last frame`() async throws {
      let (path, last) = try await session(.two)
      let player = try await TmuxSession(
        [ForeignClient.python(of: "casts"), "-m", "asciinema", "play", "-i", "0.1", path])
      #expect(try await player.waitForExit() == 0)
      #expect(try player.screen() == last)
    }

    @Test func `replay plays it to its last frame`() async throws {
      let (path, last) = try await session(.two)
      let console = try await ConsoleSession(["replay", path, "--idle", "0.1"], rows: 26)
      let shown = try await console.see("End  0:01", "Log in")
      #expect(Array(shown.prefix(last.count)) == last)
      try console.press("q")
      #expect(try await console.terminal.waitForExit() == 0)
      try await LeavingTests.expectLeft(console, status: 0)
    }
  }
}
