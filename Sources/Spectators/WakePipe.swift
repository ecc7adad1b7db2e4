import Glibc

/// Wakes a thread that waits for descriptors. It is closed once nobody has it any more: closed sooner, its
/// number could be somebody else's while a thread still reads from it.
final class WakePipe: Sendable {
  /// What the thread waits for.
  let reading: Int32
  private let writing: Int32

  /// Makes a pipe; nil: the system has none.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, fcntl(end, F_GETFL) | O_NONBLOCK)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  deinit {
    close(reading)
    close(writing)
  }

  /// Wakes the thread, once for as often as it is called meanwhile.
  func knock() {
    var byte: UInt8 = 1
    _ = write(writing, &byte, 1)
  }

  /// Takes note of all that has knocked.
  func answer() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(reading, &bytes, bytes.count) > 0 {}
  }
}

/// A thread of its own for something that waits for descriptors.
enum OwnThread {
  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Starts one that ends with its body; false: the system has none.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    var thread = pthread_t()
    let box = Unmanaged.passRetained(Body(body))
    let isMade = pthread_create(
      &thread, nil,
      { argument in
        argument.map { Unmanaged<Body>.fromOpaque($0).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    guard isMade == 0 else {
      box.release()
      return false
    }
    pthread_detach(thread)
    return true
  }
}
