import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// What is kept, and going on with it.
@Suite struct ResumeTests {
  @Test func theNextStartOffersToGoOnWhereItWas() async throws {
    let first = try await Operator.sitsDown(lesson: "eleven-at-night")
    await first.press(.enter)
    await first.openSignIn()
    await first.signInWrongly(times: 5)
    let locked = first.recorder?.lockOut(of: .admin)
    let next = try await first.restart()
    #expect(next.screenContains("step 3 of 8"), "\(next.picture)")
    await next.press(.enter)
    #expect(next.recorder == first.recorder)
    #expect(next.recorder?.lockOut(of: .admin) == locked)
    #expect(next.coach.contains("Lesson 3/8"), "\(next.picture)")
  }

  @Test func theMenuOpensAtThePageThatWasLeft() async throws {
    let first = try await Operator.sitsDown()
    await first.signInAndOpen(.users)
    await first.press(.enter)
    await first.fill("12345", Operator.strongPassword, Operator.strongPassword)
    await first.choose("Save")
    let next = try await first.restart()
    await next.press(.enter)
    #expect(next.path == "monitor/live-view/main-menu:system.user", "\(next.picture)")
    #expect(next.titleRow.contains("System > User > Admin"))
  }

  @Test func anotherPlaceIsOpenedAgain() async throws {
    let first = try await Operator.sitsDown()
    await first.press(.function(3), .character(" "), .character(" "))
    let next = try await first.restart()
    await next.press(.enter)
    #expect(next.path == "backPanel/back-panel")
  }

  @Test func theWizardIsOpenAgainWithItsCode() async throws {
    let first = try await Operator.sitsDown()
    await first.openRestore()
    let next = try await first.restart()
    await next.press(.enter)
    #expect(next.recorder?.recovery == first.recorder?.recovery)
    #expect(next.path == "monitor/live-view/restore-password", "\(next.picture)")
  }

  @Test func beginningAfreshKeepsTheFreshOne() async throws {
    let first = try await Operator.sitsDown()
    await first.signIn()
    let next = try await first.restart()
    await next.choose("Start over")
    #expect(next.recorder?.session == nil)
    #expect(next.keeper.kept?.desk.recorder.snapshot == next.recorder)
  }

  @Test func nothingIsOverwrittenBeforeTheAnswer() async throws {
    let first = try await Operator.sitsDown()
    await first.signIn()
    let kept = first.keeper.kept
    let next = try await first.restart()
    await next.pass(.minutes(20))
    #expect(next.keeper.kept == kept)
  }

  @Test func everyCommandIsKept() async throws {
    let trainee = try await Operator.sitsDown(lesson: "eleven-at-night")
    await trainee.press(.enter)
    var writes = trainee.keeper.writes
    func kept(_ what: Comment) {
      #expect(trainee.keeper.writes > writes, what)
      #expect(trainee.keeper.kept?.desk.snapshot == trainee.known, what)
      #expect(trainee.keeper.kept?.lesson == trainee.console.lesson?.progress, what)
      writes = trainee.keeper.writes
    }
    await trainee.openSignIn()
    await trainee.signInWrongly(times: 1)
    kept("a refusal")
    await trainee.holdPaperclip(for: .seconds(11))
    kept("a reset")
    await trainee.press(.function(2), .enter)
    kept("a start")
    await trainee.signIn()
    kept("a login")
    await trainee.press(.function(9))
    await trainee.type("note")
    await trainee.press(.escape)
    kept("notes")
    await trainee.press(.function(7), .enter)
    kept("a hint")
  }

  @Test func whatTheStoreHasToSayIsReadFirst() async throws {
    let trainee = try await FrameStory.storeNote.stage()
    #expect(trainee.screenContains("Another console of yours is open."))
    await trainee.press(.enter)
    await trainee.signIn()
    #expect(trainee.recorder?.session != nil)
    #expect(trainee.keeper.kept == nil)
  }
}

extension FrameStory {
  static let storeNote = FrameStory(
    "store-note", from: .notice(anotherConsole), latinWords: anotherConsole)

  private static let anotherConsole =
    "Another console of yours is open. You can practise here as well; it will not be kept."

  static let starts: [FrameStory] = [
    storeNote,
    FrameStory("opening", from: .unconnected),
    FrameStory(
      "resume",
      from: .again(.lesson) { first in
        await first.press(.enter)
        await first.openSignIn()
        await first.signInWrongly(times: 5)
      },
      latinWords: "Eleven at night"),
  ]
}
