import Dispatch

/// Runs the link's jobs one after another on a queue of their own.
///
/// The pool that tasks run on otherwise is watched by libdispatch with a timer that wakes the
/// process once a second for as long as it lives; a serial queue is not.
final class LinkExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "device link", qos: .userInitiated)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedTaskExecutor()
    queue.async { job.runSynchronously(on: executor) }
  }
}
