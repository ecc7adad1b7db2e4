import Datagrams
import Dispatch
import ONVIFMessages
import RecorderEngine

/// The sockets of one card: what is said to the group there is heard by one of them; the other one
/// has the card's address, hears what is said to it alone, and answers.
final class DiscoveryLine: Sendable {
  let card: NetworkCard
  private let own: DatagramSocket
  private let group: DatagramSocket?

  /// The port that it hears at.
  var port: UInt16 { own.port }

  /// Opens them; port 0: any that is free.
  init(_ card: NetworkCard, port: UInt16) throws(DatagramSocket.Fault) {
    self.card = card
    own = try DatagramSocket(at: DatagramAddress(card.address, port: port))
    own.speakToGroups(over: card)
    let group = try DatagramSocket(
      at: DatagramAddress(DiscoveryMessage.group, port: own.port), isShared: true)
    // Where a card has no groups, what is said to it alone is heard all the same.
    self.group = group.join(DiscoveryMessage.group, on: card) ? group : nil
  }

  /// Sends a datagram to one.
  func send(_ datagram: [UInt8], to address: DatagramAddress) { own.send(datagram, to: address) }

  /// Sends a datagram to all who listen.
  func sendToAll(_ datagram: [UInt8]) {
    own.send(datagram, to: DatagramAddress(DiscoveryMessage.group, port: DiscoveryMessage.port))
  }

  /// Hands on what comes, on a queue; the sockets are closed some time after the sources are cancelled
  /// and nobody else has this line.
  func sources(
    on queue: DispatchQueue, _ handle: @escaping @Sendable ([UInt8], DatagramAddress) -> Void
  ) -> [any DispatchSourceRead] {
    [own, group].compactMap(\.self).map { socket in
      let source = DispatchSource.makeReadSource(fileDescriptor: socket.descriptor, queue: queue)
      source.setEventHandler {
        // What is left over rings again.
        for _ in 0..<64 {
          guard let next = socket.receive(most: DiscoveryMessage.largest + 1) else { return }
          handle(next.bytes, next.sender)
        }
      }
      // The number is some other file's once it is closed: not before nobody waits on it any more.
      source.setCancelHandler { withExtendedLifetime(socket) {} }
      return source
    }
  }
}
