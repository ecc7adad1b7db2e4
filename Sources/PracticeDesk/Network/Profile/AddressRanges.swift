import RecorderEngine

/// Which addresses the devices of a network have.
public struct AddressRanges: Equatable, Sendable {
  /// The range of a network whose devices fit into one row of it.
  public let small: AddressRange
  /// The range of a larger network.
  public let large: AddressRange
  /// How the number of every network card begins: its first 24 bits.
  public let maker: UInt32

  /// Makes the ranges.
  public init(small: AddressRange, large: AddressRange, maker: UInt32) {
    self.small = small
    self.large = large
    self.maker = maker
  }

  /// The range of a network of so many devices.
  func range(for size: Int) -> AddressRange { size <= small.inARow ? small : large }

  /// The number of a device's network card: no two of a network are alike.
  func macAddress(of number: Int, seed: UInt64) -> MACAddress {
    // An odd factor goes through all of the last three bytes before it comes back.
    let tail = (UInt64(number) &* 0x9E_3779 &+ seed) & 0xFF_FFFF
    return MACAddress(bits: UInt64(maker) << 24 | tail)
  }
}

/// Addresses in rows: after so many the third number goes up by one.
public struct AddressRange: Equatable, Sendable {
  /// The first device's address.
  public let first: IPAddress
  /// How many devices stand in a row, at most 256.
  public let inARow: Int
  /// The mask that all of them have.
  public let mask: IPAddress

  /// Makes a range.
  public init(first: IPAddress, inARow: Int, mask: IPAddress) {
    self.first = first
    self.inARow = inARow
    self.mask = mask
  }

  /// The address of the device at a place, from 0.
  public func address(of place: Int) -> IPAddress {
    IPAddress(bits: first.bits &+ UInt32(place / inARow * 256 + place % inARow))
  }
}
