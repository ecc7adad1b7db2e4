import Foundation
import Library
import PracticeDesk
import RecorderEngine
import Support
import Testing
import Training

/// A state of the bench as a file: read back, it is the same.
@Suite struct SituationFileTests {
  private static let choices: [BenchChoice] = [
    BenchChoice(recorder: "classic-dvr-2018", with: [.questions]),
    BenchChoice(recorder: "legacy-dvr", lost: []),
    BenchChoice(
      recorder: "nvr-1-4-12", with: Set(BenchChoice.SetUp.allCases), lost: [.phone],
      faults: [.spam, .mailDelay], time: .night),
    BenchChoice(recorder: "smart-nvr", with: [.app], faults: [.clockWrong], time: .morning),
    BenchChoice(
      recorder: "nvr-1-4-2", age: .years, firmware: FirmwareVersion(numbers: [1, 4, 12])),
  ]

  @Test(arguments: choices) func aSavedFileIsTheSameSituation(choice: BenchChoice) throws {
    let scenario = choice.scenario(
      for: try RepositoryAssets().recorder(choice.recorder), now: Operator.evening,
      id: "shop-at-night")
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("bench-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("shop-at-night.yaml")
    try scenario.situationText.write(to: file, atomically: true, encoding: .utf8)
    let library = Library(folder: try AssetFolder.find(explicit: nil))
    let read = try library.scenario(file: file.path)
    #expect(read.situation == scenario.situation)
    #expect(read.start == scenario.start.wholeMinute && read.recorder == choice.recorder)
    #expect(read.steps.isEmpty && read.goals.isEmpty)
  }

  @Test(arguments: [("always", WeekSchedule.always), ("never", WeekSchedule.never)])
  func aScheduleMayBeSaidInAWord(word: String, schedule: WeekSchedule) throws {
    let text = scenarioText(
      "weekly",
      """
      situation:
        adminPassword: lost
        settings: { record.1.schedule: \(word), alarm.buzzerSchedule: \(word) }
      """)
    let recorder = try RepositoryAssets().recorder("classic-dvr-2018")
    for profile in [recorder, nil] {
      let read = try ScenarioFile.read(text, file: "weekly.yaml", for: profile)
      #expect(read.situation.settings["record.1.schedule"] == schedule.text)
      #expect(read.situation.settings["alarm.buzzerSchedule"] == schedule.text)
    }
  }
}
