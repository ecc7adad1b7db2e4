import RecorderEngine
import ScreenKit

/// What is usual where a recorder stands: choosing the region proposes it.
package enum SetupRegion {
  private static let usual: [String: [SettingKey: SettingValue]] = [
    "Africa": [.videoStandard: "PAL", .dateFormat: "DD/MM/YYYY"],
    "Asia": [.videoStandard: "PAL", .dateFormat: "YYYY-MM-DD"],
    "Europe": [.videoStandard: "PAL", .dateFormat: "DD/MM/YYYY"],
    "Middle East": [.videoStandard: "PAL", .dateFormat: "DD/MM/YYYY"],
    "North America": [
      .videoStandard: "NTSC", .dateFormat: "MM/DD/YYYY",
      .timeFormat: "12 hours",
    ],
    "Oceania": [.videoStandard: "PAL", .dateFormat: "DD/MM/YYYY"],
    "South America": [.videoStandard: "NTSC", .dateFormat: "DD/MM/YYYY"],
  ]

  /// What is usual in a region, as far as the recorder takes it.
  static func proposals(
    for region: String, in profile: RecorderProfile
  ) -> [SettingKey: SettingValue] {
    usual[region, default: [:]].filter { key, value in
      profile.setting(key).map { $0.problem(with: value) == nil } ?? false
    }
  }

  /// The values of the page, with what follows from another region than before.
  static func following(
    _ values: [SettingKey: SettingValue], _ context: ScreenContext
  ) -> [SettingKey: SettingValue] {
    guard let region = values[.region], region != context.recorder.settings[.region] else {
      return values
    }
    return values.merging(proposals(for: region, in: context.profile)) { chosen, _ in chosen }
  }
}
