import Glibc
import Synchronization
import TextUI

/// Shows a session to those who watch it: one thread beside the console, which waits for nobody.
public final class Publisher: Sendable {
  /// What comes from those who watch.
  public enum News: Equatable, Sendable {
    /// So many watch now.
    case watchers(Int)
    /// The one of this name asks for the keyboard; nil: nobody does any more.
    case asked(by: String?)
    /// Whoever had the keyboard is gone.
    case left
    /// A key of whoever has the keyboard.
    case key(Key)
  }

  /// The most who watch at once, and the packets that each may send in a second.
  public static let mostWatchers = 64
  static let mostPackets = 50

  /// What the console's thread hands over.
  struct Shown: Sendable {
    var frame: Canvas?
    var number: UInt32 = 0
    var status: SessionStatus
    /// What the one who is watched wants of the keyboard.
    var wish: Wish?
    var isOver = false
  }

  enum Wish: Sendable { case grant, takeBack }

  private let shown: Mutex<Shown>
  private let count = Atomic<Int>(0)
  private let wake: (reading: Int32, writing: Int32)
  private let path: String
  private let done = Mutex<Bool>(false)

  /// Begins to listen; nil: there is no place for a socket, or none to be had.
  public init?(
    _ name: String, in folder: SessionFolder, status: SessionStatus,
    hear: @escaping @Sendable (News) -> Void
  ) {
    shown = Mutex(Shown(status: status))
    path = folder.socket(name)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
    }
    wake = (ends[0], ends[1])
    guard folder.make(), let socket = LocalSocket.listening(at: path) else { return nil }
    let crowd = Crowd(socket: socket, wakesAt: wake.reading, hear: hear) { [weak self] in
      self?.take()
    } noteCount: { [weak self] in
      self?.count.store($0, ordering: .relaxed)
    }
    var thread = pthread_t()
    let box = Unmanaged.passRetained(crowd)
    let isMade = pthread_create(
      &thread, nil,
      { argument in
        argument.map { Unmanaged<Crowd>.fromOpaque($0).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    guard isMade == 0 else {
      box.release()
      return nil
    }
    pthread_detach(thread)
  }

  deinit {
    close(wake.reading)
    close(wake.writing)
  }

  /// How many watch at the moment.
  public var watchers: Int { count.load(ordering: .relaxed) }

  /// Hands over a frame as others may see it, once it stands on its own terminal.
  public func show(_ frame: Canvas, _ status: SessionStatus) {
    shown.withLock {
      $0.frame = frame
      $0.number &+= 1
      $0.status = status
    }
    // Whoever comes later wakes the thread by coming.
    if watchers > 0 { knock() }
  }

  /// Hands the keyboard to whoever asks for it.
  public func grant() { wish(.grant) }
  /// Takes the keyboard back.
  public func takeBack() { wish(.takeBack) }

  /// Ends it: whoever watches is told, and the socket is gone.
  public func end() {
    unlink(path)
    shown.withLock { $0.isOver = true }
    knock()
  }

  private func wish(_ wish: Wish) {
    shown.withLock { $0.wish = wish }
    knock()
  }

  private func knock() {
    var byte: UInt8 = 1
    _ = write(wake.writing, &byte, 1)
  }

  private func take() -> Shown {
    shown.withLock { shown in
      let taken = shown
      shown.wish = nil
      return taken
    }
  }
}
