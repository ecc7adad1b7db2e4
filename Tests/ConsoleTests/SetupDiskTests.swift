import RecorderEngine
import Support
import Testing
import TextUI

/// The wizard's pages about the disk and the region.
@Suite struct SetupDiskTests {
  /// A trainee in front of the page about the disk.
  private func atDisk() async throws -> Operator {
    let trainee = try await Operator.sitsDown(at: "smart-nvr")
    await trainee.goToSetupDisk()
    return trainee
  }

  @Test func itTellsOfTheDiskAndTakesItsSettings() async throws {
    let trainee = try await atDisk()
    for text in ["WD20PURX", "2000 GB", "healthy", "GB · days left: 34"] {
      #expect(trainee.screenContains(text), "\(text)\(trainee.picture)")
    }
    await trainee.press(.character(" "), .tab)
    await trainee.type("9")
    await trainee.choose("Next")
    #expect(trainee.recorder?.settings["disk.overwrite"] == "off", "\(trainee.picture)")
    #expect(trainee.recorder?.settings["disk.expiry"] == "9")
    #expect(trainee.screenContains("2000 GB · stops when full"), "\(trainee.picture)")
  }

  @Test func formattingWarnsFirstAndTheSafeAnswerIsTheDefault() async throws {
    let trainee = try await atDisk()
    let before = trainee.recorder?.recordings
    await trainee.choose("Format disk …")
    #expect(
      trainee.screenContains("All recordings of all channels are lost for"), "\(trainee.picture)")
    await trainee.press(.enter)
    #expect(trainee.recorder?.recordings == before)
    await trainee.choose("Format disk …")
    await trainee.choose("Format")
    #expect(trainee.screenContains("being formatted"), "\(trainee.picture)")
    await trainee.pass(.seconds(40))
    #expect(trainee.recorder?.log.entries.last?.action == .diskFormatted, "\(trainee.picture)")
    #expect(trainee.recorder?.recordings.oldest == trainee.clock.now)
    #expect(trainee.screenContains("2000 GB · days left: 66"), "\(trainee.picture)")
    #expect(trainee.path.hasSuffix("/setup"), "\(trainee.path)")
  }

  @Test func withoutADiskThePageSaysSo() async throws {
    let trainee = try await Operator.sitsDown(at: "smart-nvr")
    await trainee.ask(.hands(.switchPower(on: false)))
    await trainee.ask(.hands(.connectDisk(false)))
    await trainee.ask(.hands(.switchPower(on: true)))
    await trainee.pass(.seconds(31))
    await trainee.goToSetupDisk()
    #expect(trainee.screenContains("There is no disk in the recorder"), "\(trainee.picture)")
    await trainee.choose("Format disk … ⊘")
    #expect(trainee.coach.contains("There is no disk in the recorder."), "\(trainee.picture)")
    await trainee.choose("Next")
    #expect(trainee.screenContains("no disk ▲"), "\(trainee.picture)")
  }

  @Test func aRegionProposesWhatIsUsualThere() async throws {
    let trainee = try await Operator.sitsDown(at: "smart-nvr")
    await trainee.press(.tab, .tab, .right, .right)
    #expect(trainee.screenContains("North America"), "\(trainee.picture)")
    #expect(trainee.screenContains("NTSC"), "\(trainee.picture)")
    await trainee.choose("Next")
    #expect(trainee.recorder?.settings["system.videoStandard"] == "NTSC")
    #expect(trainee.recorder?.settings["system.dateFormat"] == "MM/DD/YYYY")
    #expect(trainee.screenContains("MM/DD/YYYY"), "\(trainee.picture)")
  }
}

extension FrameStory {
  static let setupDisks: [FrameStory] = [
    FrameStory("startup-disk", from: .recorder(.smart)) { await $0.goToSetupDisk() }
  ]
}
