import RecorderEngine
import Support
import Testing
import TextUI

/// Typed text is never lost without a question or a word.
@Suite struct UnsavedTests {
  @Test func escapeAsksBeforeANewUserIsLost() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.users)
    await trainee.press(.character("a"))
    await trainee.type("night")
    await trainee.press(.escape)
    #expect(trainee.screenContains("Unsaved changes"))
    await trainee.press(.enter)
    #expect(trainee.screenContains("night"), "\(trainee.picture)")
    await trainee.press(.escape)
    await trainee.choose("Discard")
    #expect(!trainee.path.contains("add-user"))
  }

  @Test func escapeAsksBeforeAnAnswerIsLost() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.users)
    await trainee.openQuestions()
    await trainee.press(.tab)
    await trainee.type("Rex")
    await trainee.press(.escape)
    #expect(trainee.screenContains("Unsaved changes"), "\(trainee.picture)")
  }

  @Test func escapeAtTheSignInPanelAsksWhereAPasswordStands() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.openSignIn()
    await trainee.press(.escape)
    #expect(trainee.path == "monitor/live-view")
    await trainee.openSignIn()
    await trainee.type("12345")
    await trainee.press(.escape)
    #expect(trainee.screenContains("Unsaved changes"), "\(trainee.picture)")
  }

  @Test func aPageWithChangesIsNotLeft() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.cameraNames)
    await trainee.type("X")
    await trainee.press(.escape)
    #expect(trainee.screenContains("Unsaved changes"), "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.screenContains("DrivewayX"))
    await trainee.press(.escape)
    await trainee.choose("Save")
    #expect(trainee.recorder?.settings[.channelName(1)] == "DrivewayX")
  }

  @Test func changesOfAPageAreDiscardedAfterTheQuestion() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.cameraNames)
    await trainee.type("X")
    await trainee.press(.escape)
    await trainee.choose("Discard")
    #expect(!trainee.screenContains("DrivewayX"), "\(trainee.picture)")
    #expect(trainee.recorder?.settings[.channelName(1)] == "Driveway")
    await trainee.press(.escape, .escape, .escape)
    #expect(trainee.path == "monitor/live-view", "\(trainee.picture)")
  }

  @Test func aClockThatIsBeingTypedIsNotLeft() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.dateTime)
    await trainee.press(.enter, .backspace)
    await trainee.type("9")
    await trainee.press(.escape)
    #expect(trainee.screenContains("Unsaved changes"), "\(trainee.picture)")
    #expect(trainee.path.contains("clock"), "\(trainee.picture)")
  }

  @Test(arguments: [Key.function(2), .function(5), .function(10), .escape, .control("n")])
  func theNotebookKeepsWhatWasTyped(leavingBy key: Key) async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(9))
    await trainee.type("Vega")
    await trainee.press(key)
    #expect(trainee.known?.surroundings.notes == "Vega")
    #expect(trainee.keeper.kept?.desk.surroundings.notes == "Vega")
  }

  @Test func anotherPlaceKeepsAHalfTypedForm() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.users)
    await trainee.press(.character("a"))
    await trainee.type("night")
    await trainee.press(.function(3), .function(2))
    #expect(trainee.screenContains("night"), "\(trainee.picture)")
  }

  @Test func aPasswordRefusedAfterAnotherChangeStaysTyped() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.users)
    await trainee.press(.enter)
    await trainee.fill("12345", "Weak", "Weak", "", "owner@shop.example")
    await trainee.choose("Save")
    #expect(trainee.recorder?.account(.admin)?.email == "owner@shop.example")
    #expect(trainee.screenContains("New password [ ●●●●"), "\(trainee.picture)")
    #expect(!trainee.coach.contains("Saved."))
  }

  @Test func leavingAsksAndStayIsTheDefault() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.character("q"), .enter)
    #expect(!trainee.hasLeft)
    await trainee.press(.function(10), .left, .enter)
    #expect(trainee.hasLeft)
  }
}

extension FrameStory {
  static let unsaved: [FrameStory] = [
    FrameStory("discard", latinWords: "night") { trainee in
      await trainee.signInAndOpen(.users)
      await trainee.press(.character("a"))
      await trainee.type("night")
      await trainee.press(.escape)
    }
  ]
}
