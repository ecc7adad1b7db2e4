import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// The support desk from the other end, as the lesson "The Friday night call" has it.
@Suite struct SupportChairScreenTests {
  private func sitsDown() async throws -> Operator { try await FrameStart.supportChair.sitDown() }

  private func has(_ trainee: Operator, _ caller: Int, _ mark: CallMark) -> Bool {
    guard let chair = trainee.console.desk?.surroundings.chair else { return false }
    return chair.has(chair.callers[caller].name, mark)
  }

  @Test func whatEndsACallIsAskedFirst() async throws {
    let trainee = try await sitsDown()
    await trainee.choose("Take the call")
    #expect(has(trainee, 0, .answered), "\(trainee.picture)")
    for (button, mark) in [
      ("Work out the code", CallMark.givenCode), ("Refuse", .refused), ("Pass on", .passedOn),
    ] {
      await trainee.choose(button)
      await trainee.press(.enter)
      #expect(!has(trainee, 0, mark), "the safe answer is the default\n\(trainee.picture)")
    }
    await trainee.choose("Refuse")
    await trainee.press(.left, .enter)
    #expect(has(trainee, 0, .refused), "\(trainee.picture)")
    #expect(trainee.screenContains("Take the call"), "\(trainee.picture)")
  }

  @Test func escapeLeadsToTheMonitorAndTheCallGoesOn() async throws {
    let trainee = try await sitsDown()
    await trainee.choose("Take the call")
    await trainee.press(.escape)
    #expect(!trainee.screenContains("Ask for proof"), "\(trainee.picture)")
    await trainee.press(.function(5))
    #expect(trainee.screenContains("Ask for proof"), "\(trainee.picture)")
  }

  @Test func aRestartFindsTheCallAsItWasWithoutItsCode() async throws {
    let trainee = try await sitsDown()
    await trainee.choose("Take the call")
    await trainee.choose("Work out the code")
    await trainee.press(.left, .enter)
    #expect(has(trainee, 0, .givenWrongCode), "\(trainee.picture)")
    let again = try await trainee.restart()
    await again.press(.enter, .function(5))
    #expect(has(again, 0, .givenWrongCode))
    #expect(again.screenContains("not kept"), "\(again.picture)")
  }

  @Test func aSmallWindowStillShowsWhatTheCallerSaysOfTheCode() async throws {
    let trainee = try await sitsDown()
    await trainee.resize(rows: 20, columns: 60)
    await trainee.choose("Take the call")
    await trainee.choose("Work out the code")
    await trainee.press(.left, .enter)
    #expect(has(trainee, 0, .givenWrongCode))
    #expect(trainee.screenContains("I have typed it twice"), "\(trainee.picture)")
  }

  @Test func withoutCallersTheDeskIsAsTheCallerSeesIt() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(5))
    #expect(trainee.screenContains("Proof of purchase"), "\(trainee.picture)")
  }
}

extension FrameStory {
  private static let names = "Tessa Bruun MM PAZ PgUp"

  static let supportChairs: [FrameStory] = [
    FrameStory("support-chair", from: .supportChair, latinWords: names),
    FrameStory("support-chair-call", from: .supportChair, latinWords: names) { trainee in
      await trainee.choose("Take the call")
      await trainee.choose("Ask for proof")
    },
    FrameStory("support-chair-question", from: .supportChair, latinWords: names) { trainee in
      await trainee.choose("Take the call")
      await trainee.choose("Pass on")
    },
    FrameStory("support-chair-code", from: .supportChair, latinWords: names) { trainee in
      await trainee.choose("Take the call")
      await trainee.choose("Work out the code")
      await trainee.press(.left, .enter)
    },
  ]
}
