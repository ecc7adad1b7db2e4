/// What the recorder said to somebody who called it over the network, and what it is now.
public struct RemoteReply: Sendable {
  /// What the call brought about, refusals included.
  public let events: [RecorderEvent]
  /// The recorder right after it.
  public let snapshot: RecorderSnapshot
  /// The time around it then.
  public let now: Timestamp

  /// Makes a reply.
  public init(events: [RecorderEvent], snapshot: RecorderSnapshot, now: Timestamp) {
    self.events = events
    self.snapshot = snapshot
    self.now = now
  }

  /// What its clock showed.
  public var deviceTime: Timestamp { snapshot.deviceTime(at: now) }

  /// Whether the recorder has let the caller in. It has to say so: silence is a no, whatever the
  /// reason.
  public var hasLetIn: Bool {
    events.contains { if case .remote(.callLetIn) = $0 { true } else { false } }
  }

  /// Why the call was refused; nil: it was not.
  public var refusal: Refusal? {
    events.lazy.compactMap { if case .refused(let refusal) = $0 { refusal } else { nil } }.first
  }
}

/// A recorder that can be called over the network, in turn with whoever stands at it.
public protocol CallableRecorder: Sendable {
  /// The recorder as it stands, for what nobody has to prove anything for; nil: there is none yet.
  func glance() async -> RemoteReply?
  /// Has it answer a call; nil where it is gone.
  func answer(_ call: RemoteCall) async -> RemoteReply?
}
