import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

@testable import Console

/// Before a recorder that is real nothing is changed that nobody has agreed to.
@Suite struct ChangeQuestionTests {
  private let clock = ManualClock(at: Operator.evening)

  private func atTheDevice() async throws -> Operator {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    let desk = Desk(
      recorder: RecorderState(profile: profile, now: clock.now), seed: 7, now: clock.now)
    let adapter = PartialAdapter(desk, clock: clock, missing: [], unknown: [])
    let admin = try await Operator.sitsDown(before: adapter, clock: clock)
    await admin.signIn("12345")
    try #require(admin.recorder?.session != nil, "\(admin.picture)")
    return admin
  }

  private func question(
    _ command: RecorderCommand, _ admin: Operator
  ) throws -> (ChangeQuestion, ScreenContext)? {
    let context = try #require(admin.console.context(at: clock.now))
    return ChangeQuestion(.recorder(command), context).map { ($0, context) }
  }

  private func isSent(_ outcome: Outcome) -> Bool {
    guard case .all(let outcomes) = outcome else { return false }
    return outcomes.contains { if case .confirmed = $0 { true } else { false } }
  }

  @Test("What is there now and what will be stands in it, and Enter alone changes nothing")
  func beforeAndAfter() async throws {
    let admin = try await atTheDevice()
    var (question, context) = try #require(
      try question(.changeSettings([.deviceName: "Back office"]), admin))
    let text = "\(question.outline(in: context))"
    #expect(text.contains("now DVR, then Back office"), "\(text)")
    #expect(!isSent(question.handle(.key(.enter), in: context)))
    _ = question.handle(.key(.left), in: context)
    #expect(isSent(question.handle(.key(.enter), in: context)))
  }

  @Test(
    "Restart, deleting and the network want the recorder's name",
    arguments: [
      RecorderCommand.maintenance(.restart), .accounts(.remove("guest")),
      .changeSettings([.networkAddress: "192.0.2.9"]),
    ])
  func name(command: RecorderCommand) async throws {
    let admin = try await atTheDevice()
    var (question, context) = try #require(try question(command, admin))
    for letter in "DVX" { _ = question.handle(.key(.character(letter)), in: context) }
    #expect(!isSent(question.handle(.key(.enter), in: context)))
    #expect(!isSent(question.handle(.key(.enter), in: context)))
    _ = question.handle(.key(.backspace), in: context)
    _ = question.handle(.key(.character("R")), in: context)
    let first = question.handle(.key(.enter), in: context)
    let sent = isSent(first) || isSent(question.handle(.key(.enter), in: context))
    #expect(sent || isSent(press(&question, in: context)))
  }

  /// Goes on to the button that changes it.
  private func press(_ question: inout ChangeQuestion, in context: ScreenContext) -> Outcome {
    _ = question.handle(.key(.left), in: context)
    return question.handle(.key(.enter), in: context)
  }

  @Test("Practice is not asked, and nothing that only looks is")
  func notAsked() async throws {
    let admin = try await atTheDevice()
    #expect(try question(.readLog, admin) == nil)
    #expect(try question(.session(.signOut), admin) == nil)
    let practice = try await Operator.sitsDown()
    #expect(try question(.maintenance(.restart), practice) == nil)
  }

  @Test("A command that a screen gives goes through the question")
  func throughTheConsole() async throws {
    let admin = try await atTheDevice()
    let layer = Console.Layer.place(.monitor)
    var effects: [Effect] = []
    var console = admin.console
    console.carryOut(
      .recorder(.maintenance(.restart)), on: layer, at: clock.now, &effects)
    #expect(effects.isEmpty)
    #expect(console[layer].last?.name == "change-question")
  }

  @Test("A level and a password are one question, with the account and both levels in it")
  func levelAndPassword() async throws {
    let admin = try await atTheDevice()
    let new = NewPassword("Other-Pass2", again: "Other-Pass2")
    let (question, context) = try #require(
      try question(.accounts(.setPassword("admin", new, group: "Ordinary")), admin))
    let text = "\(question.outline(in: context))"
    #expect(text.contains("admin") && text.contains("then Ordinary"), "\(text)")
  }

  @Test("Whoever asked hears that nothing comes of it", arguments: [Key.escape, .enter])
  func declined(key: Key) async throws {
    let admin = try await atTheDevice()
    var (question, context) = try #require(
      try question(.changeSettings([.deviceName: "Back office"]), admin))
    guard case .all(let outcomes) = question.handle(.key(key), in: context) else {
      Issue.record("It goes on.")
      return
    }
    #expect(outcomes.contains { if case .declined = $0 { true } else { false } })
  }

  @Test("The screen behind a question that was left waits no longer")
  func waitsNoLonger() async throws {
    let admin = try await atTheDevice()
    let layer = Console.Layer.place(.monitor)
    var effects: [Effect] = []
    var console = admin.console
    console.carryOut(.push(WaitingScreen()), on: layer, at: clock.now, &effects)
    console.carryOut(.recorder(.maintenance(.restart)), on: layer, at: clock.now, &effects)
    var question = try #require(console[layer].last)
    let context = try #require(console.context(at: clock.now))
    let left = question.handle(.key(.escape), in: context)
    console.carryOut(left, on: layer, at: clock.now, &effects)
    let waiting = try #require(console[layer].last as? WaitingScreen)
    #expect(!waiting.isAsked)
  }
}

/// A screen that has asked for something.
private struct WaitingScreen: Screen {
  var isAsked = true
  let name = "waiting"
  let help: [String] = []
  func hints(in context: ScreenContext) -> [KeyHint] { [] }
  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome { .ignored }
  mutating func unanswered(in context: ScreenContext) { isAsked = false }
  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {}
  func outline(in context: ScreenContext) -> Outline { Outline() }
}
