import PracticeDesk
import RecorderEngine
import Support
import TerminalLanguage
import Testing
import TextUI

@testable import Console

/// A question takes no answer that was typed before it could be read, and shows its own keys only.
@Suite struct UnseenQuestionTests {
  @Test func whatWasTypedBeforeAnswersNothing() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.burst([.key(.character("q")), .key(.left), .key(.enter)])
    #expect(!trainee.hasLeft)
    #expect(trainee.screenContains("▸Stay◂"), "\(trainee.picture)")
    await trainee.press(.left, .enter)
    #expect(trainee.hasLeft)
  }

  @Test(arguments: [
    InputEvent.key(.enter), .key(.escape), .key(.function(1)), .key(.control("t")),
    .mouse(MouseEvent(row: 23, column: 2, kind: .press)), .paste("\n"),
  ])
  func anotherEnterBehindThePasswordDoesNotAnswerTheWarning(input: InputEvent) async throws {
    let trainee = try await Operator.sitsDown()
    let password = "12345".map { InputEvent.key(.character($0)) }
    await trainee.burst([.key(.enter)] + password + [.key(.enter), input])
    #expect(trainee.path == "monitor/live-view/default-password", "\(trainee.picture)")
    #expect(trainee.console.theme.name == "night" && trainee.overlays.isEmpty)
    await trainee.press(.escape)
    #expect(trainee.path == "monitor/live-view")
  }

  @Test func altAndAnArrowKillsNoCode() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.openRestore(at: .dynamicPassword)
    let path = trainee.path
    var decoder = InputDecoder()
    await trainee.burst(decoder.feed(Array("\u{1B}\u{1B}[D".utf8)) + [.key(.enter)])
    #expect(trainee.path == path, "\(trainee.picture)")
    #expect(trainee.recorder?.recovery != .closed)
  }

  @Test func whatWaitsForTheRecorderWasTypedBefore() async throws {
    let trainee = try await Operator.sitsDown()
    var console = trainee.console
    let now = trainee.clock.now
    _ = console.update(.input(.key(.function(10))), at: now)
    console.inFlight = 1
    _ = console.update(.input(.key(.left)), at: now)
    _ = console.update(.input(.key(.enter)), at: now)
    _ = console.update(.presented, at: now)
    let effects = console.update(.answered([], nil), at: now)
    #expect(!effects.contains { if case .leave = $0 { true } else { false } })
    #expect(console.overlays.count == 1 && !console.asksUnseen)
  }

  @Test func aWindowTooSmallShowsNoQuestion() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.resize(rows: 10, columns: 40)
    await trainee.press(.function(10), .left, .enter)
    #expect(!trainee.hasLeft)
    await trainee.resize(rows: 24, columns: 80)
    await trainee.press(.left, .enter)
    #expect(trainee.hasLeft)
  }

  @Test func theKeyBarShowsTheQuestionsKeysOnly() async throws {
    let trainee = try await Operator.sitsDown()
    #expect(trainee.keyBar.contains("F2-F6"))
    await trainee.press(.function(10))
    #expect(
      trainee.keyBar.split(separator: " ").joined(separator: " ")
        == "←→ Choose Enter Answer Esc Back", "\(trainee.picture)")
  }
}
