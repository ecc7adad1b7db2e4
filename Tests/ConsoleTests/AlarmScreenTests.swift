import RecorderEngine
import Support
import Testing
import TextUI

/// Alarms from the case to the page that acknowledges them, and the disk's own page.
@Suite struct AlarmScreenTests {
  @Test func aPulledCameraIsSeenHeardAndAcknowledged() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(3), .character("2"))
    #expect(trainee.screenContains("Camera cables out: 2"), "\(trainee.picture)")
    #expect(trainee.rings == 1)
    await trainee.press(.function(2))
    #expect(trainee.screenContains("▲ Channel 2: video loss"), "\(trainee.picture)")
    await trainee.signInAndOpen(.alarmStatus)
    #expect(trainee.screenContains("goes on"), "\(trainee.picture)")
    await trainee.press(.character("a"))
    #expect(trainee.screenContains("acknowledged"), "\(trainee.picture)")
    #expect(trainee.screenContains("Buzzer: off"), "\(trainee.picture)")
    await trainee.press(.character("a"))
    #expect(trainee.screenContains("There is nothing to acknowledge."), "\(trainee.picture)")
    await trainee.press(.function(3), .character("2"), .function(2))
    #expect(trainee.screenContains("No alarms."), "\(trainee.picture)")
  }

  @Test func theBuzzersSecondsRunDown() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.alarmStatus)
    await trainee.ask(.changeSettings(["alarm.networkLost": "on"]))
    await trainee.ask(.hands(.plugNetwork(false)))
    #expect(trainee.screenContains("Buzzer: on for 10 s"), "\(trainee.picture)")
    await trainee.pass(.seconds(4))
    #expect(trainee.screenContains("Buzzer: on for 6 s"), "\(trainee.picture)")
    await trainee.pass(.seconds(6))
    #expect(trainee.screenContains("Buzzer: off"), "\(trainee.picture)")
  }

  @Test func whoMayNotChangeAlarmsCannotAcknowledge() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.ask(
      .accounts(.add(AccountDetails(name: "night", group: "Ordinary"), .twice("Night-Shift1"))))
    await trainee.ask(.session(.signOut))
    await trainee.ask(.hands(.seeRival(at: "192.168.226.201")))
    await trainee.signIn("Night-Shift1", name: "night")
    await trainee.open(.alarmStatus)
    await trainee.press(.character("a"))
    #expect(trainee.screenContains("it has no right to change alarms"), "\(trainee.picture)")
    #expect(trainee.recorder?.loudestAlarm != nil)
  }

  @Test func formattingTakesTheRecordingsAfterThePassword() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.diskFormat)
    let oldest = trainee.recorder?.recordings.oldest
    await trainee.choose("Format disk …")
    await trainee.fill("wrong")
    await trainee.choose("Format disk")
    #expect(trainee.recorder?.recordings.oldest == oldest)
    await trainee.press(.backTab, .backTab, .backTab)
    await trainee.type("12345")
    await trainee.press(.enter)
    #expect(trainee.recorder?.recordings.oldest != oldest)
    #expect(trainee.coach.contains("The disk is being formatted."), "\(trainee.picture)")
  }

  @Test func theDiskComesOutOnlyWithoutPower() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.press(.function(3), .character("d"))
    #expect(trainee.recorder?.disk.state == .recording, "\(trainee.picture)")
    await trainee.press(.character("o"))
    await trainee.choose("Power off")
    await trainee.press(.character("d"))
    #expect(trainee.screenContains("The disk is out."), "\(trainee.picture)")
    await trainee.press(.character("o"))
    await trainee.pass(.minutes(2))
    await trainee.press(.function(2))
    #expect(trainee.screenContains("▲ No disk"), "\(trainee.picture)")
    #expect(trainee.recorder?.recordings.isRunning(channel: 1) == false)
  }
}

extension FrameStory {
  static let alarms: [FrameStory] = [
    FrameStory("live-view-alarm") { await $0.raiseAlarms() },
    FrameStory("alarm-status") { trainee in
      await trainee.raiseAlarms()
      await trainee.signInAndOpen(.alarmStatus)
    },
  ]

  static let diskFormats: [FrameStory] = [
    FrameStory("disk-format") { await $0.signInAndOpen(.diskFormat) },
    FrameStory("approval") { trainee in
      await trainee.signInAndOpen(.diskFormat)
      await trainee.choose("Format disk …")
    },
  ]
}

extension Operator {
  /// Pulls a camera, and later has another device take the recorder's address.
  fileprivate func raiseAlarms() async {
    await ask(.hands(.plugCamera(channel: 2, false)))
    await pass(.seconds(11))
    await ask(.hands(.seeRival(at: "192.168.226.201")))
    await pass(.seconds(5))
  }
}
