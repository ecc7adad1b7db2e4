import CastFiles
import Recordings
import Support
import Testing
import TextUI

/// A replay from its first frame to its last key.
@Suite struct ReplayLoopTests {
  private static let text = """
    {"version": 2, "width": 30, "height": 5}
    [0, "o", "begun"]
    [0.2, "o", "\\u001b[H\\u001b[2Jdone"]
    """

  @Test func `it plays by itself, and ends with a key`() throws {
    let terminal = ScriptedTerminal(
      [.shows("begun"), .shows("done"), .event(.key(.function(10)))], waitForWake: { true })
    let loop = ReplayLoop(
      terminal: terminal, theme: .night, replay: Replay(try Cast(Array(Self.text.utf8))))
    #expect(loop.run() == .left)
    #expect(terminal.lastFrame.joined().contains("End"))
  }

  @Test func `a hang-up ends it`() throws {
    let terminal = ScriptedTerminal([])
    let loop = ReplayLoop(
      terminal: terminal, theme: .night, replay: Replay(try Cast(Array(Self.text.utf8))))
    #expect(loop.run() == .left)
  }

  @Test func `Ctrl-Z gives the terminal back`() throws {
    let terminal = ScriptedTerminal([.event(.key(.control("z"))), .event(.key(.control("c")))])
    let loop = ReplayLoop(
      terminal: terminal, theme: .night, replay: Replay(try Cast(Array(Self.text.utf8))))
    #expect(loop.run() == .left)
    #expect(terminal.suspensions == 1)
  }
}
