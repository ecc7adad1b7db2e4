/// Dates as servers write them, in UTC.
extension CivilTime {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, and `Sunday, 06-Nov-94 08:49:37 GMT` as old servers write
  /// it; a zone that is left out is UTC. nil for anything else.
  public init?(httpDate text: String) {
    let parts = text.split { $0 == " " || $0 == "," || $0 == "-" }
    guard (5...6).contains(parts.count), parts.count == 5 || ["GMT", "UTC"].contains(parts[5]),
      let month = CivilTime.months.firstIndex(of: String(parts[2])),
      let day = Int(parts[1]), var year = Int(parts[3])
    else { return nil }
    if (0..<100).contains(year) { year += year < 70 ? 2_000 : 1_900 }
    let clock = parts[4].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
    guard clock.count == 3, let hour = clock[0], let minute = clock[1], let second = clock[2]
    else { return nil }
    // A leap second is the last one of its minute here.
    self.init(
      year: year, month: month + 1, day: day, hour: hour, minute: minute,
      second: second == 60 ? 59 : second)
    guard timestamp != nil else { return nil }
  }

  /// `Sun, 06 Nov 1994 08:49:37 GMT`
  public var httpDate: String {
    "\(weekday), \(twoDigits(day)) \(CivilTime.months[(month - 1) % 12]) \(year) \(clockText) GMT"
  }
}
