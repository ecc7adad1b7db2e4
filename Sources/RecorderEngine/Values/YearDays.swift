/// Days that come every year, as a holiday does: one, or all from one to another.
///
/// Written as `12-25`, or as `12-24..01-01` for all from the one to the other, over New Year too.
public struct YearDays: Equatable, Sendable {
  /// The month times a hundred and the day.
  private let first: Int
  private let last: Int

  /// Reads the days; nil for anything else. 29 February is a day.
  public init?(_ text: String) {
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
    let days = ends.compactMap(YearDays.day)
    guard (1...2).contains(ends.count), days.count == ends.count else { return nil }
    first = days[0]
    last = days[days.count - 1]
  }

  private static func day(_ text: Substring) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let month = Int(parts[0]), let day = Int(parts[1]),
      // A leap year has all the days that there are.
      CivilTime(year: 2_000, month: month, day: day).timestamp != nil
    else { return nil }
    return month * 100 + day
  }

  /// Whether the day of this moment, by the recorder's own clock, is one of them.
  public func contains(_ time: Timestamp) -> Bool {
    let civil = CivilTime(time)
    let day = civil.month * 100 + civil.day
    return first <= last ? (first...last).contains(day) : day >= first || day <= last
  }
}
