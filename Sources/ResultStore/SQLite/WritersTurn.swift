import Foundation
import Glibc
import Synchronization

/// Whose turn it is to write into a folder's results: one after the other, as they came.
///
/// SQLite lets those who wait ask again now and then: of 200 processes that write at once some never
/// came at the right moment within five seconds, and were refused. The kernel has a queue for a lock on
/// the folder itself, which leaves no file and ends with whoever holds it. Where there is no such
/// lock, on some network folders, SQLite's own waiting is left.
struct WritersTurn {
  /// How long is waited for those in front, in seconds: one of them may be stopped in its turn.
  static let patience = 20.0

  private let folder: Int32

  /// Waits for the turn.
  init(in path: String) {
    folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0, flock(folder, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else { return }
    Waiting.wait(on: dup(folder))
  }

  /// Lets the next one have it.
  func end() {
    guard folder >= 0 else { return }
    flock(folder, LOCK_UN)
    close(folder)
  }

  /// A thread that waits, since nobody can say how long a lock is waited for.
  private final class Waiting: Sendable {
    private let isGivenUp = Mutex(false)

    static func wait(on file: Int32) {
      let waiting = Waiting()
      let done = DispatchSemaphore(value: 0)
      Thread.detachNewThread {
        while flock(file, LOCK_EX) != 0, errno == EINTR {}
        waiting.isGivenUp.withLock { if $0 { flock(file, LOCK_UN) } }
        close(file)
        done.signal()
      }
      if done.wait(timeout: .now() + patience) == .timedOut {
        waiting.isGivenUp.withLock { $0 = true }
      }
    }
  }
}
