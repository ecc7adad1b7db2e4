import RecorderEngine
import Support
import Testing
import TextUI

@testable import RecorderScreens

/// Search events: from the Start menu to the moment that plays.
@Suite struct EventSearchTests {
  private func opened(size: Size = Size(rows: 24, columns: 80)) async throws -> Operator {
    let trainee = try await Operator.sitsDown(size: size)
    await trainee.signIn()
    await trainee.openEvents()
    return trainee
  }

  @Test func aMotionIsListedShownAndPlayed() async throws {
    let trainee = try await opened()
    #expect(trainee.screenContains("all channels · All events"), "\(trainee.picture)")
    let first = try #require(
      trainee.body.first { $0.contains("Motion") }, "\(trainee.picture)")
    let time = try #require(first.firstMatch(of: #/\d\d:\d\d:\d\d/#)).output
    #expect(trainee.body.contains { $0.contains("CAM") && $0.contains(time) })
    await trainee.press(.enter)
    #expect(trainee.path.hasSuffix("playback") && trainee.screenContains("▶ 1x"))
    await trainee.press(.escape)
    #expect(trainee.path.hasSuffix("event-search"), "\(trainee.picture)")
  }

  @Test func channelKindAndDayNarrowIt() async throws {
    let trainee = try await opened()
    await trainee.press(.tab, .tab)
    #expect(trainee.screenContains("CAM 2 Porch"), "\(trainee.picture)")
    let channels = trainee.body.compactMap { $0.firstMatch(of: #/(\d) +Motion/#)?.output.1 }
    #expect(Set(channels) == ["2"], "\(trainee.picture)")
    await trainee.press(.character("k"), .character("k"))
    #expect(trainee.screenContains("Alarms · 0"), "\(trainee.picture)")
    #expect(trainee.screenContains("Nothing of this kind"), "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(trainee.coach.contains("There is no event to play."), "\(trainee.picture)")
    await trainee.press(.left)
    #expect(trainee.screenContains("2026-11-19"), "\(trainee.picture)")
    await trainee.press(.right, .right)
    #expect(trainee.coach.contains("This is today"), "\(trainee.picture)")
  }

  @Test func whatWasRecordedByHandAndWhatWentWrongAreEvents() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.ask(.changeSettings([.tamper(1): "on"]))
    await trainee.press(.right, .character("m"))
    #expect(trainee.coach.contains("Manual record begun: channel 1"), "\(trainee.picture)")
    await trainee.ask(.hands(.coverCamera(channel: 1, true)))
    await trainee.pass(.minutes(1))
    await trainee.press(.character("m"))
    #expect(trainee.coach.contains("Manual record ended: channel 1"), "\(trainee.picture)")
    await trainee.press(.escape)
    await trainee.openEvents()
    #expect(trainee.screenContains("By hand"), "\(trainee.picture)")
    #expect(trainee.screenContains("Covered"), "\(trainee.picture)")
  }

  @Test func aDayThatIsNotKeptIsNotOffered() async throws {
    let trainee = try await opened()
    await trainee.press(.left, times: 40)
    #expect(trainee.coach.contains("Nothing older is kept."), "\(trainee.picture)")
  }
}

/// What takes its time shows how far it is.
@Suite struct ProgressTests {
  @Test func formattingShowsItsBarAndThenRecords() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.diskFormat)
    await trainee.ask(.maintenance(.formatDisk(Approval("12345"))))
    #expect(trainee.screenContains("Formatting: 40 s left"), "\(trainee.picture)")
    #expect(trainee.recorder?.recordings.spans == [])
    await trainee.pass(.seconds(39))
    #expect(trainee.screenContains("Formatting: 1 s left"), "\(trainee.picture)")
    await trainee.pass(.seconds(1))
    #expect(trainee.coach.contains("Disk formatted"), "\(trainee.picture)")
    #expect(trainee.recorder?.recordings.isRunning(channel: 1) == true)
  }

  @Test func aPowerCutLeavesAnEmptyDisk() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.ask(.maintenance(.formatDisk(Approval("12345"))))
    await trainee.ask(.hands(.switchPower(on: false)))
    await trainee.ask(.hands(.switchPower(on: true)))
    await trainee.pass(.minutes(1))
    #expect(trainee.recorder?.disk.formatting == nil)
    #expect(trainee.recorder?.recordings.isRunning(channel: 1) == true)
  }

  private func marked(_ stick: MemoryStick) async throws -> Operator {
    let trainee = try await Operator.sitsDown(stick: stick)
    await trainee.signIn()
    await trainee.press(.character("b"))
    await trainee.press(.character(" "), .character("m"), .right, .character("m"))
    await trainee.press(.character("b"))
    #expect(trainee.path.hasSuffix("backup"), "\(trainee.picture)")
    return trainee
  }

  @Test func aBackupTakesItsTimeAndThenLiesOnTheStick() async throws {
    let stick = MemoryStick()
    let trainee = try await marked(stick)
    #expect(trainee.screenContains("of 3 MB") && stick.files.isEmpty, "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(trainee.path.hasSuffix("playback"), "\(trainee.picture)")
    #expect(stick.files.count == 1, "\(stick.files.keys)")
  }

  @Test func brokenOffItLeavesNothing() async throws {
    let stick = MemoryStick()
    let trainee = try await marked(stick)
    await trainee.press(.escape)
    #expect(trainee.coach.contains("Broken off"), "\(trainee.picture)")
    await trainee.pass(.minutes(10))
    #expect(stick.files.isEmpty)
  }
}

/// System > Date/time sets the clock.
@Suite struct ClockDialogTests {
  @Test func theClockIsSetWhereItIsShown() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.dateTime)
    await trainee.press(.enter)
    #expect(trainee.path.hasSuffix("clock"), "\(trainee.picture)")
    await trainee.press(.backspace, times: 8)
    await trainee.type("25:00")
    await trainee.choose("Set clock")
    #expect(trainee.screenContains("Hours, minutes and seconds"), "\(trainee.picture)")
    await trainee.press(.tab, times: 6)
    await trainee.press(.escape)
    await trainee.choose("Discard")
  }

  @Test func aNewTimeIsTaken() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.dateTime)
    await trainee.press(.enter)
    await trainee.press(.backspace, times: 8)
    await trainee.type("07:30:00")
    await trainee.choose("Set clock")
    #expect(trainee.coach.contains("Clock set."), "\(trainee.picture)")
    #expect(trainee.screenContains("07:30"), "\(trainee.picture)")
  }
}

extension FrameStory {
  static let events: [FrameStory] = [
    FrameStory("event-search") { trainee in
      await trainee.signIn()
      await trainee.openEvents()
    },
    FrameStory("backup", latinWords: "cam cast") { trainee in
      await trainee.signIn()
      await trainee.press(.character("b"))
      await trainee.press(
        .character(" "), .character("m"), .right, .character("m"), .character("b"))
    },
    FrameStory("clock", latinWords: "YYYY MM DD") { trainee in
      await trainee.signInAndOpen(.dateTime)
      await trainee.press(.enter)
    },
    FrameStory("disk-formatting") { trainee in
      await trainee.signInAndOpen(.diskFormat)
      await trainee.ask(.maintenance(.formatDisk(Approval("12345"))))
      await trainee.pass(.seconds(16))
    },
  ]
}

extension Operator {
  /// Opens Search events in the Start menu; somebody is signed in at the live view.
  func openEvents() async {
    await press(.character(" "))
    await press(.home)
    await press(.down, .down, .enter)
  }
}
