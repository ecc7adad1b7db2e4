import TextUI

/// What a terminal sends for a key.
public struct KeySequence: Equatable, Sendable {
  /// What comes in, in order.
  public let bytes: [UInt8]
  /// The key that it stands for.
  public let key: Key

  /// Makes what a terminal sends for a key.
  public init(_ bytes: [UInt8], _ key: Key) {
    self.bytes = bytes
    self.key = key
  }
}
