import ConsoleData
import RecorderEngine

/// How the recorder's menu is set to write dates and times.
package struct ClockFormat: Equatable, Sendable {
  private let date: String
  private let isTwelveHours: Bool

  package init(_ settings: Settings) {
    date = settings[.dateFormat] ?? "YYYY-MM-DD"
    isTwelveHours = settings[.timeFormat] == "12 hours"
  }

  /// `2026-11-20`, `20/11/2026` or `11/20/2026`.
  package func date(_ time: CivilTime) -> String {
    guard date == "DD/MM/YYYY" || date == "MM/DD/YYYY" else { return time.dateText }
    let iso = time.dateText.split(separator: "-").map(String.init)
    guard iso.count == 3 else { return time.dateText }
    return date == "DD/MM/YYYY"
      ? "\(iso[2])/\(iso[1])/\(iso[0])" : "\(iso[1])/\(iso[2])/\(iso[0])"
  }

  /// `23:06:51` or `11:06:51 PM`, with or without the seconds.
  package func clock(_ time: CivilTime, seconds: Bool = true) -> String {
    let shown = seconds ? time.clockText : String(time.clockText.prefix(5))
    guard isTwelveHours else { return shown }
    let hour = time.hour % 12 == 0 ? 12 : time.hour % 12
    let digits = hour < 10 ? "0\(hour)" : "\(hour)"
    return digits + shown.dropFirst(2) + (time.hour < 12 ? " AM" : " PM")
  }

  /// Date and time.
  package func text(_ time: Timestamp) -> String {
    let civil = CivilTime(time)
    return date(civil) + " " + clock(civil)
  }

  /// The weekday's three letters, the date and the time.
  package func title(_ time: Timestamp, seconds: Bool) -> String {
    let civil = CivilTime(time)
    return "\(tr(words: civil.weekday)) \(date(civil)) \(clock(civil, seconds: seconds))"
  }
}

extension ScreenContext {
  /// How dates and times are written.
  package var clockFormat: ClockFormat { ClockFormat(recorder.settings) }
}
