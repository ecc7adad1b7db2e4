/// An internet address of four numbers.
public struct IPAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The four numbers as one.
  public let bits: UInt32

  /// Makes the address of its four numbers as one, the first in the highest bits.
  public init(bits: UInt32) { self.bits = bits }

  /// Makes the address `one.two.three.four`.
  public init(_ one: UInt8, _ two: UInt8, _ three: UInt8, _ four: UInt8) {
    bits = UInt32(one) << 24 | UInt32(two) << 16 | UInt32(three) << 8 | UInt32(four)
  }

  /// Reads `192.168.1.10`; nil unless it is four numbers up to 255.
  public init?(_ text: some StringProtocol) {
    var bits: UInt32 = 0
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    for part in parts {
      guard (1...3).contains(part.utf8.count), part.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = UInt8(part)
      else { return nil }
      bits = bits << 8 | UInt32(number)
    }
    self.bits = bits
  }

  /// The four numbers with dots between them: `192.168.1.10`.
  public var description: String {
    "\(bits >> 24).\(bits >> 16 & 255).\(bits >> 8 & 255).\(bits & 255)"
  }

  /// Whether the left address comes first, number by number.
  public static func < (left: IPAddress, right: IPAddress) -> Bool { left.bits < right.bits }

  /// Whether the two are in one network of this mask.
  public func isNeighbour(of other: IPAddress, mask: IPAddress) -> Bool {
    bits & mask.bits == other.bits & mask.bits
  }

  /// Whether the bits of a mask are ones and then zeros, and at least two addresses are left.
  public var isMask: Bool {
    let zeros = ~bits
    return zeros & (zeros &+ 1) == 0 && zeros >= 3 && bits != 0
  }

  /// Whether a device of such a network may have it: neither the network itself nor all of it.
  public func isUsable(mask: IPAddress) -> Bool {
    let host = bits & ~mask.bits
    return host != 0 && host != ~mask.bits && (1...223).contains(bits >> 24) && bits >> 24 != 127
  }
}

extension IPAddress {
  /// The mask of a network whose addresses have so many bits in common; nil unless it is 0 to 32.
  public static func mask(prefix: Int) -> IPAddress? {
    guard (0...32).contains(prefix) else { return nil }
    return IPAddress(bits: prefix == 0 ? 0 : ~0 << UInt32(32 - prefix))
  }

  /// How many bits a mask's network has in common; nil: it is no mask.
  public var prefixOfMask: Int? {
    let zeros = ~bits
    return zeros & (zeros &+ 1) == 0 ? bits.nonzeroBitCount : nil
  }
}

/// A network card's number.
public struct MACAddress: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The twelve digits as one number of 48 bits.
  public let bits: UInt64

  /// Makes the address of its 48 bits.
  public init(bits: UInt64) { self.bits = bits }

  /// Reads `00:18:AE:4C:11:2F`; nil unless it has twelve digits.
  public init?(_ text: String) {
    let digits = text.filter(\.isHexDigit)
    guard digits.utf8.count == 12, let bits = UInt64(digits, radix: 16) else { return nil }
    self.bits = bits
  }

  /// The digits in pairs, in capitals: `00:18:AE:4C:11:2F`.
  public var description: String {
    let digits = Array(hexadecimal)
    return stride(from: 0, to: 12, by: 2).map { String(digits[$0...$0 + 1]) }
      .joined(separator: ":")
  }

  /// The twelve digits alone, in capitals.
  public var hexadecimal: String {
    let digits = String(bits, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 12 - digits.count)) + digits
  }

  /// Whether the left number is the lower one.
  public static func < (left: MACAddress, right: MACAddress) -> Bool { left.bits < right.bits }
}
