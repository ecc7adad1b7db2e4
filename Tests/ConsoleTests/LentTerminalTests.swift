import ClassRoom
import ScreenKit
import Support
import Testing
import TextUI

@testable import ConsoleRuntime

/// A terminal that is lent while a trainer shows something, and who sees to it that the session ends.
@Suite struct LentTerminalTests {
  /// What a console does with its terminal while it is lent.
  private final class Lender {
    var isWanted = false
    var noted: [InputEvent] = []

    func lend(_ terminal: ScriptedTerminal, wait: Duration? = nil) -> LentTerminal {
      LentTerminal(
        terminal, isWanted: { self.isWanted }, wait: { wait }, note: { self.noted.append($0) })
    }
  }

  @Test func `keys come through, and are noted`() {
    let lender = Lender()
    let lent = lender.lend(ScriptedTerminal([.event(.key(.up)), .event(.key(.down))]))
    #expect(lent.next(within: nil) == .key(.up))
    #expect(lent.next(within: .zero) == .key(.down))
    #expect(lender.noted == [.key(.up), .key(.down)])
    #expect(!lent.wasEnded)
  }

  @Test func `whoever is shown something leaves once the console is wanted`() {
    let lender = Lender()
    let terminal = ScriptedTerminal([.event(.key(.up)), .event(.key(.down))])
    let lent = lender.lend(terminal)
    #expect(lent.next(within: nil) == .key(.up))
    lender.isWanted = true
    #expect(lent.next(within: nil) == .terminate)
    #expect(!lent.wasEnded, "The console goes on.")
    lender.isWanted = false
    #expect(lent.next(within: nil) == .key(.down), "No key is lost by it.")
  }

  @Test func `it is wanted by what woke it`() {
    let lender = Lender()
    let terminal = ScriptedTerminal([.shows("nothing")]) {
      lender.isWanted = true
      return true
    }
    #expect(lender.lend(terminal).next(within: nil) == .terminate)
  }

  @Test(arguments: [InputEvent.terminate, .hangup])
  func `an end of the session itself is told from it`(_ event: InputEvent) {
    let lent = Lender().lend(ScriptedTerminal([.event(event)]))
    #expect(lent.next(within: nil) == event)
    #expect(lent.wasEnded)
  }

  @Test func `nobody waits for longer than the console may`() {
    let terminal = ScriptedTerminal([.pause, .pause, .pause])
    let lent = Lender().lend(terminal, wait: .seconds(7))
    #expect(lent.next(within: nil) == .woken, "Without a limit something has to come.")
    #expect(lent.next(within: .seconds(60)) == nil)
    #expect(lent.next(within: .seconds(1)) == nil)
    #expect(terminal.waits == [.seconds(7), .seconds(7), .seconds(1)])
  }

  @Test func `closing it leaves the console its terminal`() {
    let terminal = ScriptedTerminal([])
    Lender().lend(terminal).close()
    #expect(!terminal.isClosed)
  }
}

/// What is said of a session's time, and when it cannot wait.
@Suite struct SessionWardenTests {
  private final class Clock { var now = Duration.zero }
  private let clock = Clock()
  private let warden: SessionWarden

  init() {
    let clock = clock
    warden = SessionWarden(
      TimeLimits(idle: .seconds(600), whole: .seconds(3_600)), elapsed: { clock.now })
  }

  private func at(_ seconds: Int, _ milliseconds: Int = 0) {
    clock.now = .seconds(seconds) + .milliseconds(milliseconds)
  }

  /// What the warden has said.
  private enum Said: Equatable {
    case ends(SessionEnd?)
    case leave
  }

  private func said() -> [Said] {
    warden.look().compactMap { message in
      switch message {
      case .sessionEnds(let end): .ends(end)
      case .input(.terminate): .leave
      default: nil
      }
    }
  }

  private static func idle(_ seconds: Int) -> Said {
    .ends(SessionEnd(reason: .idle, seconds: seconds))
  }

  @Test func `idleness is said once a second, from a minute before, and is urgent at first`() {
    at(539, 999)
    #expect(said().isEmpty && !warden.isUrgent)
    #expect(warden.wait == .milliseconds(1))
    at(540)
    #expect(warden.isUrgent, "Nobody has said it yet.")
    #expect(said() == [Self.idle(60)])
    #expect(said().isEmpty && !warden.isUrgent)
    at(540, 400)
    #expect(warden.wait == .milliseconds(600))
    at(589)
    #expect(said() == [Self.idle(11)] && !warden.isUrgent)
    at(590)
    #expect(warden.isUrgent, "The last ten seconds are looked at by nobody who watches a show.")
    at(600)
    #expect(warden.isUrgent)
    #expect(said() == [Self.idle(0), .leave])
  }

  @Test(arguments: [InputEvent.key(.up), .paste("a")])
  func `a key takes back what was said`(_ event: InputEvent) {
    at(550)
    #expect(said() == [Self.idle(50)])
    warden.note(event)
    #expect(said() == [.ends(nil)])
    #expect(warden.wait == .seconds(540))
  }

  @Test(arguments: [InputEvent.woken, .resize(Size(rows: 30, columns: 90)), .suspend])
  func `what is no key takes nothing back`(_ event: InputEvent) {
    at(550)
    #expect(said() == [Self.idle(50)])
    warden.note(event)
    #expect(said().isEmpty)
  }

  @Test func `whoever looks on is not idle`() {
    at(599)
    warden.noteActivity()
    #expect(said().isEmpty && !warden.isUrgent)
  }

  @Test func `an order to end is urgent, and more time takes it back`() {
    warden.carryOut(.end(seconds: 20))
    #expect(warden.isUrgent)
    #expect(said() == [.ends(SessionEnd(reason: .ended, seconds: 20))])
    warden.carryOut(.extend(minutes: 1))
    #expect(said() == [.ends(nil)])
    #expect(!warden.isUrgent)
  }
}
