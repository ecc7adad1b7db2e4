import Dispatch
import Synchronization

/// Waits on this thread for something that is done beside it.
enum Waiting {
  /// What came of the work; the thread does nothing else meanwhile.
  static func result<Value: Sendable>(
    of work: @escaping @Sendable () async throws -> Value
  ) -> Result<Value, any Error> {
    let box = Box<Value>()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      let result: Result<Value, any Error>
      do { result = .success(try await work()) } catch { result = .failure(error) }
      box.result.withLock { $0 = result }
      done.signal()
    }
    done.wait()
    return box.result.withLock { $0 ?? .failure(CancellationError()) }
  }

  private final class Box<Value: Sendable>: Sendable {
    let result = Mutex<Result<Value, any Error>?>(nil)
  }
}
