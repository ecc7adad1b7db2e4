import RecorderEngine

extension Format<Interval> {
  /// A length of time: `10 s`, `15 min`, `1 h 30 min`, `2 days`.
  static func length(_ range: ClosedRange<Interval>) -> Format {
    let expected = "a length of time such as “15 min”"
    return Format { item in
      guard let item else { return range.lowerBound }
      guard let length = item.text.flatMap({ Interval(reading: $0) }) else {
        item.refuse(expected: expected)
        return range.lowerBound
      }
      if !range.contains(length) {
        item.refuse(
          expected: "a length of time from \(range.lowerBound) to \(range.upperBound)")
      }
      return length
    }
  }

  /// How far a clock is off: a length of time, with a minus where it is slow.
  static var offset: Format {
    .scalar("how far the clock is off, such as “3 min” or “-2 h”", standIn: .zero) { text in
      let isSlow = text.hasPrefix("-")
      guard let length = Interval(reading: isSlow ? text.dropFirst() : text[...]),
        length <= .days(36_500)
      else { return nil }
      return isSlow ? .zero - length : length
    }
  }
}

extension Format<LockOutLength> {
  /// A length of time, or `until restart`.
  static var lockOutLength: Format {
    Format { item in
      if item?.text == "until restart" { return .untilRestart }
      guard let item else { return .untilRestart }
      guard let length = item.text.flatMap({ Interval(reading: $0) }) else {
        item.refuse(expected: "a length of time such as “15 min”, or “until restart”")
        return .untilRestart
      }
      if !(Interval.seconds(1) ... .days(7)).contains(length) {
        item.refuse(expected: "a length of time from 1 s to 7 days")
      }
      return .time(length)
    }
  }
}

extension Format<Timestamp> {
  /// A moment: `2026-11-20 23:04`.
  static var moment: Format {
    .scalar(
      "a date and a time such as “2026-11-20 23:04”", standIn: Timestamp(milliseconds: 0)
    ) { CivilTime(parsing: $0)?.timestamp }
  }
}

extension Interval {
  /// Reads what `description` writes; nil for anything else.
  init?(reading text: some StringProtocol) {
    let words = Substring(text).split(separator: " ")
    guard !words.isEmpty, words.count % 2 == 0 else { return nil }
    var total: Int64 = 0
    for place in stride(from: 0, to: words.count, by: 2) {
      guard let count = Int64(words[place]), (0...1_000_000).contains(count),
        let length = Interval.milliseconds(of: words[place + 1])
      else { return nil }
      total += count * length
    }
    self = .milliseconds(total)
  }

  private static func milliseconds(of unit: Substring) -> Int64? {
    switch unit {
    case "ms": 1
    case "s": 1_000
    case "min": 60_000
    case "h": 3_600_000
    case "day", "days": 86_400_000
    default: nil
    }
  }
}

extension Format<FirmwareVersion> {
  static var firmware: Format {
    .scalar("a version such as “1.4.12”", standIn: FirmwareVersion(numbers: [0])) { text in
      text.count <= 24 ? FirmwareVersion(text) : nil
    }
  }
}
