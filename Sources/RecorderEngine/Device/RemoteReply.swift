/// What the recorder said to somebody who called it over the network, and what it is now.
public struct RemoteReply: Sendable {
  /// What the call brought about, refusals included.
  public let events: [RecorderEvent]
  /// The recorder right after it.
  public let snapshot: RecorderSnapshot
  /// What its clock showed.
  public let deviceTime: Timestamp

  /// Makes a reply.
  public init(events: [RecorderEvent], snapshot: RecorderSnapshot, deviceTime: Timestamp) {
    self.events = events
    self.snapshot = snapshot
    self.deviceTime = deviceTime
  }

  /// Why the call was refused; nil: it was done.
  public var refusal: Refusal? {
    events.lazy.compactMap { if case .refused(let refusal) = $0 { refusal } else { nil } }.first
  }
}

/// A recorder that can be called over the network, in turn with whoever stands at it.
public protocol CallableRecorder: Sendable {
  /// The recorder as it stands, for what nobody has to prove anything for; nil: there is none yet.
  func glance() async -> RemoteReply?
  /// Has it answer a call; nil where too many wait, or it is gone.
  func answer(_ call: RemoteCall) async -> RemoteReply?
}
