import Glibc
import RecorderEngine

/// A card of this computer that is on, with an address that it has.
public struct NetworkCard: Equatable, Sendable {
  /// What the system calls it.
  public let name: String
  /// An address of it; a card that has two of them stands in a list twice.
  public let address: IPAddress
  /// Whether it reaches nothing but this computer.
  public let isLoopback: Bool

  /// Those that this computer has.
  public static var all: [NetworkCard] {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return [] }
    defer { freeifaddrs(list) }
    return sequence(first: list, next: { $0?.pointee.ifa_next }).compactMap { entry in
      guard let card = entry?.pointee, card.ifa_flags & UInt32(IFF_UP) != 0,
        let address = card.ifa_addr, address.pointee.sa_family == sa_family_t(AF_INET)
      else { return nil }
      let bits = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
        UInt32(bigEndian: $0.pointee.sin_addr.s_addr)
      }
      return NetworkCard(
        name: String(cString: card.ifa_name), address: IPAddress(bits: bits),
        isLoopback: card.ifa_flags & UInt32(IFF_LOOPBACK) != 0)
    }
  }
}
