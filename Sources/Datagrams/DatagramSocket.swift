import Glibc
import RecorderEngine

/// A socket for datagrams, which never blocks and is closed when nobody has it any more.
public final class DatagramSocket: Sendable {
  /// Why there is no socket: the number of the system's error.
  public struct Fault: Error, Equatable, Sendable {
    public let code: Int32
  }

  /// Its number, for whoever waits on it.
  public let descriptor: Int32

  /// Makes a socket at an address. One that is shared is no obstacle to others that are shared as well:
  /// each of them hears what is said to a group.
  public init(at address: DatagramAddress, isShared: Bool = false) throws(Fault) {
    let kind = Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    descriptor = socket(AF_INET, kind | Int32(SOCK_NONBLOCK.rawValue), 0)
    guard descriptor >= 0 else { throw Fault(code: errno) }
    if isShared { set(SO_REUSEADDR, of: SOL_SOCKET, to: Int32(1)) }
    let bound = DatagramSocket.withPointer(to: address) { bind(descriptor, $0, $1) }
    // Thrown from here the end of this object closes it; closed here as well, its number could be another
    // one's by then.
    guard bound == 0 else { throw Fault(code: errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The port that it has.
  public var port: UInt16 {
    var own = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &own) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = getsockname(descriptor, $0, &size)
      }
    }
    return DatagramAddress(own).port
  }

  /// Hears what is said to a group on one card, and on no other; false: the card has no groups.
  public func join(_ group: IPAddress, on card: NetworkCard) -> Bool {
    // Without this it hears what other programs have joined on other cards as well.
    set(IP_MULTICAST_ALL, of: Int32(IPPROTO_IP), to: Int32(0))
    let membership = ip_mreq(imr_multiaddr: group.system, imr_interface: card.address.system)
    return set(IP_ADD_MEMBERSHIP, of: Int32(IPPROTO_IP), to: membership)
  }

  /// Sends what goes to groups over this card.
  public func speakToGroups(over card: NetworkCard) {
    set(IP_MULTICAST_IF, of: Int32(IPPROTO_IP), to: card.address.system)
  }

  /// Has so many bytes of datagrams wait to be taken, as far as the system lets it.
  public func makeRoom(for bytes: Int) {
    set(SO_RCVBUF, of: SOL_SOCKET, to: Int32(bytes))
  }

  /// Sends a datagram; where that cannot be it is lost, as datagrams are.
  public func send(_ bytes: [UInt8], to address: DatagramAddress) {
    _ = DatagramSocket.withPointer(to: address) {
      sendto(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, $1)
    }
  }

  /// The next datagram that is there, and whom it is from; of a longer one the first `most` bytes.
  public func receive(most: Int) -> (bytes: [UInt8], sender: DatagramAddress)? {
    var sender = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    var count = -1
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, used in
      count = withUnsafeMutablePointer(to: &sender) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          recvfrom(descriptor, buffer.baseAddress, most, 0, $0, &size)
        }
      }
      used = max(0, count)
    }
    return count < 0 ? nil : (bytes, DatagramAddress(sender))
  }

  @discardableResult
  private func set<Value>(_ option: Int32, of level: Int32, to value: Value) -> Bool {
    withUnsafePointer(to: value) {
      setsockopt(descriptor, level, option, $0, socklen_t(MemoryLayout<Value>.size))
    } == 0
  }

  private static func withPointer<Result>(
    to address: DatagramAddress, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    withUnsafePointer(to: address.system) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}
