import Dispatch
import Synchronization

/// Waits on this thread for something that is done beside it.
enum Waiting {
  /// What the work brought; the thread does nothing else meanwhile.
  static func value<Value: Sendable>(of work: @escaping @Sendable () async -> Value) -> Value {
    let box = Box<Value>()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      let value = await work()
      box.value.withLock { $0 = value }
      done.signal()
    }
    while true {
      done.wait()
      if let value = box.value.withLock({ $0 }) { return value }
    }
  }

  /// What came of work that may fail.
  static func result<Value: Sendable>(
    of work: @escaping @Sendable () async throws -> Value
  ) -> Result<Value, any Error> {
    value(of: {
      do { return .success(try await work()) } catch { return .failure(error) }
    })
  }

  private final class Box<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
  }
}
