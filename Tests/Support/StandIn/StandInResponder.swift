import Foundation
import Glibc
import ONVIFMessages
import Synchronization

/// Answers searches of a network on loopback, as a device does, with what a test gives it.
public final class StandInResponder: Sendable {
  /// Where it listens.
  public let port: Int
  private let socket: Int32
  private let isOver = Ending()

  /// Whether it is over.
  private final class Ending: Sendable {
    private let isOver = Mutex(false)
    func withLock<Result: Sendable>(_ body: (inout Bool) -> Result) -> Result {
      isOver.withLock { body(&$0) }
    }
  }

  /// Starts it; each question is answered with all of these.
  public init(
    _ answer: @escaping @Sendable (DiscoveryMessage) -> [[UInt8]]
  ) {
    let isOver = isOver
    let listener = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
    socket = listener
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(listener, $0, length)
        _ = getsockname(listener, $0, &length)
      }
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    let thread = Thread {
      while let (message, sender) = StandInResponder.next(listener, until: isOver) {
        guard let message else { continue }
        var sender = sender
        for datagram in answer(message) {
          withUnsafePointer(to: &sender) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
              _ = sendto(
                listener, datagram, datagram.count, 0, $0,
                socklen_t(MemoryLayout<sockaddr_in>.size))
            }
          }
        }
      }
      // Never before the other side has let go of it: its number may be another one's then.
      isOver.withLock { _ in _ = close(listener) }
    }
    thread.start()
  }

  deinit {
    isOver.withLock { isOver in
      isOver = true
      shutdown(socket, Int32(SHUT_RDWR))
    }
  }

  /// The next datagram and whom it is from; nil: it is over.
  private static func next(
    _ socket: Int32, until isOver: Ending
  ) -> (DiscoveryMessage?, sockaddr_in)? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var sender = sockaddr_in()
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let count = withUnsafeMutablePointer(to: &sender) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        recvfrom(socket, &buffer, buffer.count, 0, $0, &size)
      }
    }
    // An answer that reached nobody is told here as well: that is no end.
    guard count > 0 else { return isOver.withLock(\.self) ? nil : (nil, sender) }
    return (try? DiscoveryMessage(buffer[..<count]), sender)
  }
}
