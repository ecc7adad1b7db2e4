extension RecorderSnapshot {
  /// When auto maintenance will next restart the recorder; nil where it is switched off.
  ///
  /// Counted from the end of the last start, so that it does not restart twice in its minute.
  var nextAutoRestart: Timestamp? {
    guard power == .running, settings[.autoRestart] == "on",
      let clock = settings[.autoRestartTime], let started = startedAt
    else { return nil }
    let parts = clock.split(separator: ":").compactMap { Int64($0) }
    guard parts.count == 2 else { return nil }
    let own = deviceTime(at: started)
    var at = own.startOfDay + .minutes(parts[0] * 60 + parts[1])
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    let wanted = days.firstIndex(of: settings[.autoRestartDay] ?? "")
    for _ in 0..<8 where at <= own || (wanted.map { $0 != at.weekdayNumber } ?? false) {
      at = at + .days(1)
    }
    return at - clockOffset
  }
}

extension Timestamp {
  /// The day of the week, 0 for Monday.
  var weekdayNumber: Int {
    // 1970-01-01 was a Thursday.
    Int(((floorDivide(milliseconds, 86_400_000) + 3) % 7 + 7) % 7)
  }
}
