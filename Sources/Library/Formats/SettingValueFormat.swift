import AssetTree
import RecorderEngine

extension Format<SettingValue> {
  /// A value of a setting, held against the recorder of the scenario; `place` is where the setting is
  /// named. A schedule may be said in a word.
  static func settingValue(of key: SettingKey, _ place: Place, _ trial: Trial) -> Format {
    Format { item in
      let written = Format<String>.line(128, mayBeEmpty: true).read(item)
      let isSchedule = key.text.lowercased().hasSuffix("schedule")
      let value = isSchedule ? WeekSchedule.named(written) : written
      guard let profile = trial.profile, let item else { return value }
      guard let definition = profile.setting(key) else {
        let names = profile.settings.map(\.key.text)
        let nearest = nearestName(to: key.text, among: names).map { ", probably “\($0)”" }
        item.document.note(
          place, expected: "a setting of \(profile.id)" + (nearest ?? ""), came: quoted(key.text))
        return value
      }
      if let problem = definition.problem(with: value) { item.refuse(expected: problem.words) }
      return value
    }
  }
}
