import Dispatch
import Synchronization

/// Something that is read before anybody asks for it, on a queue of its own: one processor reads the
/// recorder's file, another what else the first frame shows.
final class ReadAhead<Value: Sendable>: Sendable {
  private let queue = DispatchQueue(label: "read ahead", qos: .userInitiated)
  private let value = Mutex<Value?>(nil)

  /// Begins to read.
  init(_ read: @escaping @Sendable () -> Value) {
    queue.async {
      let value = read()
      self.value.withLock { $0 = value }
    }
  }

  /// What was read; waits for it where it is not there yet.
  func wait() -> Value? {
    // The reading stands before this in the queue.
    queue.sync { value.withLock { $0 } }
  }
}
