extension RecorderState {
  /// Does what is asked for at Restore Password.
  mutating func obey(_ command: RecoveryCommand, _ turn: inout Turn) {
    switch command {
    case .open: openRecovery(&turn)
    case .choose(let method): chooseRecoveryMethod(method, &turn)
    case .refresh: refreshRecoveryScreen(&turn)
    case .answer(let answers): answerQuestions(answers, &turn)
    case .requestMail(let address): requestRecoveryMail(to: address, &turn)
    case .openCodeEntry: openCodeEntry(&turn)
    case .enterCode(let code): enterRecoveryCode(code, &turn)
    case .setPassword(let new): setRecoveredPassword(new, &turn)
    case .close: closeRecovery(because: .wizardClosed, &turn)
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
    guard session.method != method || session.tab?.entry != nil else { return }
    if let why = snapshot.unavailability(of: method) {
      return refuse(.recovery(.unavailable(method, why)), &turn)
    }
    if let until = nextScreenTime(of: method, turn) {
      return refuse(.recovery(.unavailable(method, .tooManyScreens(until: until))), &turn)
    }
    if session.tab?.isFrozen == true { emit(.recovery(.codeDied(.tabLeft)), &turn) }
    show(method, &turn)
  }

  /// Puts a tab in front; some freeze what they show at this moment.
  private mutating func show(_ method: RecoveryMethod?, _ turn: inout Turn) {
    guard let method, let way = snapshot.profile.recovery.way(of: method) else {
      return put(nil, &turn)
    }
    guard let until = way.nextScreen(of: self, turn) else {
      return put(way.newTab(in: &self, turn), &turn)
    }
    let pause = RecoveryPause(method: method, until: until, cause: .screens)
    emit(.recovery(.paused(pause)), &turn)
    show(snapshot.firstUsableMethod, &turn)
  }

  /// Puts what a tab shows in front, on a screen of its own.
  mutating func put(_ tab: RecoveryTab?, _ turn: inout Turn) {
    let session = RecoverySession(account: .admin, screen: codes.newScreenNumber(), tab: tab)
    emit(.recovery(.changed(.open(session))), &turn)
  }

  /// When a method can show something else than it has shown; nil: now.
  private func nextScreenTime(of method: RecoveryMethod, _ turn: Turn) -> Timestamp? {
    snapshot.profile.recovery.way(of: method)?.nextScreen(of: self, turn)
  }

  private mutating func refreshRecoveryScreen(_ turn: inout Turn) {
    guard case .open(let session) = snapshot.recovery, let tab = session.tab, tab.isFrozen else {
      return refuse(.recovery(.notOpen), &turn)
    }
    if let until = nextScreenTime(of: tab.method, turn) {
      return refuse(.recovery(.unavailable(tab.method, .tooManyScreens(until: until))), &turn)
    }
    renewScreen(because: .refreshed, &turn)
  }

  /// Puts something new on a screen that codes are made for: those for the old one are dead.
  mutating func renewScreen(because death: CodeDeath, _ turn: inout Turn) {
    guard case .open(let session) = snapshot.recovery, let tab = session.tab, tab.isFrozen else {
      return
    }
    emit(.recovery(.codeDied(death)), &turn)
    show(tab.method, &turn)
  }

  /// The time of the screen is not that of the recorder any more where its clock was moved.
  mutating func renewScreenOfMovedClock(from offset: Interval, _ turn: inout Turn) {
    guard offset != snapshot.clock.offset, case .open(let session) = snapshot.recovery,
      session.challenge?.details.contains(.time) == true
    else { return }
    renewScreen(because: .clockChanged, &turn)
  }

  private mutating func answerQuestions(_ given: [Secret], _ turn: inout Turn) {
    guard case .open(let session) = snapshot.recovery, session.method == .securityQuestions else {
      return refuse(.recovery(.notOpen), &turn)
    }
    guard areRight(given, for: session.account, turn) else {
      return countRecoveryFailure(.securityQuestions, &turn) { .wrongAnswers(left: $0) }
    }
    let until = turn.now + snapshot.profile.recovery.newPasswordTime.value
    grant(.securityQuestions, until: until, &turn)
  }

  /// A proof was good: a new password may be set until then.
  mutating func grant(_ method: RecoveryMethod, until: Timestamp, _ turn: inout Turn) {
    if snapshot.profile.recovery.countsTogether.value {
      recoveryFailures = [:]
    } else {
      recoveryFailures[method] = nil
    }
    log(.recoveryGranted(method), by: .admin, &turn)
    emit(
      .recovery(
        .changed(
          .granted(RecoveryGrant(account: .admin, method: method, until: until)))), &turn)
  }

  /// Counts a wrong proof; the last one that the profile allows makes the method pause, or all of
  /// them where they count together.
  mutating func countRecoveryFailure(
    _ method: RecoveryMethod, _ turn: inout Turn, problem: (Int) -> RecoveryProblem
  ) {
    let rules = snapshot.profile.recovery
    guard let limit = rules.limit(of: method) else { return }
    log(.recoveryFailed(method), by: .admin, &turn)
    recoveryFailures[method, default: 0] += 1
    let areTogether = rules.countsTogether.value
    let count =
      areTogether ? recoveryFailures.values.reduce(0, +) : recoveryFailures[method] ?? 0
    guard count >= limit.tries else {
      return refuse(.recovery(problem(limit.tries - count)), &turn)
    }
    let until = turn.now + limit.pause
    let session: RecoverySession? =
      if case .open(let session) = snapshot.recovery { session } else { nil }
    for paused in areTogether ? rules.methods : [method] {
      emit(.recovery(.paused(RecoveryPause(method: paused, until: until, cause: .tries))), &turn)
    }
    emit(.power(.beeped(.angry)), &turn)
    log(.recoveryPaused(method), by: .admin, &turn)
    if session?.tab?.isFrozen == true { emit(.recovery(.codeDied(.triesUsedUp)), &turn) }
    show(snapshot.firstUsableMethod, &turn)
    refuse(.recovery(.unavailable(method, .paused(until: until))), &turn)
  }

  /// A pause is over; where it was for wrong tries, they begin to count anew.
  mutating func endRecoveryPause(of method: RecoveryMethod, _ turn: inout Turn) {
    let isForTries = snapshot.recoveryPauses.contains {
      $0.method == method && $0.cause == .tries
    }
    if isForTries { recoveryFailures[method] = nil }
    emit(.recovery(.pauseEnded(method)), &turn)
  }

  /// Whoever waits in front of a wizard without a way gets the first one that can be used: a pause
  /// is over, the client software has registered the recorder.
  mutating func showFirstUsableWay(_ turn: inout Turn) {
    guard case .open(let session) = snapshot.recovery, session.tab == nil,
      let usable = snapshot.firstUsableMethod
    else { return }
    show(usable, &turn)
  }

  private mutating func setRecoveredPassword(_ new: NewPassword, _ turn: inout Turn) {
    guard case .granted(let grant) = snapshot.recovery else {
      return refuse(.recovery(.notGranted), &turn)
    }
    let level = snapshot.profile.passwords.requiredAfterRecovery.value
    guard isAcceptable(new, for: grant.account, level: level, &turn) else { return }
    keep(new.password, for: grant.account, &turn)
    dropIssuedCodes(&turn)
    emit(.recovery(.changed(.closed)), &turn)
    log(.passwordRecovered(grant.method), by: grant.account, &turn)
    if snapshot.lockOut(of: grant.account) != nil { endLockOut(of: grant.account, &turn) }
    if let account = snapshot.account(grant.account) { beginSession(of: account, &turn) }
  }

  /// Closes the wizard, whatever it shows; a code that somebody waits for dies with its screen.
  mutating func closeRecovery(because death: CodeDeath, _ turn: inout Turn) {
    guard snapshot.recovery != .closed else { return }
    if case .open(let session) = snapshot.recovery, session.tab?.isFrozen == true {
      emit(.recovery(.codeDied(death)), &turn)
    }
    codes.endScreen()
    emit(.recovery(.changed(.closed)), &turn)
  }

  /// Goes back to an older state of the same recorder, as for another try at a lesson's step. What the
  /// recorder remembers of its codes does not go back: a screen that has ended since is made anew.
  public mutating func goBack(
    to older: RecorderState, at now: Timestamp, with cryptography: any DeviceCryptography,
    using random: inout SeededRandom
  ) {
    let codes = codes
    self = older
    self.codes = codes
    guard case .open(let session) = snapshot.recovery, session.screen != codes.livingScreen
    else { return }
    var turn = Turn(now: now, cryptography: cryptography, random: random)
    defer { random = turn.random }
    if let tab = session.tab, tab.entry == nil {
      show(tab.method, &turn)
    } else {
      put(session.tab, &turn)
    }
  }
}
