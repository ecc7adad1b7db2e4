/// A moment of every year, such as `last Sunday of March 02:00`, by the clock on the wall.
public struct YearlyMoment: Equatable, Sendable {
  let month: Int
  /// 1, 2, 3, 4; 5 is the last one.
  let week: Int
  /// As `CivilTime.weekday` writes it.
  let weekday: String
  let hour: Int
  let minute: Int

  private static let weeks = ["first", "second", "third", "fourth", "last"]
  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// Reads `last Sunday of March 02:00`; nil for anything else.
  public init?(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 5, words[2] == "of",
      let week = YearlyMoment.weeks.firstIndex(of: words[0]),
      YearlyMoment.weekdays.contains(words[1]),
      let month = YearlyMoment.months.firstIndex(of: words[3]),
      let clock = ClockTime(words[4])
    else { return nil }
    self.week = week + 1
    weekday = String(words[1].prefix(3))
    self.month = month + 1
    hour = clock.hour
    minute = clock.minute
  }

  /// When it is in a year; nil beyond the years that a calendar knows.
  func timestamp(in year: Int) -> Timestamp? {
    let first = CivilTime(year: year, month: month, day: 1, hour: hour, minute: minute)
    let days = (0..<31).compactMap { day -> Timestamp? in
      guard let time = first.timestamp.map({ $0 + .days(Int64(day)) }) else { return nil }
      let civil = CivilTime(time)
      return civil.month == month && civil.weekday == weekday ? time : nil
    }
    return week <= 4 && week <= days.count ? days[week - 1] : days.last
  }
}

/// When the clock goes forward by an hour and when back, by what it shows just before.
public struct SummerTime: Equatable, Sendable {
  /// When the clock goes forward.
  public let begin: YearlyMoment
  /// When the clock goes back.
  public let end: YearlyMoment

  /// Makes a rule; where the end comes before the beginning, summer spans the new year.
  public init(begin: YearlyMoment, end: YearlyMoment) {
    self.begin = begin
    self.end = end
  }

  /// How far the clock goes.
  static let step = Interval.hours(1)

  /// Whether a clock that shows this is on summer time. Of the hour that comes twice it is the
  /// first, and the hour that is missing counts as summer.
  func holds(shown time: Timestamp) -> Bool {
    let year = CivilTime(time).year
    guard let begin = begin.timestamp(in: year), let end = end.timestamp(in: year) else {
      return false
    }
    return begin < end ? begin <= time && time < end : time < end || begin <= time
  }

  /// Whether it is summer time while a clock that knows none shows this.
  func holds(standard time: Timestamp) -> Bool {
    let year = CivilTime(time).year
    guard let begin = begin.timestamp(in: year), let end = end.timestamp(in: year) else {
      return false
    }
    let back = end - SummerTime.step
    return begin < back ? begin <= time && time < back : time < back || begin <= time
  }

  /// Whether the clock never shows this, because it jumps over it.
  func isMissing(_ time: Timestamp) -> Bool {
    guard let begin = begin.timestamp(in: CivilTime(time).year) else { return false }
    return begin <= time && time < begin + SummerTime.step
  }

  /// What the clock shows when it next goes forward or back.
  func nextChange(after shown: Timestamp, isSummer: Bool) -> Timestamp? {
    let year = CivilTime(shown).year
    let edge = isSummer ? end : begin
    return [year, year + 1].compactMap { edge.timestamp(in: $0) }.first { $0 > shown }
  }
}

/// A time of day, `07:30`.
struct ClockTime: Equatable {
  let hour: Int
  let minute: Int

  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.count == 2 }), let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    self.hour = hour
    self.minute = minute
  }
}
