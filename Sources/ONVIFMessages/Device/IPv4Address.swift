/// An internet address of four numbers.
public struct IPv4Address: Hashable, Sendable, CustomStringConvertible {
  /// The four numbers as one, the first in the highest bits.
  public let bits: UInt32

  /// Makes the address of its four numbers as one.
  public init(bits: UInt32) { self.bits = bits }

  /// Reads `192.168.1.10`; nil unless it is four numbers up to 255.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bits: UInt32 = 0
    for part in parts {
      guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = UInt8(part)
      else { return nil }
      bits = bits << 8 | UInt32(number)
    }
    self.bits = bits
  }

  /// The four numbers with dots between them.
  public var description: String {
    "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
  }

  /// The mask of a network whose addresses have so many bits in common; nil unless it is 0 to 32.
  public static func mask(prefix: Int) -> IPv4Address? {
    guard (0...32).contains(prefix) else { return nil }
    return IPv4Address(bits: prefix == 0 ? 0 : ~0 << UInt32(32 - prefix))
  }

  /// How many bits a mask's network has in common; nil: it is no mask.
  public var prefixOfMask: Int? {
    let zeros = ~bits
    return zeros & (zeros &+ 1) == 0 ? bits.nonzeroBitCount : nil
  }
}
