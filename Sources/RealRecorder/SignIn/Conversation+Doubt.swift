import DeviceProofs
import ONVIFMessages
import RecorderEngine

/// What is concluded of a refusal once somebody was let in: the device counts each as a wrong
/// password, perhaps, and locks the account after a few of them.
extension Conversation {
  /// Finds out what a refusal says. Meanwhile nothing else signed leaves. What comes back is a no to
  /// this operation alone, or the answer of another try that the device itself asked for; where the
  /// password may not be good any more, everything is held back.
  func settle<Operation: ONVIFOperation>(
    _ refused: Exchange<Operation.Answer>, _ operation: Operation, at place: Subscription?,
    isWrite: Bool, isOwn: Bool
  ) async throws(DeviceFault) -> Exchange<Operation.Answer> {
    while isSettling { await waitForCertainty() }
    isSettling = true
    defer { noteCertainty() }
    do throws(DeviceFault) {
      return try await settled(refused, operation, at: place, isWrite: isWrite, isOwn: isOwn)
    } catch {
      // What somebody was told says nothing of who has typed since then.
      if refused.typed == timesTyped { holdBack() }
      throw error
    }
  }

  /// Waits until one refusal less is in doubt.
  func waitForCertainty() async {
    await withCheckedContinuation { waiting.append($0) }
  }

  private func noteCertainty() {
    isSettling = false
    endDoubt()
  }

  /// One refusal less is in doubt.
  func endDoubt() {
    doubts -= 1
    wakeAll()
  }

  /// Whoever waits looks again.
  func wakeAll() {
    let all = waiting
    waiting = []
    for one in all { one.resume() }
  }

  private func settled<Operation: ONVIFOperation>(
    _ refused: Exchange<Operation.Answer>, _ operation: Operation, at place: Subscription?,
    isWrite: Bool, isOwn: Bool
  ) async throws(DeviceFault) -> Exchange<Operation.Answer> {
    guard !isHeldBack, refused.typed == timesTyped else { throw .heldBack }
    // The proof would be one by the old password: what changes it tells which one is good.
    guard !hasOwnLeft else { throw .notConnected }
    let mayAskAgain = try await mayAskAgain(after: refused)
    // What was answered before is allowed: the password is another one by now. Of anything else, and
    // where the refusal may be one of a nonce or of a clock, the read that proved it tells, once.
    guard mayAskAgain || !answered.contains(Operation.name), let proof else { throw .heldBack }
    if mayAskAgain { ageNonces() }
    guard await isAnswered(proof) else { throw .heldBack }
    var exchange = refused
    if mayAskAgain {
      exchange = try await send(
        operation, at: place, isSigned: true, isWrite: isWrite, isToSettle: true, isOwn: isOwn)
      guard exchange.isRefusal else { return exchange }
    }
    guard mayAskWithItsOwnNonce(after: exchange, of: Operation.name) else { return exchange }
    return try await send(
      operation, at: place, isSigned: true, isWrite: isWrite, isToSettle: true, isOwn: isOwn)
  }

  /// Has a nonce asked for before anything is signed again: where one was too old, so are the others.
  private func ageNonces() {
    guard case .digest(var signers) = way else { return }
    signers.age()
    way = .digest(signers)
  }

  private func isAnswered(_ operation: some ONVIFOperation) async -> Bool {
    await (try? send(operation, isSigned: true, isToSettle: true))?.isAnswered == true
  }

  /// Whether a refusal says nothing of the password: the nonce was too old, or the clocks moved.
  func mayAskAgain<Answer>(after exchange: Exchange<Answer>) async throws(DeviceFault) -> Bool {
    switch way {
    case .digest(var signers):
      guard let challenge = exchange.challenges.first, challenge.isStale else { return false }
      signers.renew(challenge, for: exchange.target, at: systemClock())
      way = .digest(signers)
      return true
    case .token:
      // Another request may have had the same answer, and have read the clock by now.
      if clock.differs(from: exchange.clock) { return true }
      try await readClock()
      return clock.differs(from: exchange.clock)
    case .unknown, .open: return false
    }
  }

  /// Whether the password is good, and only the nonce is not that of the place: some are bound to
  /// theirs.
  private func mayAskWithItsOwnNonce<Answer>(
    after exchange: Exchange<Answer>, of name: OperationName
  ) -> Bool {
    guard case .digest(var signers) = way, let proof, !usesUpNonces,
      let challenge = exchange.challenges.first,
      exchange.target != target(of: type(of: proof).name),
      signers.keep(challenge, for: exchange.target, at: systemClock())
    else { return false }
    way = .digest(signers)
    return true
  }

  /// Signs by this challenge from now on.
  func accept(_ challenge: DigestChallenge) {
    guard let credentials else { return }
    way = .digest(DigestSigners(challenge, of: credentials, at: systemClock()))
  }
}
