extension RecorderState {
  mutating func recover(_ command: RecorderCommand, _ turn: inout Turn) {
    switch command {
    case .openRecovery: openRecovery(&turn)
    case .chooseRecoveryMethod(let method): chooseRecoveryMethod(method, &turn)
    case .refreshDynamicPassword: refreshDynamicPassword(&turn)
    case .answerQuestions(let answers): answerQuestions(answers, &turn)
    case .enterDynamicPassword(let code): enterDynamicPassword(code, &turn)
    case .setRecoveredPassword(let new): setRecoveredPassword(new, &turn)
    case .closeRecovery: closeRecovery(because: .wizardClosed, &turn)
    default: break
    }
  }

  private mutating func openRecovery(_ turn: inout Turn) {
    guard snapshot.session == nil else { return refuse(.recovery(.signedIn), &turn) }
    guard !snapshot.needsSetup else { return refuse(.setup(.needed), &turn) }
    closeRecovery(because: .wizardClosed, &turn)
    log(.recoveryOpened, by: .admin, &turn)
    show(snapshot.firstUsableMethod, &turn)
  }

  private mutating func chooseRecoveryMethod(_ method: RecoveryMethod, _ turn: inout Turn) {
    guard case .open(let session) = snapshot.recovery else {
      return refuse(.recovery(.notOpen), &turn)
    }
    guard session.method != method else { return }
    guard snapshot.profile.recovery.methods.contains(method) else {
      return refuse(.recovery(.unavailable(method, .neverSetUp)), &turn)
    }
    if let why = snapshot.unavailability(of: method) {
      return refuse(.recovery(.unavailable(method, why)), &turn)
    }
    if session.challenge != nil { emit(.codeDied(.tabLeft), &turn) }
    show(method, &turn)
  }

  /// Puts a tab in front. Dynamic Password freezes what it shows at this moment.
  private mutating func show(_ method: RecoveryMethod?, _ turn: inout Turn) {
    let challenge = method == .dynamicPassword ? newChallenge(turn) : nil
    let questions = answers[.admin]?.map(\.question) ?? []
    emit(
      .recoveryChanged(
        .open(
          RecoverySession(
            account: .admin, method: method, questions: questions, challenge: challenge))),
      &turn)
  }

  private func newChallenge(_ turn: Turn) -> DynamicChallenge {
    let identity = snapshot.profile.identity
    return DynamicChallenge(
      model: identity.model, macAddress: identity.macAddress,
      time: snapshot.deviceTime(at: turn.now).wholeSecond)
  }

  private mutating func refreshDynamicPassword(_ turn: inout Turn) {
    guard case .open(let session) = snapshot.recovery, let old = session.challenge else {
      return refuse(.recovery(.notOpen), &turn)
    }
    // Within the second that is on the screen a refresh shows the same time: the code lives.
    guard newChallenge(turn) != old else { return }
    emit(.codeDied(.refreshed), &turn)
    show(.dynamicPassword, &turn)
  }

  private mutating func answerQuestions(_ given: [Secret], _ turn: inout Turn) {
    guard case .open(let session) = snapshot.recovery, session.method == .securityQuestions,
      let rules = snapshot.profile.recovery.securityQuestions
    else { return refuse(.recovery(.notOpen), &turn) }
    if areRight(given, for: session.account, turn) {
      return grant(.securityQuestions, &turn)
    }
    countRecoveryFailure(.securityQuestions, rules.limit.value, &turn) { .wrongAnswers(left: $0) }
  }

  private mutating func enterDynamicPassword(_ code: Secret, _ turn: inout Turn) {
    guard case .open(let session) = snapshot.recovery, let challenge = session.challenge,
      let rules = snapshot.profile.recovery.dynamicPassword
    else { return refuse(.recovery(.notOpen), &turn) }
    let right = turn.cryptography.dynamicPassword(
      for: challenge.spoken, length: rules.length.value)
    if code.matches(right) {
      emit(.codeDied(.used), &turn)
      return grant(.dynamicPassword, &turn)
    }
    countRecoveryFailure(.dynamicPassword, rules.limit.value, &turn) { .wrongCode(left: $0) }
  }

  private mutating func grant(_ method: RecoveryMethod, _ turn: inout Turn) {
    recoveryFailures[method] = nil
    log(.recoveryGranted(method), by: .admin, &turn)
    let until = turn.now + snapshot.profile.recovery.newPasswordTime.value
    emit(
      .recoveryChanged(
        .granted(RecoveryGrant(account: .admin, method: method, until: until))), &turn)
  }

  /// Counts a wrong proof; the last one that the profile allows makes the method pause.
  private mutating func countRecoveryFailure(
    _ method: RecoveryMethod, _ limit: TryLimit, _ turn: inout Turn,
    problem: (Int) -> RecoveryProblem
  ) {
    log(.recoveryFailed(method), by: .admin, &turn)
    let count = (recoveryFailures[method] ?? 0) + 1
    recoveryFailures[method] = count
    guard count >= limit.tries else {
      return refuse(.recovery(problem(limit.tries - count)), &turn)
    }
    let until = turn.now + limit.pause
    emit(.recoveryPaused(method, until: until), &turn)
    emit(.beeped(.angry), &turn)
    log(.recoveryPaused(method), by: .admin, &turn)
    if method == .dynamicPassword { emit(.codeDied(.triesUsedUp), &turn) }
    show(snapshot.firstUsableMethod, &turn)
    refuse(.recovery(.unavailable(method, .paused(until: until))), &turn)
  }

  private mutating func setRecoveredPassword(_ new: NewPassword, _ turn: inout Turn) {
    guard case .granted(let grant) = snapshot.recovery else {
      return refuse(.recovery(.notGranted), &turn)
    }
    let level = snapshot.profile.passwords.requiredAfterRecovery.value
    guard isAcceptable(new, for: grant.account, level: level, &turn) else { return }
    keep(new.password, for: grant.account, &turn)
    emit(.recoveryChanged(.closed), &turn)
    log(.passwordRecovered(grant.method), by: grant.account, &turn)
    if snapshot.lockOut(of: grant.account) != nil { endLockOut(of: grant.account, &turn) }
    if let account = snapshot.account(grant.account) { beginSession(of: account, &turn) }
  }

  /// Closes the wizard, whatever it shows; a code that somebody waits for dies with it.
  mutating func closeRecovery(because death: CodeDeath, _ turn: inout Turn) {
    guard snapshot.recovery != .closed else { return }
    if case .open(let session) = snapshot.recovery, session.challenge != nil {
      emit(.codeDied(death), &turn)
    }
    emit(.recoveryChanged(.closed), &turn)
  }
}
