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
    let dated = date.flatMap { CivilTime(httpDate: $0)?.timestamp }
    if let utc = told?.utc?.timestamp {
      (offset, source) = (utc - now, .utc)
    } else if let local = told?.local?.timestamp, let zone = told?.standardZone {
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

private func abs(_ number: Int64) -> Int64 {
  number.magnitude > Int64.max ? .max : Swift.abs(number)
}

extension DeviceClock {
  /// How far its standard time is ahead of UTC; nil: not told, or not in a form that is known.
  var standardZone: Interval? { zone.flatMap { TimeZoneText(posix: $0)?.offset } }
}
