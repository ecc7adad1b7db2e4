import Glibc
import Synchronization

/// The line of somebody who watches a session: a thread reads it, whoever draws takes what has come.
public final class SessionLine: Sendable {
  /// What the thread has as well; it is gone once both have let go of it.
  private final class Reading: Sendable {
    struct Arrived: Sendable {
      var packets: [Packet] = []
      /// The session is over, or nobody wants to hear of it any more.
      var isOver = false

      var isFull: Bool { packets.count >= SessionLine.mostWaiting }
    }

    let socket: LocalSocket
    let arrived = Mutex(Arrived())
    /// Wakes the thread where there is room again, or nobody listens any more.
    let room: WakePipe

    init(_ socket: LocalSocket, _ room: WakePipe) { (self.socket, self.room) = (socket, room) }
  }

  private let reading: Reading

  /// The most packets that wait to be drawn: until some are taken the rest waits in the socket, and from
  /// then on the session lets this watcher lag.
  private static let mostWaiting = 4_096

  /// Connects to a session under a name, to see it or only to hear how it stands; nil: nobody offers that session.
  public init?(
    to session: String, in folder: SessionFolder, as name: String, sees: Bool = true,
    wake: @escaping @Sendable () -> Void
  ) {
    guard let socket = LocalSocket.connected(to: folder.socket(session)), let room = WakePipe()
    else { return nil }
    let reading = Reading(socket, room)
    self.reading = reading
    send(.hello(name: name, sees: sees))
    guard OwnThread.start({ SessionLine.read(reading, wake) }) else { return nil }
  }

  deinit {
    reading.arrived.withLock { $0.isOver = true }
    reading.room.knock()
  }

  /// Says something to the session.
  public func send(_ packet: Packet) { _ = reading.socket.send(packet.bytes) }

  /// What has come since the last look; nil: the session is over, and all that was said is taken.
  public func take() -> [Packet]? {
    let (packets, isOver, wasFull) = reading.arrived.withLock { arrived in
      defer { arrived.packets = [] }
      return (arrived.packets, arrived.isOver, arrived.isFull)
    }
    if wasFull { reading.room.knock() }
    return packets.isEmpty && isOver ? nil : packets
  }

  private static func read(_ reading: Reading, _ wake: () -> Void) {
    while true {
      let (isFull, isOver) = reading.arrived.withLock { ($0.isFull, $0.isOver) }
      if isOver { return }
      var waited = [
        pollfd(fd: reading.room.reading, events: Int16(POLLIN), revents: 0),
        // A negative number is waited for by nobody.
        pollfd(
          fd: isFull ? -1 : reading.socket.descriptor, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&waited, 2, -1) >= 0 else {
        if errno == EINTR { continue }
        break
      }
      if waited[0].revents != 0 { reading.room.answer() }
      guard waited[1].revents != 0 else { continue }
      guard let bytes = reading.socket.receive() else { break }
      guard !bytes.isEmpty, let packet = Packet(bytes) else { continue }
      reading.arrived.withLock { $0.packets.append(packet) }
      wake()
      if packet == .end { break }
    }
    reading.arrived.withLock { $0.isOver = true }
    wake()
  }
}
