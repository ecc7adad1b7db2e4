/// Where a cast's bytes come from.
public protocol CastSource: Sendable {
  /// How many there are.
  var count: Int { get }
  /// The bytes of a range that lies within the count.
  func bytes(_ range: Range<Int>) throws(CastFault) -> [UInt8]
}

/// Bytes that are in memory.
extension [UInt8]: CastSource {
  /// The bytes of a range.
  public func bytes(_ range: Range<Int>) throws(CastFault) -> [UInt8] { Array(self[range]) }
}
