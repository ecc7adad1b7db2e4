extension RecorderState {
  /// Does what whoever is at the menu asks for.
  mutating func obey(_ command: SessionCommand, _ turn: inout Turn) {
    switch command {
    case .signIn(let name, let password): signIn(name, password, &turn)
    case .signOut: signOut(&turn)
    // That somebody is there was noted before, as with every command of the menu.
    case .stayAwake: break
    }
  }

  /// The names whose wrong passwords are remembered: more than anybody types by hand.
  private static var rememberedNames: Int { 64 }

  mutating func signIn(_ typed: AccountName, _ password: Secret, _ turn: inout Turn) {
    guard snapshot.session == nil else { return refuse(.signedInAlready, &turn) }
    guard !snapshot.needsSetup else { return refuse(.setup(.needed), &turn) }
    // A pasted page is remembered and logged by its beginning: one character more than a name may
    // have, so that it is never anybody's.
    let name = typed.beginning(snapshot.profile.accounts.longestName.value + 1)
    closeRecovery(because: .wizardClosed, &turn)
    if let lockOut = snapshot.lockOut(of: name) {
      log(.signInWhileLocked, by: name, &turn)
      return refuse(.lockedOut(lockOut), &turn)
    }
    guard opens(name, password, turn) else { return countFailure(of: name, &turn) }
    guard let account = snapshot.account(name), account.isEnabled else {
      log(.signInFailed, by: name, &turn)
      return refuse(.accountDisabled, &turn)
    }
    beginSession(of: account, &turn)
  }

  mutating func beginSession(of account: AccountSummary, _ turn: inout Turn) {
    failures.removeAll { $0.name == account.name }
    let isExpired = snapshot.passwordExpires(of: account).map { $0 <= turn.now } ?? false
    let session = Session(
      account: account.name, since: turn.now, shownSince: snapshot.deviceTime(at: turn.now),
      owesNewPassword: isExpired)
    emit(.session(.signedIn(session)), &turn)
    log(.signedIn, &turn)
    if isExpired { log(.passwordExpired, &turn) }
    // Whoever can sign in needs no wizard any more.
    if snapshot.setup != .done { emit(.setupChanged(.done), &turn) }
    repeatSetup(&turn)
    // What is asked first stands in front of the wizard.
    if account.password == .factoryDefault {
      emit(.session(.defaultPasswordInUse(account.name)), &turn)
    }
  }

  /// Whether the password is the account's; false for a name that the recorder does not know.
  func opens(_ name: AccountName, _ password: Secret, _ turn: Turn) -> Bool {
    switch credentials[name] {
    case .factoryDefault: isDefault(password)
    case .sealed(let sealed): turn.cryptography.opens(sealed, with: password)
    case .lost, nil: false
    }
  }

  /// Whether this is the password that the recorder has from the factory.
  func isDefault(_ password: Secret) -> Bool {
    snapshot.profile.signIn.defaultPassword.map { password.matches(Secret($0.value)) } ?? false
  }

  /// Counts a failed try, and locks the account when it was the last one the profile allows.
  ///
  /// Names that the recorder does not know count alike, or the lock-out would tell which it knows.
  /// What is refused while tries are left is the caller's to say.
  mutating func countFailure(
    of name: AccountName, noting entry: LogAction = .signInFailed,
    refusal: (_ left: Int) -> Refusal = { .wrongNameOrPassword(left: $0) }, _ turn: inout Turn
  ) {
    let tries = snapshot.profile.signIn.tries.value
    let place = failures.firstIndex { $0.name == name } ?? rememberFailures(of: name)
    failures[place].count += 1
    log(entry, by: name, &turn)
    let left = tries - failures[place].count
    guard left <= 0 else { return refuse(refusal(left), &turn) }
    failures.remove(at: place)
    lockOut(name, &turn)
  }

  private mutating func rememberFailures(of name: AccountName) -> Int {
    if failures.count >= RecorderState.rememberedNames {
      // A made-up name makes room, or trying enough of them would give new tries at a real one.
      failures.remove(at: failures.firstIndex { snapshot.account($0.name) == nil } ?? 0)
    }
    failures.append(FailedTries(name: name, count: 0))
    return failures.count - 1
  }

  private mutating func lockOut(_ name: AccountName, _ turn: inout Turn) {
    // The list of lock-outs is bounded as well: the oldest unknown name makes room.
    if snapshot.lockOuts.count >= RecorderState.rememberedNames,
      let oldest = snapshot.lockOuts.first(where: { snapshot.account($0.name) == nil })
    {
      emit(.accounts(.lockOutEnded(oldest.name)), &turn)
    }
    let until: Timestamp? =
      switch snapshot.profile.signIn.lockOut.value {
      case .time(let length): turn.now + length
      case .untilRestart: nil
      }
    let lockOut = LockOut(name: name, until: until)
    emit(.accounts(.lockedOut(lockOut)), &turn)
    emit(.power(.beeped(.angry)), &turn)
    if snapshot.settings[.alarmIllegalSignIn] == "on" {
      raiseAlarm(.illegalSignIn, isMoment: true, &turn)
    }
    log(.lockedOut, by: name, &turn)
    refuse(.lockedOut(lockOut), &turn)
  }

  mutating func endLockOut(of name: AccountName, _ turn: inout Turn) {
    emit(.accounts(.lockOutEnded(name)), &turn)
    // Time passes without power too, but nobody writes it down.
    if snapshot.power == .running { log(.lockOutEnded, by: name, &turn) }
  }

  /// Ends what a restart ends: lock-outs where the profile says so, and counts of wrong tries.
  mutating func forgetLockOutsAtRestart(_ turn: inout Turn) {
    let endsAll = snapshot.profile.signIn.restartEndsLockOut.value
    for lockOut in snapshot.lockOuts where endsAll || lockOut.until == nil {
      endLockOut(of: lockOut.name, &turn)
    }
    if endsAll { failures = [] }
  }

  mutating func signOut(_ turn: inout Turn) {
    guard snapshot.session != nil else { return refuse(.signInNeeded, &turn) }
    endSession(.asked, &turn)
  }

  mutating func endSession(_ reason: SignOutReason, _ turn: inout Turn) {
    guard let session = snapshot.session else { return }
    log(.signedOut(reason), by: session.account, &turn)
    emit(.session(.signedOut(reason)), &turn)
    if snapshot.setup == .repeated { emit(.setupChanged(.done), &turn) }
  }

  /// Notes a sign of life. Once in a while is enough: a tenth of the session time, or 20 s.
  mutating func touchSession(_ turn: inout Turn) {
    let tenth = Interval(milliseconds: snapshot.sessionTime.milliseconds / 10)
    guard let session = snapshot.session,
      turn.now - session.lastSeen >= min(tenth, .seconds(20))
    else { return }
    emit(.session(.touched(turn.now)), &turn)
  }
}
