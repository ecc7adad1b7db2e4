/// A moment as calendar and clock show it.
public struct CivilTime: Hashable, Sendable {
  /// With all its digits: 2026.
  public var year: Int
  /// 1 to 12.
  public var month: Int
  /// Of the month, 1 to 31.
  public var day: Int
  /// 0 to 23.
  public var hour: Int
  /// 0 to 59.
  public var minute: Int
  /// 0 to 59.
  public var second: Int

  /// Makes a moment, at midnight where no clock is given; nothing is checked.
  public init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// Shows a moment by the Gregorian calendar, without its fraction of a second.
  public init(_ time: Timestamp) {
    let seconds = floorDivide(time.milliseconds, 1_000)
    let days = floorDivide(seconds, 86_400)
    let rest = Int(seconds - days * 86_400)
    // Days to a Gregorian date by eras of 400 years that begin on 1 March.
    let shifted = days + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    month = Int(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
    hour = rest / 3_600
    minute = rest / 60 % 60
    second = rest % 60
  }

  /// The moment, or nil where the calendar has no such date or the clock no such time.
  public var timestamp: Timestamp? {
    guard (1...12).contains(month), (1...daysInMonth).contains(day), (0...23).contains(hour),
      (0...59).contains(minute), (0...59).contains(second), (1970...9999).contains(year)
    else { return nil }
    let shiftedYear = Int64(month <= 2 ? year - 1 : year)
    let era = floorDivide(shiftedYear, 400)
    let yearOfEra = shiftedYear - era * 400
    let monthFromMarch = Int64(month > 2 ? month - 3 : month + 9)
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let days = era * 146_097 + dayOfEra - 719_468
    let seconds = days * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
    return Timestamp(milliseconds: seconds * 1_000)
  }

  private var daysInMonth: Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Three letters of the day of the week.
  public var weekday: String {
    let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let days = floorDivide(timestamp?.milliseconds ?? 0, 86_400_000)
    return names[Int(((days % 7) + 7) % 7)]
  }

  /// `2026-11-20`
  public var dateText: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }
  /// `23:06:51`
  public var clockText: String {
    "\(twoDigits(hour)):\(twoDigits(minute)):\(twoDigits(second))"
  }
  /// `2026-11-20 23:06:51`
  public var text: String { "\(dateText) \(clockText)" }

  /// Reads `2026-11-20`, `2026-11-20 23:06` or `2026-11-20 23:06:51`, with a blank or a `T`
  /// between date and clock; nil for anything else.
  public init?(parsing text: String) {
    let halves = text.split(whereSeparator: { $0 == " " || $0 == "T" })
    guard (1...2).contains(halves.count) else { return nil }
    let date = halves[0].split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard date.count == 3, let year = date[0], let month = date[1], let day = date[2] else {
      return nil
    }
    var clock = [0, 0, 0]
    if halves.count == 2 {
      let parts = halves[1].split(separator: ":", omittingEmptySubsequences: false)
      guard (2...3).contains(parts.count) else { return nil }
      for (place, part) in parts.enumerated() {
        guard part.count <= 2, let number = Int(part) else { return nil }
        clock[place] = number
      }
    }
    self.init(
      year: year, month: month, day: day, hour: clock[0], minute: clock[1], second: clock[2])
    guard timestamp != nil else { return nil }
  }
}
