import Glibc
import Synchronization
import TextUI

/// The line of somebody who watches a session: a thread reads it, whoever draws takes what has come.
public final class SessionLine: Sendable {
  private let socket: LocalSocket
  private let arrived = Mutex<(packets: [Packet], isOver: Bool)>(([], false))
  private let wake: @Sendable () -> Void

  /// The most packets that wait to be drawn; whoever draws nothing for so long takes a whole frame later.
  private static let mostWaiting = 4_096

  /// Connects to a session as somebody with a window; nil: nobody offers that session.
  public init?(
    to session: String, in folder: SessionFolder, as name: String, _ window: Size,
    wake: @escaping @Sendable () -> Void
  ) {
    guard let socket = LocalSocket.connected(to: folder.socket(session)) else { return nil }
    self.socket = socket
    self.wake = wake
    send(.hello(name: name, window))
    var thread = pthread_t()
    let box = Unmanaged.passRetained(self)
    let isMade = pthread_create(
      &thread, nil,
      { argument in
        argument.map { Unmanaged<SessionLine>.fromOpaque($0).takeRetainedValue().read() }
        return nil
      }, box.toOpaque())
    guard isMade == 0 else {
      box.release()
      return nil
    }
    pthread_detach(thread)
  }

  /// Says something to the session.
  public func send(_ packet: Packet) { _ = socket.send(packet.bytes) }

  /// What has come since the last look; nil: the session is over, and all that was said is taken.
  public func take() -> [Packet]? {
    arrived.withLock { arrived in
      let packets = arrived.packets
      arrived.packets = []
      return packets.isEmpty && arrived.isOver ? nil : packets
    }
  }

  private func read() {
    while true {
      var waited = pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waited, 1, -1) >= 0 || errno == EINTR else { break }
      guard let bytes = socket.receive() else { break }
      guard !bytes.isEmpty, let packet = Packet(bytes) else { continue }
      while arrived.withLock({ $0.packets.count }) >= Self.mostWaiting { usleep(1_000) }
      arrived.withLock { $0.packets.append(packet) }
      wake()
      if packet == .end { break }
    }
    arrived.withLock { $0.isOver = true }
    wake()
  }
}
