/// A firmware version such as `1.4.12`, compared number by number.
public struct FirmwareVersion: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  public let numbers: [Int]

  public init(numbers: [Int]) { self.numbers = numbers }

  /// Reads `1.4.12`; nil unless it is numbers with dots between them.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard !parts.isEmpty, parts.allSatisfy({ ($0 ?? -1) >= 0 }) else { return nil }
    numbers = parts.compactMap { $0 }
  }

  public init(from decoder: any Decoder) throws {
    numbers = try decoder.singleValueContainer().decode([Int].self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(numbers)
  }

  public var description: String { numbers.map(String.init).joined(separator: ".") }

  public static func < (left: FirmwareVersion, right: FirmwareVersion) -> Bool {
    for place in 0..<max(left.numbers.count, right.numbers.count) {
      let one = place < left.numbers.count ? left.numbers[place] : 0
      let two = place < right.numbers.count ? right.numbers[place] : 0
      if one != two { return one < two }
    }
    return false
  }
}
