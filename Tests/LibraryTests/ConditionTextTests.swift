import Library
import PracticeDesk
import RecorderEngine
import Support
import Testing
import Training

/// What a condition is written as is read as the same.
@Suite struct ConditionTextTests {
  /// One of each that files can hold, a lesson's own names included.
  private static let conditions = [
    "running", "nobody-signed-in", "nobody-online", "cameras-open", "cable-in", "recovery-granted",
    "{ happened: mail-asked, times: 2 }", "{ signed-in-as: admin }", "{ online: guard }",
    "{ online: guard, from: 10.0.0.9 }", "{ locked: admin }", "{ blocked: 10.0.0.9 }",
    "{ default-password: admin }", "{ password: admin, at-least: high }",
    "{ questions-set: admin }", "{ recovery-email: admin }",
    "{ recovery-email: admin, is: a@example.org }", "{ footage-kept: 30 days }",
    "{ setting: system.ntp, is: \"on\" }", "{ setting: system.deviceName, is: \"Shop \\\"1\\\"\" }",
    "{ account: guard }", "{ account: guard, group: \"Live only\" }",
    "{ account: guard, may: playback }", "{ clock-within: 2 min }", "{ clock-within: 1 h 30 min }",
    "{ recovered-by: dynamicPassword }", "{ firmware-at-least: \"1.4.12\" }",
    "{ logged: power-lost }", "{ logged: power-lost, by: admin }", "{ devices: found }",
    "{ devices: online, at-least: 38 }", "{ devices: online, at-least: 0, at-most: 2 }",
    "{ devices: password-set, at-least: 3, at-most: 3, from: 10.0.0.1, to: 10.0.0.40, level: high }",
    "{ caller: Ana, was: let-in }",
    "{ all: [running, { not: { locked: admin } }, { any: [signed-in, { happened: signed-out, times: 3 }] }] }",
  ]

  private func read(_ condition: String) throws -> Condition {
    let assets = try ConsoleAssets()
    let text = """
      scenario: mine
      title: Mine
      story: Once.
      recorder: classic-dvr-2018
      start: 2026-11-20 09:00
      situation:
        adminPassword: lost
        callers:
          - name: Ana
            recorder: { model: SH-8100A5-5L(MM), mac: "00:18:AE:4C:1B:2F", serial: 4B0C1PAZ4C1B2F }
            says: { greeting: Our password is gone. }
      steps:
        - id: one
          say: Do it.
          until: \(condition)
      goals:
        - say: Done
          check: { footage-kept: 1 days }
      """
    let file = assets.url.appendingPathComponent("Scenarios/mine.yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    let library = Library(folder: try AssetFolder.find(explicit: assets.url.path))
    return try #require(try library.scenario("mine").steps.first).until
  }

  @Test(arguments: conditions)
  func roundTrip(text: String) throws {
    let condition = try read(text)
    #expect(condition.text == text)
    #expect(try read(condition.text) == condition)
  }

  @Test func `of several only what is still lacking is told`() throws {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    let now = Operator.evening
    let desk = Desk(recorder: RecorderState(profile: profile, now: now), seed: 7, now: now).snapshot
    let condition = Condition.all([
      .holds(.running), .happened(.signedIn, times: 2),
      .all([.not(.holds(.running)), .holds(.nobodySignedIn)]),
    ])
    func lacking(_ count: Int) -> [String] {
      condition.lacking(counts: [Happening.signedIn.rawValue: count], desk, at: now).map(\.text)
    }
    #expect(lacking(1) == ["{ happened: signed-in, times: 2 }", "{ not: running }"])
    #expect(lacking(2) == ["{ not: running }"])
    #expect(Condition.holds(.running).lacking(counts: [:], desk, at: now).isEmpty)
  }
}
