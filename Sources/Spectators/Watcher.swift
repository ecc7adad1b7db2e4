import Glibc
import TextUI

/// Somebody who watches a session, on the publisher's thread.
final class Watcher {
  let socket: LocalSocket
  /// How they are called; nil: they have not said so yet, and see nothing.
  var name: String?
  /// Whether they see the session, and do not only hear how it stands.
  var sees = true
  /// The frame that they have whole; nil: the next is a key frame.
  private(set) var number: UInt32?
  /// Whether the socket takes more.
  private(set) var hasRoom = true
  /// What of a frame has not gone out yet, and which frame that is.
  private var unsent: ArraySlice<[UInt8]> = []
  private var sending: UInt32?
  private var status: SessionStatus?
  private var second: time_t = 0
  private var packets = 0

  init(_ socket: LocalSocket) { self.socket = socket }

  /// Counts a packet of theirs; false: they send more than anybody needs to.
  func isQuietEnough() -> Bool {
    let now = time(nil)
    if second != now { (second, packets) = (now, 0) }
    packets += 1
    return packets <= Publisher.mostPackets
  }

  /// Whether an answer has gone out; where it has not, there is no room even for that, and they read nothing.
  func tell(_ packet: Packet) { _ = socket.send(packet.bytes) }

  /// The socket takes more again: the rest of a frame goes first.
  func goOn() {
    hasRoom = true
    send()
  }

  /// Tells how the session stands, where that is news.
  func tell(_ new: SessionStatus) {
    guard hasRoom, unsent.isEmpty, status != new else { return }
    switch socket.send(Packet.status(new).bytes) {
    case .gone: status = new
    case .noRoom: hasRoom = false
    case .closed: break
    }
  }

  /// Whether they want a frame of this number now.
  func wants(_ new: UInt32) -> Bool { sees && hasRoom && unsent.isEmpty && number != new }

  /// Sends the packets of a frame, as many as there is room for; the rest follows.
  func send(_ frame: [[UInt8]], number new: UInt32) {
    (unsent, sending, number) = (frame[...], new, nil)
    send()
  }

  /// Nobody may see anything: what has not gone out stays here.
  func forgetFrame() { (unsent, sending, number) = ([], nil, nil) }

  private func send() {
    while let packet = unsent.first {
      switch socket.send(packet) {
      case .gone: unsent.removeFirst()
      case .noRoom:
        hasRoom = false
        return
      case .closed:
        forgetFrame()
        return
      }
    }
    guard let sent = sending else { return }
    (number, sending) = (sent, nil)
  }
}
