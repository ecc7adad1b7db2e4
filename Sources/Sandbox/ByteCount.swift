/// So many bytes.
public struct ByteCount: Equatable, Sendable {
  /// The number of bytes.
  public let bytes: UInt64

  /// So many times 1024 × 1024 bytes.
  public static func mebibytes(_ count: UInt64) -> ByteCount {
    ByteCount(bytes: count << 20)
  }
}
