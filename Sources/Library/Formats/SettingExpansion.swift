import RecorderEngine

extension [SettingDefinition] {
  /// The settings with a `*` in their names as those of every channel, each with the channel's
  /// number in the place of the star; the names of channels are the channels' own.
  func expanded(over channels: [ChannelProfile]) -> [SettingDefinition] {
    let named = Set(map(\.key))
    return flatMap { definition -> [SettingDefinition] in
      guard definition.key.isOfEveryChannel else { return [definition] }
      return channels.indices.compactMap { place in
        let own = definition.numbered(place + 1, name: channels[place].name)
        // A setting that the file gives a channel of its own stands above the common one.
        return named.contains(own.key) ? nil : own
      }
    }
  }
}

extension SettingDefinition {
  fileprivate func numbered(_ number: Int, name: String) -> SettingDefinition {
    let key = key.numbered(number)
    let text = key == .channelName(number) ? name : initial.value.numbered(number)
    return SettingDefinition(
      key: key, store: store, kind: kind, initial: Sourced(text, initial.confidence))
  }
}

extension WeekSchedule {
  /// The digits of a schedule that a file may also call `always` or `never`.
  static func named(_ text: String) -> String {
    switch text {
    case "always": WeekSchedule.always.text
    case "never": WeekSchedule.never.text
    default: text
    }
  }
}

extension RecorderProfile {
  /// The profile with its per-channel settings spelt out.
  func expanded() -> RecorderProfile {
    RecorderProfile(
      id: id, title: title, summary: summary, skin: skin, identity: identity, channels: channels,
      power: power, signIn: signIn, passwords: passwords, accounts: accounts, recovery: recovery,
      resetButton: resetButton, recording: recording, log: log, maintenance: maintenance,
      disk: disk, cameras: cameras, services: services,
      settings: settings.expanded(over: channels))
  }
}
