import RecorderEngine
import Support
import Testing
import TextUI

/// Disk > Health.
@Suite struct DiskHealthPageTests {
  @Test func aDiskInOrderSaysSo() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signInAndOpen(.diskHealth)
    for text in ["In order", "Power-on hours 18240 h 50000 h ok", "194 Temperature 36 °C 65 °C ok"]
    {
      #expect(trainee.screenContains(text), "\(text)\(trainee.picture)")
    }
  }

  @Test func anOldOneMayFailSoon() async throws {
    let trainee = try await Operator.sitsDown(at: "legacy-dvr")
    await trainee.signIn("123456")
    await trainee.open(.diskHealth)
    #expect(trainee.screenContains("May fail soon"), "\(trainee.picture)")
    #expect(trainee.screenContains("Reallocated sectors 24 10 ▲ over"), "\(trainee.picture)")
  }

  @Test func theCheckCanBeSwitchedOff() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    await trainee.ask(.changeSettings(["disk.healthCheck": "off"]))
    await trainee.open(.diskHealth)
    #expect(trainee.screenContains("switched off at Disk > Management"), "\(trainee.picture)")
  }

  @Test func withoutADiskThereIsNothingToRead() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.ask(.hands(.switchPower(on: false)))
    await trainee.ask(.hands(.connectDisk(false)))
    await trainee.ask(.hands(.switchPower(on: true)))
    await trainee.pass(.seconds(21))
    await trainee.press(.function(2))
    await trainee.signInAndOpen(.diskHealth)
    #expect(trainee.screenContains("There is no disk in the recorder."), "\(trainee.picture)")
  }

  @Test func theInformationPageFollowsTheQuality() async throws {
    let trainee = try await Operator.sitsDown()
    await trainee.signIn()
    let before = trainee.recorder?.disk.fullAt
    await trainee.ask(.changeSettings([.recordQuality: "low"]))
    await trainee.open(.diskInformation)
    #expect(trainee.screenContains("days left: 86"), "\(trainee.picture)")
    #expect((trainee.recorder?.disk.fullAt ?? trainee.clock.now) > (before ?? trainee.clock.now))
  }

  @Test("A check comes once in so many days", arguments: [1, 7, 31])
  func checks(days: Int64) throws {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    let recorder = TestRecorder(
      profile, Preparation(settings: [.healthInterval: "\(days)"]))
    let shown = recorder.snapshot.deviceTime(at: recorder.now)
    let checks = try #require(recorder.snapshot.healthChecks(at: recorder.now))
    #expect(checks.last <= shown && checks.next > shown)
    #expect(checks.next - checks.last == .days(days))
    #expect(CivilTime(checks.next).clockText == "03:00:00")
    let after = try #require(
      recorder.snapshot.healthChecks(at: recorder.now + (checks.next - shown)))
    #expect(after.last == checks.next)
  }
}

extension FrameStory {
  static let diskHealthPages: [FrameStory] = [
    FrameStory("disk-health", from: .recorder(.legacy)) { trainee in
      await trainee.signIn("123456")
      await trainee.open(.diskHealth)
    }
  ]
}
