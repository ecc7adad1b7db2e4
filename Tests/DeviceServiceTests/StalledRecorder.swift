import DeviceService
import RecorderEngine
import Synchronization

/// A recorder that answers nobody before it is told to.
final class StalledRecorder: CallableRecorder {
  private let reply: RemoteReply
  private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])
  private let isStalled = Mutex(true)

  init(_ reply: RemoteReply) { self.reply = reply }

  var count: Int { waiting.withLock { $0.count } }

  func glance() async -> RemoteReply? {
    guard isStalled.withLock({ $0 }) else { return reply }
    await withCheckedContinuation { continuation in
      waiting.withLock { $0.append(continuation) }
    }
    return reply
  }

  func answer(_ call: RemoteCall) async -> RemoteReply? { reply }

  func goOn() {
    isStalled.withLock { $0 = false }
    for continuation in waiting.withLock({ $0 }) { continuation.resume() }
  }
}
