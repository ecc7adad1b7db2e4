import RecorderEngine
import Synchronization

/// The place of a recorder that is offered before it is there: until then nobody is answered.
final class LateRecorder: CallableRecorder {
  private let recorder = Mutex<(any CallableRecorder)?>(nil)

  /// Says which one it is.
  func comeUp(as recorder: any CallableRecorder) { self.recorder.withLock { $0 = recorder } }

  func glance() async -> RemoteReply? { await recorder.withLock { $0 }?.glance() }

  func answer(_ call: RemoteCall) async -> RemoteReply? {
    await recorder.withLock { $0 }?.answer(call)
  }
}
