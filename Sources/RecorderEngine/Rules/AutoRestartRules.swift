extension RecorderSnapshot {
  /// When auto maintenance will next restart the recorder; nil where it is switched off.
  ///
  /// Counted from the end of the last start, so that it does not restart twice in its minute.
  var nextAutoRestart: Timestamp? {
    guard power == .running, let restart = settings.rules.autoRestart, let started = startedAt
    else { return nil }
    return restart.next(after: deviceTime(at: started)) - clock.offset
  }
}

/// When auto maintenance restarts a recorder, by its own clock.
struct AutoRestart: Equatable, Sendable {
  private let timeOfDay: Interval
  /// The day of the week, 0 for Monday; nil: every day.
  private let day: Int?

  /// What the menu says; nil where it is switched off.
  init?(_ values: [SettingKey: SettingValue]) {
    guard values[.autoRestart] == "on", let clock = values[.autoRestartTime] else { return nil }
    let parts = clock.split(separator: ":").compactMap { Int64($0) }
    guard parts.count == 2 else { return nil }
    timeOfDay = .minutes(parts[0] * 60 + parts[1])
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    day = days.firstIndex(of: values[.autoRestartDay] ?? "")
  }

  /// The first time after this one.
  func next(after time: Timestamp) -> Timestamp {
    var at = time.startOfDay + timeOfDay
    for _ in 0..<8 where at <= time || (day.map { $0 != at.weekdayNumber } ?? false) {
      at = at + .days(1)
    }
    return at
  }
}

extension Timestamp {
  /// The day of the week, 0 for Monday.
  var weekdayNumber: Int {
    // 1970-01-01 was a Thursday.
    Int(((floorDivide(milliseconds, 86_400_000) + 3) % 7 + 7) % 7)
  }
}
