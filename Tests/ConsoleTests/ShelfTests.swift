import PracticeDesk
import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// Several practices side by side, and the way back from a lesson.
@Suite struct ShelfTests {
  @Test func aLessonLeadsBackToThePracticeAsItWas() async throws {
    let keeper = MemoryKeeper()
    let trainee = try await Operator.sitsDown(keeper: keeper)
    await trainee.signIn()
    await trainee.ask(.changeSettings([.deviceName: "My own"]))
    let before = trainee.clock.now
    await trainee.chooseLesson("The motion alert")
    await trainee.choose("Begin")
    #expect(trainee.console.lesson?.canGoBack == true, "\(trainee.picture)")
    #expect(trainee.recorder?.settings[.deviceName] == "Home")
    #expect(keeper.shelf()?.map(\.name) == ["Classic DVR, 2018"])
    await trainee.press(.enter, .function(7))
    await trainee.choose("End the lesson")
    await trainee.choose("My practice")
    #expect(trainee.recorder?.settings[.deviceName] == "My own", "\(trainee.picture)")
    #expect(trainee.recorder?.session?.account == .admin)
    #expect(trainee.clock.now == before && trainee.console.lesson == nil)
    #expect(keeper.shelf()?.isEmpty == true)
    #expect(keeper.kept?.desk.recorder.snapshot.settings[.deviceName] == "My own")
  }

  @Test func practicesAreKeptOpenedRenamedAndDeleted() async throws {
    let keeper = MemoryKeeper()
    let trainee = try await Operator.sitsDown(keeper: keeper)
    await trainee.signIn()
    await trainee.press(.function(7), .character("m"), .character("k"))
    await trainee.type("First")
    await trainee.choose("Keep")
    #expect(trainee.screenContains("First"), "\(trainee.picture)")
    await trainee.press(.escape)
    await trainee.ask(.changeSettings([.deviceName: "Second"]))
    await trainee.press(.function(7), .character("m"), .enter)
    #expect(trainee.recorder?.settings[.deviceName] == "DVR", "\(trainee.picture)")
    #expect(keeper.shelf()?.map(\.name) == ["Classic DVR, 2018"])
    await trainee.press(.function(7), .character("m"), .character("r"))
    await trainee.press(.control("u"))
    await trainee.type("Other")
    await trainee.choose("Keep")
    #expect(keeper.shelf()?.map(\.name) == ["Other"], "\(trainee.picture)")
    await trainee.press(.character("d"))
    await trainee.choose("Delete")
    #expect(keeper.shelf()?.isEmpty == true, "\(trainee.picture)")
    #expect(trainee.recorder?.settings[.deviceName] == "DVR")
  }

  @Test func whatCannotBeReadPutsNothingAway() async throws {
    let keeper = MemoryKeeper()
    let trainee = try await Operator.sitsDown(keeper: keeper)
    await trainee.signIn()
    await trainee.lesson(.begin("no-such-lesson"))
    #expect(keeper.shelf()?.isEmpty == true, "\(trainee.picture)")
    #expect(trainee.recorder?.session?.account == .admin)
  }

  @Test func whatIsNotKeptInItsNewPlaceStaysOnTheShelf() async throws {
    let keeper = MemoryKeeper()
    let trainee = try await Operator.sitsDown(keeper: keeper)
    await trainee.signIn()
    await trainee.lesson(.begin("eleven-at-night"))
    keeper.fail(because: "The disk is full.")
    await trainee.lesson(.goBack)
    #expect(trainee.recorder?.session?.account == .admin, "\(trainee.picture)")
    #expect(keeper.shelf()?.map(\.name) == ["Classic DVR, 2018"])
  }

  @Test func whereTheShelfTakesNothingTheLessonDoesNotBegin() async throws {
    let keeper = MemoryKeeper()
    let trainee = try await Operator.sitsDown(keeper: keeper)
    await trainee.signIn()
    keeper.fail(because: "The disk is full.")
    await trainee.lesson(.begin("eleven-at-night"))
    #expect(trainee.console.lesson == nil && trainee.recorder?.session != nil)
    #expect(trainee.screenContains("The disk is full."), "\(trainee.picture)")
  }

  @Test func whatWasFoundAtTheStartIsPutAwayAsWell() async throws {
    let keeper = MemoryKeeper()
    let first = try await Operator.sitsDown(keeper: keeper)
    await first.signIn()
    await first.ask(.changeSettings([.deviceName: "Yesterday"]))
    let second = try await Operator.sitsDown(keeper: keeper)
    await second.lesson(.begin("eleven-at-night"))
    await second.lesson(.goBack)
    #expect(second.recorder?.settings[.deviceName] == "Yesterday", "\(second.picture)")
  }

  @Test func whoStaysWithALessonsRecorderHasItAsTheirOwn() async throws {
    let keeper = MemoryKeeper()
    let trainee = try await Operator.sitsDown(lesson: "eleven-at-night", keeper: keeper)
    await trainee.lesson(.stop)
    await trainee.lesson(.begin("eleven-at-night"))
    #expect(keeper.shelf()?.count == 1)
    await trainee.lesson(.goBack)
    #expect(trainee.recorder?.settings[.deviceName] == "Corner shop")
    #expect(trainee.console.lesson == nil && keeper.shelf()?.isEmpty == true)
  }

  @Test func whereNothingIsKeptTheListSaysSo() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(7), .character("m"))
    #expect(trainee.screenContains("Nothing is on the shelf."), "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(trainee.overlays == ["practices"], "\(trainee.picture)")
  }
}

extension FrameStory {
  static let shelves: [FrameStory] = [
    FrameStory("practices", latinWords: "Corner shop at night") { trainee in
      await trainee.signIn()
      await trainee.press(.function(7), .character("m"), .character("k"))
      await trainee.type("Corner shop at night")
      await trainee.choose("Keep")
    }
  ]
}
