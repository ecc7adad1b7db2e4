import Foundation
import HTTPRequests
import ONVIFMessages
import RecorderEngine

/// How far a device's clock is from the one here, and where that was read.
struct ClockReading: Equatable, Sendable {
  /// Where the time came from.
  enum Source: Equatable, Sendable {
    /// GetSystemDateAndTime told it in UTC.
    case utc
    /// It told local time with a zone.
    case local
    /// The date in the head of an HTTP answer.
    case date
    /// Nowhere: the clock here stands in for it.
    case nowhere
  }

  /// What is added to the time here to have the device's, in UTC.
  var offset: Interval
  /// Where it was read.
  var source: Source
  /// How far the device's own clock is from the date of its HTTP answers, where that is whole quarter
  /// hours: it most likely tells local time as UTC.
  var zoneMistake: Interval?
  /// What the device told.
  var told: DeviceClock?

  /// How long the answer took: the device's clock may have been read at any moment of it.
  let took: Interval

  /// Reads it from what came at a moment of the clock here, when it was asked for `took` before.
  init(_ told: DeviceClock?, date: String?, at now: Timestamp, took: Interval) {
    self.told = told
    self.took = took
    let dated = date.flatMap(HTTPDate.timestamp)
    if let utc = told?.utc?.timestamp {
      (offset, source) = (utc - now, .utc)
    } else if let local = told?.local?.timestamp, let zone = told?.zone.flatMap(POSIXZone.offset) {
      (offset, source) = (local - zone - now, .local)
    } else if let dated {
      (offset, source) = (dated - now, .date)
    } else {
      (offset, source) = (.zero, .nowhere)
    }
    if source == .utc, let dated { zoneMistake = ClockReading.quarterHours(now + offset - dated) }
  }

  /// Whether another reading is really another time: more than slow answers make. What was read at
  /// another place says nothing.
  func differs(from other: ClockReading) -> Bool {
    let slack = Interval.seconds(5) + took + other.took
    return source == other.source
      && abs((offset - other.offset).milliseconds) >= slack.milliseconds
  }

  /// The difference where it is whole quarter hours, give or take half a minute; nil otherwise.
  static func quarterHours(_ difference: Interval) -> Interval? {
    let quarter: Int64 = 900_000
    let count = (Double(difference.milliseconds) / Double(quarter)).rounded()
    let rest = difference.milliseconds - Int64(count) * quarter
    return count != 0 && abs(rest) <= 30_000 && abs(count) <= 56
      ? .milliseconds(Int64(count) * quarter) : nil
  }
}

/// The date of an HTTP answer: `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func timestamp(_ text: String) -> Timestamp? {
    let parts = text.split { $0 == " " || $0 == "," || $0 == "-" }
    guard parts.count >= 5, let day = Int(parts[1]), var year = Int(parts[3]),
      let month = months.firstIndex(of: String(parts[2]))
    else { return nil }
    if year < 100 { year += year < 70 ? 2_000 : 1_900 }
    let clock = parts[4].split(separator: ":").map { Int($0) ?? -1 }
    guard clock.count == 3 else { return nil }
    return CivilTime(
      year: year, month: month + 1, day: day, hour: clock[0], minute: clock[1],
      second: min(59, clock[2])
    ).timestamp
  }
}

/// A zone as POSIX writes it, as far as its standard time: `CET-1CEST`, `<+0530>-5:30`, `UTC0`.
enum POSIXZone {
  /// How far it is ahead of UTC in standard time; nil: it is no such text.
  static func offset(_ text: String) -> Interval? {
    var rest = text[...]
    if rest.first == "<" {
      guard let end = rest.firstIndex(of: ">") else { return nil }
      rest = rest[rest.index(after: end)...]
    } else {
      rest = rest.drop { $0.isLetter }
    }
    let isNegative = rest.first == "-"
    if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
    let digits = rest.prefix { $0.isNumber || $0 == ":" }.split(separator: ":").map { Int64($0) }
    guard let hours = digits.first ?? nil, (0...24).contains(hours) else { return nil }
    let minutes = digits.count > 1 ? digits[1] ?? 0 : 0
    let length = Interval.minutes(hours * 60 + minutes)
    // POSIX counts westwards.
    return isNegative ? length : .zero - length
  }
}

private func abs(_ number: Int64) -> Int64 {
  number.magnitude > Int64.max ? .max : Swift.abs(number)
}
