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
    let asked = try await send(GetDeviceInformation(), isSigned: false)
    guard case .answered = asked.reply else {
      try choose(asked)
      return try await prove(GetDeviceInformation())
    }
    // Everybody may read that: the accounts tell how it asks.
    let users = try await send(GetUsers(), isSigned: false)
    if case .answered = users.reply {
      way = .open
      isProven = true
      return .proven
    }
    try choose(users)
    return try await prove(GetUsers())
  }

  private func choose<Answer>(_ refusal: Exchange<Answer>) throws(DeviceFault) {
    if let challenge = refusal.challenges.first { return accept(challenge) }
    switch refusal.reply {
    case .status(404):
      throw .misunderstood("there is no ONVIF service at \(Conversation.devicePath)")
    case .status(401) where refusal.asksForBasic: throw .unsupported(Sentences.basicOnly)
    default: way = .token
    }
  }

  private func prove<Operation: ONVIFOperation>(
    _ operation: Operation
  ) async throws(DeviceFault) -> SignInResult {
    var exchange = try await send(operation, isSigned: true)
    if !exchange.isAnswered, try await mayProveAgain(exchange) {
      exchange = try await send(operation, isSigned: true)
    }
    guard !exchange.isAnswered else {
      isProven = true
      return .proven
    }
    holdBack()
    return .refused(
      attemptsLeft: exchange.fault?.attemptsLeft, words: ForeignText.words(exchange.fault?.reason))
  }

  private func mayProveAgain<Answer>(
    _ exchange: Exchange<Answer>
  ) async throws(DeviceFault) -> Bool {
    switch way {
    case .digest:
      guard let challenge = exchange.challenges.first, challenge.isStale else { return false }
      accept(challenge)
      return true
    case .token:
      let before = clock
      try await readClock()
      return clock.differs(from: before)
    case .unknown, .open: return false
    }
  }
}

extension Exchange {
  /// Whether what was asked for came.
  var isAnswered: Bool { if case .answered = reply { true } else { false } }
}
