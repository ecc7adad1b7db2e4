import RecorderEngine
import Support

/// Somebody at Restore Password who gets codes, loses them, mixes them up and tries them again.
struct RecoveryHands {
  private var random: SeededRandom
  /// Every code that was ever come by, newest last.
  private var codes: [Secret] = []
  /// The password that was set last.
  private var password: Secret = "nobody knows"

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  /// Writes down the codes that can be had now.
  mutating func note(_ recorder: TestRecorder, _ ledger: RecoveryLedger) {
    for item in recorder.state.outgoing {
      switch item {
      case .codeMail(let ticket, _, _), .appCode(let ticket, _, _):
        note(ledger.code(for: ticket, scan: 0))
      case .wrongAddressMail: break
      }
    }
    switch recorder.tab {
    case .qrCode(let ticket):
      for scan in 0...3 { note(ledger.code(for: ticket, scan: scan)) }
    case .dynamicPassword(let challenge): note(ledger.code(for: challenge))
    case .unlockCode(let challenge): note(ledger.code(for: challenge))
    default: break
    }
  }

  private mutating func note(_ code: Secret) {
    guard codes.last?.matches(code) != true else { return }
    codes = codes.suffix(29) + [code]
  }

  // MARK: What to do next

  mutating func next(
    seeing screen: RecorderSnapshot, at now: Timestamp, deadlines: [Timestamp]
  ) -> (wait: Interval, command: RecorderCommand) {
    (wait(deadlines + [screen.nextDeadline].compactMap { $0 }, now), command(seeing: screen))
  }

  private mutating func wait(_ deadlines: [Timestamp], _ now: Timestamp) -> Interval {
    let coming = deadlines.filter { $0 > now }
    if chance(12), !coming.isEmpty {
      let left = pick(coming) - now
      return pick([left - .milliseconds(1), left, left + .milliseconds(1)])
    }
    if chance(80) { return .days(1) }
    // Quick hands: much is done within the same second.
    if chance(2) { return pick([.zero, .milliseconds(1), .milliseconds(400)]) }
    return pick([.zero, .zero, .milliseconds(1), .seconds(1), .seconds(20)])
  }

  private mutating func command(seeing screen: RecorderSnapshot) -> RecorderCommand {
    if screen.power != .running, chance(2) { return .hands(.switchPower(on: true)) }
    if screen.session != nil { return commandInside() }
    if chance(12) { return commandOutside(seeing: screen) }
    if case .granted = screen.recovery, chance(2) { return setPassword() }
    guard case .open(let session) = screen.recovery else {
      return pick([
        .recovery(.open), .recovery(.open), .recovery(.open), setPassword(), proof(screen),
      ])
    }
    switch random.next() % 8 {
    case 0: return .recovery(.choose(pick(RecoveryMethod.allCases + [.client, .client, .app])))
    case 1:
      return pick([
        .recovery(.refresh), .recovery(.close), .recovery(.open),
        .recovery(.choose(.dynamicPassword)),
      ])
    case 2, 3: return send(session)
    case 4: return setPassword()
    default: return proof(screen)
    }
  }

  /// Has a code sent, or opens the page for it.
  private mutating func send(_ session: RecoverySession) -> RecorderCommand {
    switch session.tab {
    case .email(nil): pick([.recovery(.openCodeEntry), .recovery(.requestMail(address()))])
    case .client(nil): pick([.recovery(.openCodeEntry), .cloud(.requestClientMail)])
    case .app: .cloud(.startAppRecovery(account: pick([TestRecorder.appAccount, "thief"])))
    default:
      pick([
        .cloud(.startAppRecovery(account: pick([TestRecorder.appAccount, "thief"]))),
        .cloud(.requestClientMail),
        .recovery(.requestMail(address())), .recovery(.choose(pick(RecoveryMethod.allCases))),
      ])
    }
  }

  private mutating func address() -> String {
    pick([TestRecorder.email, "new@example.com", "thief@example.com"])
  }

  private mutating func proof(_ screen: RecorderSnapshot) -> RecorderCommand {
    guard case .open(let session) = screen.recovery, session.method != .securityQuestions else {
      let right = screen.profile.rightAnswers
      return .recovery(.answer(pick([right, right.reversed(), Array(right.dropLast()), []])))
    }
    if codes.isEmpty || chance(6) {
      return .recovery(.enterCode(pick(["", "000000", "12345678"])))
    }
    return .recovery(.enterCode(chance(2) ? codes[codes.count - 1] : pick(codes)))
  }

  private mutating func setPassword() -> RecorderCommand {
    password = pick(["Fresh-Pass1", "Fresh-Pass2", "Fresh-Pass3"])
    return .recovery(.setPassword(.twice(password)))
  }

  /// Hands at the case, a laptop on the network, guesses at the sign-in panel.
  private mutating func commandOutside(seeing screen: RecorderSnapshot) -> RecorderCommand {
    switch random.next() % 8 {
    case 0: .session(.signIn(.admin, "guess"))
    case 1: .hands(.slipClock(pick([.seconds(1), .seconds(-1), .hours(1), .hours(-1)])))
    case 2: .hands(.switchPower(on: chance(2)))
    case 3:
      screen.resetButton == .released ? .hands(.pressResetButton) : .hands(.releaseResetButton)
    case 4: .hands(.plugNetwork(!chance(3)))
    case 5: .cloud(.bind(account: "thief", offer: screen.cloud.offer?.number ?? 1))
    case 6:
      .cloud(
        .registerClient(
          email: pick(["client@example.com", "thief@example.com"]), .admin,
          pick([password, "guess"]),
          from: "10.0.0.3"))
    default: .remote(.obey(.restart, "guess", from: "10.0.0.9"))
    }
  }

  /// What somebody who has come in does before they leave again.
  private mutating func commandInside() -> RecorderCommand {
    switch random.next() % 10 {
    case 0: .accounts(.change(.admin, AccountChange(email: address())))
    case 1: chance(4) ? .cloud(.unbind) : .cloud(.offerBinding)
    case 2: .cloud(.bind(account: TestRecorder.appAccount, offer: Int(random.next() % 40)))
    case 3: .setClock(TestRecorder.start + .hours(Int64(random.next() % 48)))
    case 4:
      chance(8)
        ? .maintenance(.factoryDefault(keepsNetwork: true, Approval(password))) : .recovery(.open)
    case 5: .maintenance(.restart)
    case 6:
      pick([
        .cloud(.startAppRecovery(account: TestRecorder.appAccount)), .cloud(.requestClientMail),
      ])
    default: .session(.signOut)
    }
  }

  private mutating func chance(_ count: UInt64) -> Bool { random.next() % count == 0 }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(random.next() % UInt64(values.count))]
  }
}
