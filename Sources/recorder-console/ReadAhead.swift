import Dispatch
import Glibc
import Synchronization

/// Something that is read before anybody asks for it, by a thread of its own: one processor reads the
/// recorder's file, another what else the first frame shows.
///
/// A thread of the system's, not of a queue: it reads before the first queue would be set up.
final class ReadAhead<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let isRead = DispatchSemaphore(value: 0)

  /// Begins to read.
  init(_ read: @escaping @Sendable () -> Value) {
    Errand {
      let value = read()
      self.value.withLock { $0 = value }
      self.isRead.signal()
    }.begin()
  }

  /// What was read; waits for it where it is not there yet.
  func wait() -> Value? {
    isRead.wait()
    // For whoever asks next.
    isRead.signal()
    return value.withLock { $0 }
  }
}

/// Something that a thread does.
private final class Errand: Sendable {
  private let work: @Sendable () -> Void

  init(_ work: @escaping @Sendable () -> Void) { self.work = work }

  /// Begins it beside everything else, or does it at once where there is no thread to be had.
  func begin() {
    let this = Unmanaged.passRetained(self)
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { errand in
        errand.map { Unmanaged<Errand>.fromOpaque($0).takeRetainedValue().work() }
        return nil
      }, this.toOpaque())
    if status == 0 {
      pthread_detach(thread)
    } else {
      this.takeRetainedValue().work()
    }
  }
}
