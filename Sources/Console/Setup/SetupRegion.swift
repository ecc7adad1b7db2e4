import RecorderEngine

/// What is usual where a recorder stands: choosing the region proposes it.
enum SetupRegion {
  private static let usual: [String: [SettingKey: SettingValue]] = [
    "Africa": ["system.videoStandard": "PAL", "system.dateFormat": "DD/MM/YYYY"],
    "Asia": ["system.videoStandard": "PAL", "system.dateFormat": "YYYY-MM-DD"],
    "Europe": ["system.videoStandard": "PAL", "system.dateFormat": "DD/MM/YYYY"],
    "Middle East": ["system.videoStandard": "PAL", "system.dateFormat": "DD/MM/YYYY"],
    "North America": [
      "system.videoStandard": "NTSC", "system.dateFormat": "MM/DD/YYYY",
      "system.timeFormat": "12 hours",
    ],
    "Oceania": ["system.videoStandard": "PAL", "system.dateFormat": "DD/MM/YYYY"],
    "South America": ["system.videoStandard": "NTSC", "system.dateFormat": "DD/MM/YYYY"],
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

extension SettingKey {
  /// The part of the world in which the recorder stands.
  static let region: SettingKey = "system.region"
}
