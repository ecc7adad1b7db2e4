import Foundation
import Support
import Testing

@testable import RecorderEngine

@Suite struct RuleSettingsTests {
  /// Values that mean something to one rule or another.
  private static let values = [
    "on", "off", "0", "1", "30", "schedule", "motion", "07:30", "Monday", "every day", "",
  ]

  @Test("What rules read of the settings is what a change made of them, whichever was changed")
  func everyChange() throws {
    for name in ["classic-dvr-2018", "smart-nvr", "legacy-dvr"] {
      let profile = try RepositoryAssets().recorder(name)
      var settings = RecorderState(profile: profile, now: TestRecorder.start).snapshot.settings
      for key in profile.settings.map(\.key) {
        for value in Self.values {
          settings.merge([key: value])
          #expect(settings.rules == RuleSettings(settings.values), "\(key.text) = \(value)")
        }
      }
    }
  }

  @Test("Settings are kept as the values alone, and come back with what rules read of them")
  func kept() throws {
    let settings: Settings = [.ntp: "on", .ntpInterval: "12", .autoRestart: "on"]
    let data = try JSONEncoder().encode(settings)
    let values = try JSONDecoder().decode([String: String].self, from: data)
    #expect(values == ["system.ntp": "on", "system.ntpInterval": "12", "system.autoRestart": "on"])
    let back = try JSONDecoder().decode(Settings.self, from: data)
    #expect(back == settings)
    #expect(back.rules.clockCheckInterval == .hours(12))
  }
}
