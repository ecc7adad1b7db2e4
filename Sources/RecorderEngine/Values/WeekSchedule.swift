/// Hours of a week, as recording and alarms are planned.
///
/// Written as seven groups of six hexadecimal digits, Monday first, an hour a bit, midnight's the
/// highest: `ffffff ffffff ffffff ffffff ffffff ffffff ffffff` is always. An eighth group is for
/// holidays; without it a holiday is like any other day of the week.
public struct WeekSchedule: Equatable, Sendable {
  /// A word of 24 bits for each day, Monday first.
  private var days: [UInt32]
  /// The word for holidays; nil: they are like other days.
  private var holiday: UInt32?

  private static let allDay: UInt32 = 0xff_ffff

  /// Every hour of the week.
  public static let always = WeekSchedule(days: Array(repeating: allDay, count: 7))
  /// No hour at all.
  public static let never = WeekSchedule(days: Array(repeating: 0, count: 7))

  /// The place of the holidays after the seven days.
  public static let holidayPlace = 7

  private init(days: [UInt32]) { self.days = days }

  /// Reads the seven groups, or eight; nil for anything else.
  public init?(_ text: String) {
    let groups = text.split(separator: " ", omittingEmptySubsequences: false)
    guard (7...8).contains(groups.count) else { return nil }
    var days: [UInt32] = []
    for group in groups {
      guard group.utf8.count == 6, let day = UInt32(group, radix: 16), group.first != "+" else {
        return nil
      }
      days.append(day)
    }
    self.days = Array(days.prefix(7))
    holiday = days.count > 7 ? days[7] : nil
  }

  /// The groups.
  public var text: String {
    var text = ""
    for day in days + [holiday].compactMap(\.self) {
      let digits = String(day, radix: 16)
      if !text.isEmpty { text += " " }
      text += String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }
    return text
  }

  /// Whether holidays have hours of their own.
  public var hasHolidays: Bool { holiday != nil }

  /// Gives holidays hours of their own, none of them on, or has them be like other days.
  public mutating func setHolidays(_ isOn: Bool) { holiday = isOn ? holiday ?? 0 : nil }

  /// Whether the hour, 0 to 23, of the day, 0 for Monday, is on; 7 stands for holidays, which have
  /// hours of their own once one is set.
  public subscript(day: Int, hour: Int) -> Bool {
    get { (day < 7 ? days[day] : holiday ?? 0) >> UInt32(23 - hour) & 1 == 1 }
    set {
      let bit: UInt32 = 1 << UInt32(23 - hour)
      let old = day < 7 ? days[day] : holiday ?? 0
      let new = newValue ? old | bit : old & ~bit
      if day < 7 { days[day] = new } else { holiday = new }
    }
  }

  /// Makes all days of the week like this one, holidays too where they have hours of their own.
  public mutating func copyToAll(day: Int) {
    let hours = day < 7 ? days[day] : holiday ?? 0
    days = Array(repeating: hours, count: 7)
    if hasHolidays { holiday = hours }
  }

  /// How many of the 168 hours are on.
  public var hours: Int { days.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether the hour of this moment is on; the moment is by the recorder's own clock, and a holiday
  /// where one of the days holds it.
  public func isOn(at time: Timestamp, holidays: [YearDays] = []) -> Bool {
    let isHoliday = hasHolidays && holidays.contains { $0.contains(time) }
    return self[isHoliday ? Self.holidayPlace : time.weekdayNumber, time.secondOfDay / 3_600]
  }
}
