extension [UInt8] {
  /// Compares in a time that does not tell how much of the two agrees.
  public func matches(_ other: [UInt8]) -> Bool {
    var difference = count ^ other.count
    for place in 0..<Swift.max(count, other.count) {
      let one = place < count ? self[place] : 0
      let two = place < other.count ? other[place] : 0
      difference |= Int(one ^ two)
    }
    return difference == 0
  }
}

extension RandomNumberGenerator {
  /// So many random bytes.
  public mutating func bytes(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
  }
}
