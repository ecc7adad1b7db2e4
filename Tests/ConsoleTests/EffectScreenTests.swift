import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

/// What is set in the menu shows wherever it should.
@Suite struct EffectScreenTests {
  private func trainee(_ values: [SettingKey: SettingValue]) async throws -> Operator {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.ask(.changeSettings(values))
    return trainee
  }

  @Test func theFormatOfDateAndTimeIsThatOfEveryClock() async throws {
    let trainee = try await trainee([
      "system.dateFormat": "DD/MM/YYYY", "system.timeFormat": "12 hours",
    ])
    #expect(trainee.titleRow.contains("Fri 20/11/2026 11:04 PM"), "\(trainee.titleRow)")
    await trainee.open(.dateTime)
    #expect(trainee.screenContains("20/11/2026 11:04:00 PM"), "\(trainee.picture)")
    await trainee.leaveMenu()
    await trainee.open(.log)
    #expect(trainee.screenContains("20/11/2026 11:04:00 PM admin"), "\(trainee.picture)")
  }

  @Test(arguments: [
    (0, "12:05 AM"), (1, "01:05 AM"), (11, "11:05 AM"), (12, "12:05 PM"), (13, "01:05 PM"),
    (23, "11:05 PM"),
  ])
  func twelveHoursAreCountedAsPeopleDo(hour: Int, text: String) {
    let format = ClockFormat(["system.timeFormat": "12 hours"])
    let time = CivilTime(year: 2026, month: 11, day: 20, hour: hour, minute: 5)
    #expect(format.clock(time, seconds: false) == text)
  }

  @Test func anotherTimeZoneShowsInTheTitle() async throws {
    let trainee = try await trainee([.timeZone: "GMT"])
    #expect(trainee.titleRow.contains("Fri 2026-11-20 21:04"), "\(trainee.titleRow)")
  }

  @Test func namesOfRecorderAndChannelsShowAtTheLiveView() async throws {
    let trainee = try await trainee([.deviceName: "Corner shop", .channelName(1): "Gate"])
    #expect(trainee.screenContains("Corner shop"), "\(trainee.picture)")
    #expect(trainee.screenContains("CAM 1 Gate"), "\(trainee.picture)")
    await trainee.ask(.changeSettings(["camera.osdName": "off"]))
    #expect(!trainee.screenContains("Gate"))
  }

  @Test func withoutASignInThereMayBeNoPicture() async throws {
    let trainee = try await trainee(["system.signInForPreview": "on"])
    #expect(trainee.screenContains("CAM 1"))
    await trainee.ask(.session(.signOut))
    #expect(!trainee.screenContains("CAM 1"), "\(trainee.picture)")
    #expect(trainee.screenContains("no picture before somebody logs in"))
  }

  @Test func aChannelThatTheGroupMayNotSeeIsHidden() async throws {
    let trainee = try await trainee([:])
    await trainee.ask(.groups(.add("Night", copyOf: "Ordinary")))
    var group = try #require(trainee.recorder?.group("Night"))
    group.local.set(.live, channel: 2, false)
    await trainee.ask(.groups(.change("Night", group)))
    await trainee.ask(
      .accounts(.add(AccountDetails(name: "night", group: "Night"), .twice("Night-Shift1"))))
    await trainee.ask(.session(.signOut))
    await trainee.signIn("Night-Shift1", name: "night")
    #expect(trainee.places(of: "no right to see").count == 1, "\(trainee.picture)")
  }

  @Test func whatMovesIsLoggedAndWakesNobody() async throws {
    let trainee = try await Operator.sitsDown(at: "smart-nvr")
    await trainee.ask(.setUp(.password(.twice("Night-Shift1!"))))
    await trainee.ask(.setUp(.finish))
    let start = trainee.clock.now
    await trainee.pass(.hours(2))
    let recorder = try #require(trainee.recorder)
    let moved = LogBook(of: recorder, now: trainee.clock.now).log.entries.filter {
      if case .alarm(.motion) = $0.action { $0.time > start } else { false }
    }
    #expect(!moved.isEmpty)
    // It is reckoned: nothing of it was kept, and nothing woke for it.
    #expect(recorder.log.entries.allSatisfy { !moved.map(\.action).contains($0.action) })
    #expect(recorder.nextDeadline.map { $0 > trainee.clock.now + .hours(1) } ?? true)
  }
}
