/// A firmware version such as `1.4.12`, compared number by number.
public struct FirmwareVersion: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The parts between the dots, the weightiest first.
  public let numbers: [Int]

  /// Makes a version of its parts.
  public init(numbers: [Int]) { self.numbers = numbers }

  /// Reads `1.4.12`; nil unless it is numbers with dots between them.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard !parts.isEmpty, parts.allSatisfy({ (0...99_999).contains($0 ?? -1) }) else { return nil }
    numbers = parts.compactMap { $0 }
  }

  /// Reads the version from a list of its parts.
  public init(from decoder: any Decoder) throws {
    numbers = try decoder.singleValueContainer().decode([Int].self)
  }

  /// Writes the version as a list of its parts.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(numbers)
  }

  /// The parts with dots between them: `1.4.12`.
  public var description: String { numbers.map(String.init).joined(separator: ".") }

  /// Whether the left one is older; a part that is missing counts as 0.
  public static func < (left: FirmwareVersion, right: FirmwareVersion) -> Bool {
    for place in 0..<max(left.numbers.count, right.numbers.count) {
      let one = place < left.numbers.count ? left.numbers[place] : 0
      let two = place < right.numbers.count ? right.numbers[place] : 0
      if one != two { return one < two }
    }
    return false
  }
}
