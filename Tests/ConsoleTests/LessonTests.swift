import RecorderEngine
import Support
import Testing
import TextUI

@testable import Console

/// The lesson "Eleven at night", played through the keys.
@Suite struct LessonTests {
  @Test func thePaperclipEndsThePassedLesson() async throws {
    let trainee = try await Operator.sitsDown(lesson: "eleven-at-night")
    #expect(trainee.screenContains("Friday night, 23:04"))
    await trainee.press(.enter)
    #expect(trainee.coach.contains("Lesson 1/8"))
    await trainee.playPaperclipRoute()
    #expect(trainee.screenContains("✓ Passed"), "\(trainee.picture)")
    #expect(trainee.console.lessonPassed == true)
    #expect(trainee.screenContains("8 done"), "\(trainee.picture)")
    await trainee.press(.escape)
    #expect(trainee.coach.contains("Lesson done"))
  }

  /// Whatever the seed of the attempt: the phone buzzes some seconds after the beginning, of a motion
  /// that the recorder itself has noticed, and the way leads on to the end.
  @Test(arguments: [1, 7, 8, 99] as [UInt64])
  func theMotionAlertBeginsOnThePhone(seed: UInt64) async throws {
    let trainee = try await Operator.sitsDown(lesson: "the-motion-alert", seed: seed)
    await trainee.press(.enter)
    #expect(trainee.coach.contains("Lesson 1/8"), "\(trainee.picture)")
    #expect(trainee.known?.surroundings.phone.unread == 0)
    await trainee.pass(.seconds(10))
    #expect(trainee.known?.surroundings.phone.notifications.map(\.cause) == [.motion(1)])
    #expect(trainee.recorder?.isMoving(1, at: trainee.clock.now) == true)
    await trainee.openOnPhone(1)
    #expect(trainee.screenContains("Motion"), "\(trainee.picture)")
    #expect(trainee.known?.surroundings.phone.unread == 0)
    #expect(trainee.coach.contains("Lesson 2/8"), "\(trainee.picture)")
    await trainee.press(.function(2))
    await trainee.openSignIn()
    await trainee.signInWrongly(times: 3)
    #expect(trainee.coach.contains("Lesson 4/8"), "\(trainee.picture)")
    await trainee.holdPaperclip(for: .seconds(11))
    await trainee.pass(.seconds(3))
    await trainee.pass(trainee.recorder?.profile.power.startTime.value ?? .zero)
    await trainee.press(.function(2))
    #expect(trainee.screenContains("Start-up wizard"), "\(trainee.picture)")
    await trainee.ask(.setUp(.password(.twice(Secret(Operator.strongPassword)))))
    await trainee.ask(.setUp(.finish))
    #expect(trainee.coach.contains("Lesson 7/8"), "\(trainee.picture)")
    await trainee.finishLesson(from: Operator.strongPassword)
    #expect(trainee.screenContains("✓ Passed"), "\(trainee.picture)")
    #expect(trainee.screenContains("8 done"), "\(trainee.picture)")
  }

  @Test func thePhotoAndTheSupportDeskEndItAsWell() async throws {
    let trainee = try await Operator.sitsDown(lesson: "eleven-at-night")
    await trainee.press(.enter)
    await trainee.openRestore()
    await trainee.press(.control("p"), .function(5))
    await trainee.choose("Show the photo")
    await trainee.choose("Note the code")
    let code = await trainee.codeInNotebook()
    #expect(code.count == 10, "\(trainee.picture)")
    await trainee.press(.function(2))
    await trainee.type(code)
    await trainee.press(.enter)
    #expect(trainee.screenContains("Identity confirmed"), "\(trainee.picture)")
    await trainee.fill(Operator.strongPassword, Operator.strongPassword)
    await trainee.choose("Set and log in")
    #expect(trainee.recorder?.session?.account == .admin, "\(trainee.picture)")
    await trainee.finishLesson(from: Operator.strongPassword)
    #expect(trainee.screenContains("✓ Passed"), "\(trainee.picture)")
    #expect(trainee.screenContains("left out"), "\(trainee.picture)")
  }

  @Test func theVerdictIsShownAgainAndLeadsToTheLessons() async throws {
    let trainee = try await Operator.sitsDown(lesson: "eleven-at-night")
    await trainee.press(.enter)
    await trainee.playPaperclipRoute()
    await trainee.press(.escape, .function(7))
    #expect(trainee.overlays == ["verdict"], "\(trainee.picture)")
    await trainee.choose("Lessons")
    #expect(trainee.screenContains(try firstLesson(trainee)), "\(trainee.picture)")
    #expect(trainee.overlays == ["lessons"], "\(trainee.picture)")
  }

  /// What stands on top of the list.
  private func firstLesson(_ trainee: Operator) throws -> String {
    try #require(trainee.console.assets.lessons.first?.title)
  }

  @Test func aHintIsShownAndCounted() async throws {
    let trainee = try await Operator.sitsDown(lesson: "eleven-at-night")
    await trainee.press(.enter, .function(7), .enter)
    #expect(trainee.screenContains("Hint: Press Enter at the live view"), "\(trainee.picture)")
    #expect(trainee.console.lesson?.progress.hintsUsed == 1)
  }

  @Test func endingTheLessonAsksAndKeepsTheRecorder() async throws {
    let trainee = try await Operator.sitsDown(lesson: "eleven-at-night")
    await trainee.press(.enter)
    await trainee.openSignIn()
    await trainee.signInWrongly(times: 2)
    await trainee.press(.escape, .escape, .function(7))
    await trainee.choose("End the lesson")
    #expect(trainee.screenContains("End the lesson?"))
    await trainee.choose("End it")
    #expect(trainee.console.lesson == nil)
    #expect(trainee.frame[22].contains("F7 Lessons"), "\(trainee.picture)")
  }

  @Test func theListOfLessonsBeginsOneAfterAQuestion() async throws {
    let trainee = try await Operator.sitsDown(at: "legacy-dvr")
    await trainee.press(.function(7))
    #expect(trainee.screenContains(try firstLesson(trainee)))
    await trainee.press(.enter)
    #expect(trainee.screenContains("Begin the lesson?"))
    await trainee.press(.enter)
    #expect(trainee.overlays == ["story"], "\(trainee.picture)")
    // Easy ones come first.
    #expect(trainee.console.lesson?.scenario.level == .firstSteps)
  }

  @Test func timePassesByKeyOnlyWhereTheStepAllowsIt() async throws {
    let trainee = try await Operator.sitsDown(lesson: "eleven-at-night")
    await trainee.press(.enter)
    let before = trainee.clock.now
    #expect(!trainee.keyBar.contains("F8"))
    await trainee.press(.function(8))
    #expect(trainee.coach.contains("does not let time pass"))
    #expect(trainee.clock.now == before)
  }
}

extension FrameStory {
  static let lessonPanel = FrameStory("lesson-panel", from: .lesson) { trainee in
    await trainee.press(.enter)
    await trainee.openSignIn()
    await trainee.signInWrongly(times: 1)
    await trainee.press(.escape, .function(7))
    await trainee.choose("Show a hint")
    await trainee.press(.function(7))
  }
  static let verdict = FrameStory("verdict", from: .lesson) { trainee in
    await trainee.press(.enter)
    await trainee.playPaperclipRoute()
  }

  static let lessonScreens: [FrameStory] = [
    lessonPanel, verdict,
    FrameStory("lesson-list") { await $0.press(.function(7)) },
    FrameStory("lesson-story", from: .lesson),
    FrameStory("lesson-coach", from: .lesson) { await $0.press(.enter) },
  ]
}
