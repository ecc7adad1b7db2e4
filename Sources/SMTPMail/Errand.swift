import Synchronization

/// One letter under way: whoever waits for it is answered once, by its end or by being stopped.
final class Errand: Sendable {
  typealias Answer = Result<Void, MailFault>

  private struct State {
    var isStopped = false
    var waiting: CheckedContinuation<Answer, Never>?
  }

  private let state = Mutex(State())

  /// Whether the thread shall give up.
  var isStopped: Bool { state.withLock { $0.isStopped } }

  func begin(_ continuation: CheckedContinuation<Answer, Never>) {
    state.withLock { $0.waiting = continuation }
    if isStopped { end(.failure(.stopped)) }
  }

  /// The thread may still wait for the network: nobody waits for the thread.
  func stop() {
    state.withLock { $0.isStopped = true }
    end(.failure(.stopped))
  }

  func end(_ answer: Answer) {
    let waiting = state.withLock { state in
      defer { state.waiting = nil }
      return state.waiting
    }
    waiting?.resume(returning: answer)
  }
}
