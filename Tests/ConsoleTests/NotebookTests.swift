import RecorderEngine
import Support
import Testing
import TextUI

/// The trainee's notebook, and how something is found in it.
@Suite struct NotebookTests {
  private func written(_ text: String) async throws -> Operator {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.control("n"))
    await trainee.paste(text)
    await trainee.press(.control("f"))
    return trainee
  }

  @Test func aSearchGoesFromPlaceToPlaceAndRoundTheEnd() async throws {
    let trainee = try await written("Code one\nnothing\ncode TWO\nthe end")
    await trainee.type("code")
    for answer in ["1 of 2", "2 of 2", "1 of 2"] {
      await trainee.press(.enter)
      #expect(trainee.screenContains(answer), "\(answer)\(trainee.picture)")
    }
  }

  @Test func whatIsNotThereIsSaid() async throws {
    let trainee = try await written("nothing")
    await trainee.type("code")
    await trainee.press(.enter)
    #expect(trainee.screenContains("not in the notes"), "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.overlays == ["notebook"], "\(trainee.picture)")
  }
}

extension FrameStory {
  static let notebooks: [FrameStory] = [
    FrameStory("notebook", latinWords: "The installer is called Vega.") { trainee in
      await trainee.press(.function(9))
      await trainee.type("The installer is called Vega.")
    }
  ]
}
