extension SettingDefinition {
  /// What is wrong with a value, or nil.
  public func problem(with value: SettingValue) -> SettingProblem? {
    switch kind {
    case .text(let longest):
      if value.hasUnprintable { return .unprintable }
      return value.count > longest ? .tooLong(came: value.count, longest: longest) : nil
    case .number(let lowest, let highest, _): return problem(with: value, in: lowest...highest)
    case .port(let lowest): return problem(with: value, in: lowest...65_535)
    case .time: return value.isTimeOfDay ? nil : .notATime
    case .schedule: return WeekSchedule(value) == nil ? .notASchedule : nil
    case .days: return value.isEmpty || YearDays(value) != nil ? nil : .notDays
    case .area(let columns, let rows):
      return PictureArea(value, columns: columns, rows: rows) == nil ? .notAnArea : nil
    case .toggle: return ["on", "off"].contains(value) ? nil : .notOneOf(["on", "off"])
    case .choice(let options): return options.contains(value) ? nil : .notOneOf(options)
    case .address: return value.isInternetAddress ? nil : .notAnAddress
    }
  }

  private func problem(with value: String, in range: ClosedRange<Int>) -> SettingProblem? {
    guard let number = Int(value) else { return .notANumber }
    guard !range.contains(number) else { return nil }
    return .outOfRange(lowest: range.lowerBound, highest: range.upperBound)
  }
}

extension String {
  /// Whether the text is hours and minutes such as `07:30`.
  var isTimeOfDay: Bool {
    let parts = split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.allSatisfy(\.isNumber) }),
      let hour = Int(parts[0]), let minute = Int(parts[1])
    else { return false }
    return hour < 24 && minute < 60
  }

  /// Whether the text is four numbers up to 255 with dots between them.
  var isInternetAddress: Bool { IPAddress(self) != nil }
}

extension RecorderState {
  /// Takes all the values or none.
  mutating func changeSettings(_ values: [SettingKey: SettingValue], _ turn: inout Turn) {
    guard snapshot.session != nil else { return refuse(.signInNeeded, &turn) }
    for right in values.rights {
      guard isAllowed(right, &turn) else { return }
    }
    storeSettings(values, &turn)
  }

  /// Whether the recorder has all the settings and takes all the values; refuses otherwise.
  mutating func areFit(_ values: [SettingKey: SettingValue], _ turn: inout Turn) -> Bool {
    for key in values.keys.sorted(by: { $0.text < $1.text }) {
      let definition = snapshot.profile.setting(key)
      guard let definition, let value = values[key] else {
        refuse(.setting(key, .unknown), &turn)
        return false
      }
      if let problem = definition.problem(with: value) {
        refuse(.setting(key, problem), &turn)
        return false
      }
    }
    return true
  }

  /// Takes all the values or none, whoever asks.
  mutating func storeSettings(_ values: [SettingKey: SettingValue], _ turn: inout Turn) {
    guard areFit(values, &turn) else { return }
    let keys = values.keys.sorted { $0.text < $1.text }
    let changed = values.filter { snapshot.settings[$0.key] != $0.value }
    guard !changed.isEmpty else { return }
    let clock = changed.keys.contains(where: \.isOfClock) ? ClockBefore(snapshot) : nil
    emit(.settingsChanged(changed), &turn)
    for key in keys where changed[key] != nil { log(.settingChanged(key), &turn) }
    if let clock { moveClockBySettings(from: clock, &turn) }
    if changed.keys.contains(where: \.isOfRecording) { updateRecording(&turn) }
  }
}

extension SettingKey {
  /// Whether it decides what is recorded, how long the disk lasts, or whether motion is noticed and
  /// told.
  fileprivate var isOfRecording: Bool {
    text.hasPrefix("record.") || text.hasPrefix("disk.") || text.hasPrefix("alarm.")
      || text.hasSuffix(".motion") || text.hasSuffix(".motionArea")
      || RuleSettings.keys.contains(self)
  }
}
