/// Hours of a week, as recording and alarms are planned.
///
/// Written as seven groups of six hexadecimal digits, Monday first, an hour a bit, midnight's the
/// highest: `ffffff ffffff ffffff ffffff ffffff ffffff ffffff` is always.
public struct WeekSchedule: Equatable, Sendable {
  /// A word of 24 bits for each day, Monday first.
  private var days: [UInt32]

  private static let allDay: UInt32 = 0xff_ffff

  /// Every hour of the week.
  public static let always = WeekSchedule(days: Array(repeating: allDay, count: 7))
  /// No hour at all.
  public static let never = WeekSchedule(days: Array(repeating: 0, count: 7))

  private init(days: [UInt32]) { self.days = days }

  /// Reads the seven groups; nil for anything else.
  public init?(_ text: String) {
    let groups = text.split(separator: " ", omittingEmptySubsequences: false)
    guard groups.count == 7 else { return nil }
    var days: [UInt32] = []
    for group in groups {
      guard group.utf8.count == 6, let day = UInt32(group, radix: 16), group.first != "+" else {
        return nil
      }
      days.append(day)
    }
    self.days = days
  }

  /// The seven groups.
  public var text: String {
    var text = ""
    for day in days {
      let digits = String(day, radix: 16)
      if !text.isEmpty { text += " " }
      text += String(repeating: "0", count: 6 - digits.utf8.count) + digits
    }
    return text
  }

  /// Whether the hour, 0 to 23, of the day, 0 for Monday, is on.
  public subscript(day: Int, hour: Int) -> Bool {
    get { days[day] >> UInt32(23 - hour) & 1 == 1 }
    set {
      let bit: UInt32 = 1 << UInt32(23 - hour)
      days[day] = newValue ? days[day] | bit : days[day] & ~bit
    }
  }

  /// Makes all days like this one.
  public mutating func copyToAll(day: Int) { days = Array(repeating: days[day], count: 7) }

  /// How many of the 168 hours are on.
  public var hours: Int { days.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether the hour of this moment is on; the moment is by the recorder's own clock.
  public func isOn(at time: Timestamp) -> Bool {
    self[time.weekdayNumber, time.secondOfDay / 3_600]
  }
}
