import TextUI

/// What a terminal sends for a key.
public struct KeySequence: Equatable, Sendable {
  public let bytes: [UInt8]
  public let key: Key

  public init(_ bytes: [UInt8], _ key: Key) {
    self.bytes = bytes
    self.key = key
  }
}
