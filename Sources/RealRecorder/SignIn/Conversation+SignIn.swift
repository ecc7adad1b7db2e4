import DeviceProofs
import ONVIFMessages
import RecorderEngine

/// The way in: the clock, how the device wants it, and one proof.
extension Conversation {
  /// Reads the device's clock, without credentials; where that is locked, by the date of the answer.
  func readClock() async throws(DeviceFault) {
    let asked = systemClock()
    var exchange = try await send(GetSystemDateAndTime(), isSigned: false)
    // One device answers nothing where the action stands beside the content type.
    if case .status(let status) = exchange.reply, status != 401, status != 403, status != 404,
      namesAction, !isProven
    {
      namesAction = false
      let plain = try await send(GetSystemDateAndTime(), isSigned: false)
      if case .status = plain.reply { namesAction = true } else { exchange = plain }
    }
    let told: DeviceClock? = if case .answered(let clock) = exchange.reply { clock } else { nil }
    let now = systemClock()
    clock = ClockReading(told, date: exchange.date, at: now, took: now - asked)
  }

  /// Signs in with what was typed: one proof, and one more only where the clock, read again, really
  /// is another one.
  func signIn() async throws(DeviceFault) -> SignInResult {
    guard !isHeldBack else { throw .heldBack }
    try await readClock()
    // What every account may read comes first: a no to anything else may not be for the password.
    for operation in Conversation.proofs {
      if let result = try await signIn(by: operation) { return result }
    }
    way = .open
    prove(by: nil)
    return .proven
  }

  /// What is not answered to everybody, the one that most accounts may read first.
  private static let proofs: [any ONVIFOperation] = [
    GetDeviceInformation(), GetNetworkInterfaces(), GetUsers(),
  ]

  /// Signs in by an operation; nil where it proves nothing: everybody may read it, or nobody.
  private func signIn(
    by operation: some ONVIFOperation
  ) async throws(DeviceFault) -> SignInResult? {
    let asked = try await send(operation, isSigned: false)
    if asked.isAnswered || asked.fault?.isNotSupported == true { return nil }
    guard !asked.isNoVerdict else { throw asked.noVerdict }
    try choose(asked)
    return try await prove(operation)
  }

  private func choose<Answer>(_ refusal: Exchange<Answer>) throws(DeviceFault) {
    usualNo = refusal.form
    if let challenge = refusal.challenges.first { return accept(challenge) }
    switch refusal.reply {
    case .status(404):
      throw .misunderstood("there is no ONVIF service at \(target(of: .getDeviceInformation))")
    case .status(401) where refusal.asksForBasic: throw .unsupported(Sentences.basicOnly)
    default: way = .token
    }
  }

  private func prove<Operation: ONVIFOperation>(
    _ operation: Operation
  ) async throws(DeviceFault) -> SignInResult {
    var exchange = try await showProof(by: operation)
    if exchange.isRefusal, try await mayAskAgain(after: exchange) {
      exchange = try await showProof(by: operation)
    }
    guard !exchange.isAnswered else {
      if case .digest = way { usesUpNonces = try await isUsedUp(by: operation) }
      prove(by: operation)
      return .proven
    }
    guard !exchange.isNoVerdict else { throw exchange.noVerdict }
    holdBack()
    return .refused(
      attemptsLeft: exchange.fault?.attemptsLeft, words: ForeignText.words(exchange.fault?.reason))
  }

  /// Shows the proof, once: each time that it leaves may count as a wrong password. Where no answer comes
  /// nobody knows what it was taken for, and nothing more is signed until somebody types again.
  private func showProof<Operation: ONVIFOperation>(
    by operation: Operation
  ) async throws(DeviceFault) -> Exchange<Operation.Answer> {
    let typed = timesTyped
    do throws(DeviceFault) {
      return try await send(operation, isSigned: true, isWrite: true)
    } catch {
      if error == .unsure, typed == timesTyped { holdBack() }
      throw error
    }
  }

  /// Whether the nonce that was just good is not good once more: the password is not asked about.
  private func isUsedUp(by operation: some ONVIFOperation) async throws(DeviceFault) -> Bool {
    try await send(operation, isSigned: true).isRefusal
  }
}

extension Exchange {
  /// That nothing was said of the proof.
  fileprivate var noVerdict: DeviceFault {
    .unreachable(ForeignText.words(fault?.reason) ?? "it answers HTTP \(status)")
  }
}
