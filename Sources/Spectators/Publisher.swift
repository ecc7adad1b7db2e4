import Glibc
import Synchronization
import TextUI

/// Shows a session to those who watch it: one thread beside the console, which waits for nobody.
public final class Publisher: Sendable {
  /// What comes from those who watch.
  public enum News: Equatable, Sendable {
    /// So many watch now.
    case watchers(Int)
    /// Somebody asks for the keyboard; nil: nobody does any more.
    case asked(Ask?)
    /// The one of this name has the keyboard from now on, under this number.
    case granted(name: String, grant: UInt32)
    /// Nobody of them has it any more.
    case released
    /// A key of whoever has the keyboard under this number.
    case key(Key, grant: UInt32)
    /// What the session is wanted to do, by somebody who may.
    case order(SessionOrder)
  }

  /// Somebody's wish to have the keyboard.
  public struct Ask: Equatable, Sendable {
    /// How they are called.
    public let name: String
    /// Which of all asks of this session it is.
    public let number: UInt32
  }

  /// The most who watch at once, and the packets that each may send in a second.
  public static let mostWatchers = 64
  static let mostPackets = 50

  /// What the console's thread hands over.
  struct Shown: Sendable {
    var frame: Canvas?
    var number: UInt32 = 0
    var status: SessionStatus
    /// What the one who is watched wants of the keyboard, in this order.
    var wishes: [Wish] = []
    var isOver = false
  }

  enum Wish: Sendable {
    case grant(ask: UInt32)
    case decline(ask: UInt32)
    case takeBack
  }

  private let shown: Mutex<Shown>
  private let count = Atomic<Int>(0)
  private let wake: WakePipe
  private let path: String

  /// Begins to listen; nil: there is no place for a socket, or none to be had.
  public init?(
    _ name: String, in folder: SessionFolder, status: SessionStatus,
    hear: @escaping @Sendable (News) -> Void
  ) {
    shown = Mutex(Shown(status: status))
    path = folder.socket(name)
    guard let wake = WakePipe() else { return nil }
    self.wake = wake
    guard folder.make(),
      let socket = LocalSocket.listening(at: path, mode: folder.socketMode)
    else { return nil }
    let started = OwnThread.start { [weak self] in
      Crowd(
        socket: socket, wake: wake, learner: folder.learner, hear: hear,
        take: { self?.take() },
        noteCount: { self?.count.store($0, ordering: .relaxed) }
      ).run()
    }
    guard started else { return nil }
  }

  deinit { wake.knock() }

  /// How many watch at the moment.
  public var watchers: Int { count.load(ordering: .relaxed) }

  /// Hands over a frame as others may see it, once it stands on its own terminal.
  public func show(_ frame: Canvas, _ status: SessionStatus) {
    let frame = frame.cropped(to: Packet.largest)
    shown.withLock {
      $0.frame = frame
      $0.number &+= 1
      $0.status = status
    }
    // Whoever comes later wakes the thread by coming.
    if watchers > 0 { wake.knock() }
  }

  /// Hands the keyboard to whoever has asked under this number, if they still do.
  public func grant(_ ask: UInt32) { wish(.grant(ask: ask)) }
  /// Says no to whoever has asked under this number.
  public func decline(_ ask: UInt32) { wish(.decline(ask: ask)) }
  /// Takes the keyboard back from whoever has it.
  public func takeBack() { wish(.takeBack) }

  /// Ends it: whoever watches is told, and the socket is gone.
  public func end() {
    unlink(path)
    shown.withLock { $0.isOver = true }
    wake.knock()
  }

  private func wish(_ wish: Wish) {
    shown.withLock { $0.wishes.append(wish) }
    wake.knock()
  }

  private func take() -> Shown {
    shown.withLock { shown in
      let taken = shown
      shown.wishes = []
      return taken
    }
  }
}
