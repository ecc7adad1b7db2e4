import Glibc
import RecorderEngine

/// Where a datagram goes, or comes from.
public struct DatagramAddress: Hashable, Sendable {
  /// The computer, or a group of them.
  public let host: IPAddress
  /// The port there.
  public let port: UInt16

  /// Makes an address.
  public init(_ host: IPAddress, port: UInt16) {
    self.host = host
    self.port = port
  }

  /// Reads what a system call has filled in.
  public init(_ system: sockaddr_in) {
    self.init(
      IPAddress(bits: UInt32(bigEndian: system.sin_addr.s_addr)),
      port: UInt16(bigEndian: system.sin_port))
  }

  /// The address as system calls take it.
  public var system: sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr = host.system
    return address
  }
}

extension IPAddress {
  /// The address as system calls take it.
  public var system: in_addr { in_addr(s_addr: bits.bigEndian) }
}
