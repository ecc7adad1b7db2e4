import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// Keys that come in before the last one is done are neither lost nor out of order.
@Suite struct TypedAheadTests {
  @Test func keysWaitForTheAnswerInOrder() async throws {
    let trainee = try await Operator.sitsDown()
    let wrong = "12x".map { InputEvent.key(.character($0)) } + [.key(.enter)]
    let right = "12345".map { InputEvent.key(.character($0)) } + [.key(.enter)]
    await trainee.burst([.key(.enter)] + wrong + right)
    #expect(trainee.recorder?.session?.account == .admin)
    #expect(trainee.path == "monitor/live-view/default-password", "\(trainee.picture)")
    #expect(trainee.recorder?.log.entries.count == 2)
    await trainee.press(.escape, .character(" "))
    #expect(trainee.path == "monitor/live-view/start-menu", "\(trainee.picture)")
  }

  @Test func keysBeforeTheFirstFrameCountAsWell() async throws {
    let trainee = Operator()
    await trainee.burst([.key(.enter)] + "12345".map { .key(.character($0)) } + [.key(.enter)])
    try await trainee.connect()
    #expect(trainee.recorder?.session?.account == .admin, "\(trainee.picture)")
  }

  @Test func aJumpOfTheClockShowsOnlyOnceItIsKept() async throws {
    let trainee = try await Operator.sitsDown()
    var console = trainee.console
    let now = trainee.clock.now
    _ = console.update(.input(.key(.function(8))), at: now)
    // The clock has jumped, and the answer is still on its way.
    let later = now + .minutes(15)
    _ = console.update(.tick, at: later)
    var canvas = Canvas(size: trainee.size)
    console.draw(on: &canvas, at: later)
    #expect(canvas.plainText()[0].contains("23:04"))
    _ = console.update(.answered([.timePassed(.minutes(15))], nil), at: later)
    console.draw(on: &canvas, at: later)
    #expect(canvas.plainText()[0].contains("23:19"))
  }

  @Test func whoeverKnowsAPageDoesNotWaitForTheMenuToBeRead() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    let page = "date/time".map { InputEvent.key(.character($0)) }
    await trainee.burst([.key(.control("g"))] + page + [.key(.enter)])
    #expect(trainee.screenContains("Time zone"), "\(trainee.picture)")
    #expect(trainee.overlays == [])
    let lesson = "eleven".map { InputEvent.key(.character($0)) }
    await trainee.burst([.key(.control("g"))] + lesson + [.key(.enter)])
    #expect(trainee.overlays == ["question"], "\(trainee.picture)")
  }

  @Test func aPasteWaitsToo() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.burst([
      .key(.enter), .paste("wrong\n"), .key(.enter), .paste("12345\n"), .key(.enter),
    ])
    #expect(trainee.recorder?.session != nil, "\(trainee.picture)")
  }

  @Test func aLongPasteIsRefusedWhole() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.openSignIn()
    await trainee.paste(String(repeating: "x", count: 10_000))
    #expect(trainee.screenContains("At most 64 characters fit"), "\(trainee.picture)")
    #expect(!trainee.screenContains("[ ●"))
  }

  @Test func controlCharactersInAPasteAreRefused() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(9))
    await trainee.paste("good\u{1B}[31mbad\u{202E}")
    #expect(trainee.known?.surroundings.notes == "")
    #expect(trainee.coach.contains("unseen"), "\(trainee.picture)")
  }

  @Test func aFaultFreesTheKeys() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.receive(.fault(.unreachable("the line is dead")))
    #expect(trainee.coach.contains("the line is dead"))
    await trainee.signIn()
    #expect(trainee.recorder?.session != nil)
  }

  @Test func aFileThatCannotBeReadAnswersNoCommand() async throws {
    var console = Console(
      size: Size(rows: 24, columns: 80), capabilities: .practice,
      options: Console.Options(), at: Operator.evening)
    console.inFlight = 1
    _ = console.update(.loaded(.trouble("menu: not there")), at: Operator.evening)
    #expect(console.inFlight == 1)
    #expect(console.notice?.text.spoken == "menu: not there")
  }
}
