import RecorderEngine

/// A recorder that nobody stands at: it answers calls, and its time passes.
public actor UnattendedRecorder: CallableRecorder {
  private var state: RecorderState
  private var random: SeededRandom
  private let cryptography: any DeviceCryptography
  private let clock: @Sendable () -> Timestamp

  /// Takes a recorder; `clock` tells the time around it.
  public init(
    _ state: RecorderState, seed: UInt64, cryptography: any DeviceCryptography,
    clock: @escaping @Sendable () -> Timestamp
  ) {
    self.state = state
    random = SeededRandom(seed: seed)
    self.cryptography = cryptography
    self.clock = clock
  }

  /// The recorder as it stands now.
  public func glance() -> RemoteReply? {
    let now = clock()
    if let due = state.snapshot.nextDeadline, due <= now { return perform(.passTime, at: now) }
    return reply([], at: now)
  }

  /// Has it answer a call.
  public func answer(_ call: RemoteCall) -> RemoteReply? {
    perform(.remote(.call(call)), at: clock())
  }

  /// Does what somebody who stood at it would do.
  @discardableResult
  public func perform(_ command: RecorderCommand) -> RemoteReply {
    perform(command, at: clock())
  }

  private func perform(_ command: RecorderCommand, at now: Timestamp) -> RemoteReply {
    reply(state.apply(command, at: now, with: cryptography, using: &random), at: now)
  }

  private func reply(_ events: [RecorderEvent], at now: Timestamp) -> RemoteReply {
    RemoteReply(events: events, snapshot: state.snapshot, now: now)
  }
}
