import RecorderEngine
import Support

/// What somebody outside the recorder can tell of its proofs: which one opens what, and when.
///
/// It looks at the screen and at what left the recorder, never at what the recorder keeps.
struct RecoveryLedger {
  /// What a command is to the Restore Password that is open.
  enum Verdict: Equatable {
    case noProof
    case wrong(RecoveryMethod)
    case right(RecoveryMethod)
  }

  /// A code on its way to somebody.
  private struct Sent {
    let ticket: CodeTicket
    let until: Timestamp
  }

  private let rules: RecoveryProfile
  private var sent: [RecoveryMethod: Sent] = [:]
  private var failures: [RecoveryMethod: Int] = [:]
  private var pauses: [RecoveryMethod: Timestamp] = [:]
  private var deadTickets: Set<CodeTicket> = []
  private var deadChallenges: Set<DynamicChallenge> = []
  private var usedUnlockCodes: Set<UnlockChallenge> = []
  private var grantUntil: Timestamp?
  private var isIn = false

  init(_ rules: RecoveryProfile) { self.rules = rules }

  /// When something will next be over.
  var deadlines: [Timestamp] { sent.values.map(\.until) + Array(pauses.values) }

  // MARK: Judging

  /// What the command is worth on this screen.
  func verdict(
    on command: RecorderCommand, seeing screen: RecorderSnapshot, at now: Timestamp
  ) -> Verdict {
    guard screen.power == .running, case .open(let session) = screen.recovery,
      let tab = session.tab
    else { return .noProof }
    switch command {
    case .recovery(.answer(let answers)):
      guard case .securityQuestions(let questions) = tab else { return .noProof }
      let right = screen.profile.rightAnswers
      let areRight =
        !questions.isEmpty && answers.count == right.count
        && zip(answers, right).allSatisfy { $0.matches($1) }
      return areRight && !isPaused(.securityQuestions, at: now)
        ? .right(.securityQuestions) : .wrong(.securityQuestions)
    case .recovery(.enterCode(let code)):
      guard let right = rightCodes(for: tab, at: now) else { return .noProof }
      let isRight = right.contains { $0.matches(code) } && !isPaused(tab.method, at: now)
      return isRight ? .right(tab.method) : .wrong(tab.method)
    default: return .noProof
    }
  }

  private func isPaused(_ method: RecoveryMethod, at now: Timestamp) -> Bool {
    pauses[method].map { now < $0 } ?? false
  }

  private func rightCodes(for tab: RecoveryTab, at now: Timestamp) -> [Secret]? {
    switch tab {
    case .securityQuestions, .email(nil), .client(nil): return nil
    case .email, .client, .app:
      guard let code = sent[tab.method], now < code.until else { return [] }
      return [self.code(for: code.ticket, scan: 0)]
    case .qrCode(let ticket):
      guard let qr = rules.qrCode, !deadTickets.contains(ticket),
        now < ticket.time + qr.life.value
      else { return [] }
      return (1...qr.codesPerPicture.value).map { code(for: ticket, scan: $0) }
    case .dynamicPassword(let challenge):
      return deadChallenges.contains(challenge) ? [] : [code(for: challenge)]
    case .unlockCode(let challenge):
      return usedUnlockCodes.contains(challenge) ? [] : [code(for: challenge)]
    }
  }

  // MARK: Making codes, as those do who may

  func code(for ticket: CodeTicket, scan: Int) -> Secret {
    PlainCryptography().digits(
      for: ticket, scan: scan, length: rules.code(of: ticket.method)?.length.value ?? 6)
  }

  func code(for challenge: DynamicChallenge) -> Secret {
    challenge.code(length: rules.dynamicPassword?.length.value ?? 10, with: PlainCryptography())
  }

  func code(for challenge: UnlockChallenge) -> Secret {
    challenge.code(length: rules.unlockCode?.code.length.value ?? 10, with: PlainCryptography())
  }

  // MARK: Learning

  /// What was left over at that time is over.
  mutating func pass(to now: Timestamp) {
    for (method, until) in pauses where until <= now {
      pauses[method] = nil
      failures[method] = nil
    }
    if let until = grantUntil, until <= now { grantUntil = nil }
  }

  /// Writes down what a command has changed, and says what should not be.
  mutating func learn(
    _ command: RecorderCommand, _ verdict: Verdict, _ events: [RecorderEvent],
    from before: RecorderSnapshot, to recorder: TestRecorder
  ) -> String? {
    let wasGranted = grantUntil != nil
    followGrant(command, events, recorder.snapshot)
    count(verdict, before, recorder)
    followPictures(command, events, before, recorder.snapshot)
    dropCodes(events, before)
    for item in recorder.state.outgoing { add(item, at: recorder.now) }
    if events.logged.contains(where: { if case .passwordRecovered = $0 { true } else { false } }) {
      guard wasGranted else { return "a password was set without a proof" }
      (grantUntil, isIn) = (nil, true)
    }
    return problem(with: recorder.snapshot)
  }

  private mutating func followGrant(
    _ command: RecorderCommand, _ events: [RecorderEvent], _ after: RecorderSnapshot
  ) {
    switch command {
    case .recovery(.open), .recovery(.close), .session(.signIn), .hands(.switchPower(on: false)),
      .maintenance(.restart),
      .maintenance(.shutDown):
      if events.refusals.isEmpty || after.recovery == .closed { grantUntil = nil }
    default: break
    }
    if after.power != .running { grantUntil = nil }
    if after.session == nil { isIn = false }
  }

  private mutating func count(
    _ verdict: Verdict, _ before: RecorderSnapshot, _ recorder: TestRecorder
  ) {
    guard case .open(let session) = before.recovery else { return }
    let areTogether = rules.countsTogether.value
    switch verdict {
    case .noProof: break
    case .right(let method):
      if areTogether { failures = [:] } else { failures[method] = nil }
      sent[method] = nil
      use(session.tab)
      grantUntil = session.tab?.entry?.until ?? recorder.now + rules.newPasswordTime.value
    case .wrong(let method):
      guard let limit = rules.limit(of: method) else { return }
      failures[method, default: 0] += 1
      let count = areTogether ? failures.values.reduce(0, +) : failures[method] ?? 0
      guard count >= limit.tries else { return }
      for paused in areTogether ? rules.methods : [method] {
        pauses[paused] = recorder.now + limit.pause
      }
    }
  }

  private mutating func use(_ tab: RecoveryTab?) {
    switch tab {
    case .dynamicPassword(let challenge): deadChallenges.insert(challenge)
    case .unlockCode(let challenge): usedUnlockCodes.insert(challenge)
    default: break
    }
  }

  /// A picture or a time that has left the screen never comes back.
  private mutating func followPictures(
    _ command: RecorderCommand, _ events: [RecorderEvent], _ before: RecorderSnapshot,
    _ after: RecorderSnapshot
  ) {
    if let shown = before.challenge, events.died || after.challenge != shown {
      deadChallenges.insert(shown)
    }
    guard let ticket = before.picture else { return }
    if case .recovery(.refresh) = command, events.refusals.isEmpty { deadTickets.insert(ticket) }
    if after.picture != ticket { deadTickets.insert(ticket) }
  }

  private mutating func dropCodes(_ events: [RecorderEvent], _ before: RecorderSnapshot) {
    for event in events {
      switch event {
      case .accounts(.restored): (sent, failures) = ([:], [:])
      case .logged(let entry):
        if case .passwordRecovered = entry.action { sent = [:] }
        if entry.action == .questionsSet(.admin) { failures[.securityQuestions] = nil }
      case .cloud(.clientRegistered(let email)) where email != before.cloud.clientEmail:
        sent[.client] = nil
      case .cloud(.bindingChanged(nil)): sent[.app] = nil
      case .accounts(.changed(.admin, let admin)) where admin.email != before.account(.admin)?.email:
        sent[.email] = nil
      default: break
      }
    }
  }

  private mutating func add(_ item: Outgoing, at now: Timestamp) {
    switch item {
    case .codeMail(let ticket, _, let life):
      sent[ticket.method] = Sent(ticket: ticket, until: now + life)
    case .appCode(let ticket, _, _):
      let life = rules.app?.life.value ?? .zero
      sent[ticket.method] = Sent(ticket: ticket, until: now + life)
    case .wrongAddressMail: break
    }
  }

  private func problem(with screen: RecorderSnapshot) -> String? {
    if let ticket = screen.picture, deadTickets.contains(ticket) {
      return "a dead picture is shown"
    }
    if let challenge = screen.challenge, deadChallenges.contains(challenge) {
      return "a dead time is shown"
    }
    if case .granted = screen.recovery, grantUntil == nil { return "a grant outlives its proof" }
    if screen.session != nil, !isIn { return "somebody is logged in without a proof" }
    return nil
  }
}

extension [RecorderEvent] {
  /// Whether the recorder has called a code dead.
  fileprivate var died: Bool {
    contains { if case .recovery(.codeDied) = $0 { true } else { false } }
  }
}

extension RecorderSnapshot {
  /// What the Dynamic Password screen shows.
  var challenge: DynamicChallenge? {
    if case .open(let session) = recovery { session.tab?.dynamicChallenge } else { nil }
  }

  /// The ticket in the QR code on the screen.
  var picture: CodeTicket? {
    if case .open(let session) = recovery, case .qrCode(let ticket) = session.tab {
      ticket
    } else {
      nil
    }
  }
}
