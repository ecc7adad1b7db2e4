import RecorderEngine

extension Interval {
  /// Reads a length of time as XML has it: `PT1M30.5S`; nil for anything else, and where it has
  /// months or years, whose length nobody knows.
  init?(duration text: String) {
    guard text.hasPrefix("P"), text.utf8.count <= 40 else { return nil }
    let halves = text.dropFirst().split(separator: "T", omittingEmptySubsequences: false)
    guard (1...2).contains(halves.count) else { return nil }
    var total: Int64 = 0
    var isEmpty = true
    for (half, units) in zip(halves, [Interval.dayUnits, Interval.clockUnits]) {
      guard let sum = Interval.sum(half, units) else { return nil }
      isEmpty = isEmpty && half.isEmpty
      total += sum
    }
    guard !isEmpty, halves.count == 1 || !halves[1].isEmpty else { return nil }
    self.init(milliseconds: total)
  }

  private static let dayUnits: [(Character, Double)] = [("D", 86_400_000)]
  private static let clockUnits: [(Character, Double)] = [
    ("H", 3_600_000), ("M", 60_000), ("S", 1_000),
  ]

  private static func sum(_ text: Substring, _ units: [(Character, Double)]) -> Int64? {
    var rest = text
    var sum: Double = 0
    for (unit, length) in units {
      guard let end = rest.firstIndex(of: unit) else { continue }
      let digits = rest[..<end]
      guard digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
        let number = Double(digits)
      else { return nil }
      sum += number * length
      rest = rest[rest.index(after: end)...]
    }
    return rest.isEmpty && sum < 1e15 ? Int64(sum) : nil
  }

  /// The length as XML has it, in seconds.
  var durationText: String {
    let sign = milliseconds < 0 ? "-" : ""
    let length = milliseconds.magnitude
    let fraction = String(length % 1_000)
    let tail =
      length % 1_000 == 0 ? "" : "." + String(repeating: "0", count: 3 - fraction.count) + fraction
    return "\(sign)PT\(length / 1_000)\(tail)S"
  }
}
