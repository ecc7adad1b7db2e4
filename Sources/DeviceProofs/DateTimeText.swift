import RecorderEngine

extension Timestamp {
  /// Reads a moment as XML has it, in UTC where no zone is told: `2026-11-20T23:06:51.25Z`; nil for
  /// anything else.
  package init?(dateTime text: String) {
    let bytes = Array(text.utf8)
    guard (19...40).contains(bytes.count), bytes[10] == 0x54 else { return nil }
    guard let civil = CivilTime(parsing: String(decoding: bytes[..<19], as: UTF8.self)),
      civil.text.utf8.count == 19, let whole = civil.timestamp
    else { return nil }
    var rest = bytes[19...]
    guard let fraction = Timestamp.fraction(&rest), let offset = Timestamp.offset(rest)
    else { return nil }
    self.init(milliseconds: whole.milliseconds + fraction - offset)
  }

  /// The moment as XML has it, in UTC and with milliseconds.
  package var dateTimeText: String {
    let civil = CivilTime(self)
    let fraction = String(milliseconds - wholeSecond.milliseconds)
    let year = String(civil.year)
    let date = civil.dateText.dropFirst(year.count)
    return String(repeating: "0", count: max(0, 4 - year.count)) + year + date + "T"
      + civil.clockText + "." + String(repeating: "0", count: 3 - fraction.count) + fraction + "Z"
  }

  /// Takes `.25` off the beginning, as milliseconds.
  private static func fraction(_ rest: inout ArraySlice<UInt8>) -> Int64? {
    guard rest.first == 0x2E else { return 0 }
    rest.removeFirst()
    let digits = rest.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { return nil }
    rest.removeFirst(digits.count)
    let three = (Array(digits) + [0x30, 0x30, 0x30]).prefix(3)
    return three.reduce(0) { $0 * 10 + Int64($1 - 0x30) }
  }

  /// Reads `Z`, `+02:00` or nothing, as milliseconds.
  private static func offset(_ rest: ArraySlice<UInt8>) -> Int64? {
    let text = String(decoding: rest, as: UTF8.self)
    if text.isEmpty || text == "Z" { return 0 }
    let sign: Int64 = text.hasPrefix("-") ? -1 : 1
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard "+-".contains(text.first ?? " "), parts.count == 2,
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let hours = Int64(parts[0]), let minutes = Int64(parts[1]), hours <= 14, minutes < 60
    else { return nil }
    return sign * (hours * 60 + minutes) * 60_000
  }
}
