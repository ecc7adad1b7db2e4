extension RecorderState {
  /// How long somebody stands at User status after their last call.
  static let remoteCallLife: Interval = .seconds(60)

  /// Does what somebody elsewhere asks for, under the same lists and the same lock-out as at the
  /// recorder itself; a refusal tells nothing but why, and what is wrong with a part leaves all as it
  /// was.
  mutating func answer(_ call: RemoteCall, _ turn: inout Turn) {
    guard snapshot.answersONVIF else { return }
    guard snapshot.accessList.lets(call.address) else {
      log(.remoteSignInBlocked(call.address), &turn)
      return refuse(.addressBlocked(call.address), &turn)
    }
    guard !snapshot.needsSetup else { return refuse(.setup(.needed), &turn) }
    let name = call.account.beginning(snapshot.profile.accounts.longestName.value + 1)
    guard isProven(name, call, &turn) else { return }
    guard let level = snapshot.remoteLevel(of: name), level >= call.request.level else {
      return refuse(.notAllowed(call.request.right), &turn)
    }
    noteCall(of: name, from: call.address, &turn)
    turn.actor = name
    obey(call.request, &turn)
  }

  /// Whether the caller is who they say. Wrong proofs count as wrong passwords do.
  private mutating func isProven(
    _ name: AccountName, _ call: RemoteCall, _ turn: inout Turn
  ) -> Bool {
    if let lockOut = snapshot.lockOut(of: name) {
      log(.remoteSignInWhileLocked(call.address), by: name, &turn)
      refuse(.lockedOut(lockOut), &turn)
      return false
    }
    let only = snapshot.settings[.onvifUser] ?? ""
    guard only.isEmpty || AccountName(only) == name, proves(name, call.proof, turn) else {
      countFailure(of: name, noting: .remoteSignInFailed(call.address), &turn)
      return false
    }
    guard snapshot.account(name)?.isEnabled == true else {
      refuse(.accountDisabled, &turn)
      return false
    }
    failures.removeAll { $0.name == name }
    return true
  }

  private func proves(_ name: AccountName, _ proof: RemoteProof, _ turn: Turn) -> Bool {
    switch proof {
    case .password(let password): opens(name, password, turn)
    case .evidence(let evidence):
      readableSecret(of: name, turn).map(evidence.isMade) ?? false
    }
  }

  /// Whoever calls has no session of their own: the first call makes one, and the last one ends it a
  /// minute later. Only half of the calls' time is written down, so that a call costs no saving.
  private mutating func noteCall(
    of name: AccountName, from address: String, _ turn: inout Turn
  ) {
    let known = snapshot.remoteSessions.first { $0.address == address && $0.account == name }
    let until = turn.now + RecorderState.remoteCallLife
    if let known {
      guard let end = known.until, until - end > .seconds(30) else { return }
    }
    let session = RemoteSession(
      account: name, address: address, since: known?.since ?? turn.now,
      shownSince: known?.shownSince ?? snapshot.deviceTime(at: turn.now), until: until)
    let others = snapshot.remoteSessions.filter { $0.address != address }
    emit(.remote(.sessionsChanged(others + [session])), &turn)
    if known == nil { log(.remoteSignedIn(address), by: name, &turn) }
  }

  private mutating func obey(_ request: RemoteRequest, _ turn: inout Turn) {
    switch request {
    case .read: break
    case .addAccounts(let accounts): addRemotely(accounts, &turn)
    case .changeAccounts(let accounts): changeRemotely(accounts, &turn)
    case .removeAccounts(let names): removeRemotely(names, &turn)
    case .setClock(let time): moveClock(time, &turn)
    case .changeSettings(let values): storeSettings(values, &turn)
    case .restart: beginRestart(&turn)
    case .factoryDefault(let keepsNetwork):
      returnToFactory(keepsNetwork: keepsNetwork, by: turn.actor ?? .admin, &turn)
    }
  }

  // MARK: Accounts

  private mutating func addRemotely(_ accounts: [RemoteAccount], _ turn: inout Turn) {
    var seen: Set<String> = []
    for (place, account) in accounts.enumerated() {
      guard seen.insert(account.name.text.lowercased()).inserted else {
        return refuse(.account(.nameTaken(account.name)), &turn)
      }
      guard let details = details(of: account, &turn),
        mayAdd(details, NewPassword(typedOnce: account.password ?? Secret("")), after: place, &turn)
      else { return }
    }
    for account in accounts {
      guard let details = details(of: account, &turn), let password = account.password else {
        return
      }
      store(details, password, &turn)
    }
  }

  private mutating func details(
    of account: RemoteAccount, _ turn: inout Turn
  ) -> AccountDetails? {
    guard let group = snapshot.group(for: account.level) else {
      refuse(.account(.noSuchGroup("\(account.level)")), &turn)
      return nil
    }
    return AccountDetails(name: account.name, group: group.name)
  }

  private mutating func changeRemotely(_ accounts: [RemoteAccount], _ turn: inout Turn) {
    for account in accounts {
      guard let known = snapshot.account(account.name) else {
        return refuse(.account(.noSuchAccount(account.name)), &turn)
      }
      if account.level != snapshot.remoteLevel(of: known.name) {
        guard known.name != .admin else { return refuse(.account(.adminIsFixed), &turn) }
        guard details(of: account, &turn) != nil else { return }
      }
      guard let password = account.password else { continue }
      let level = snapshot.requiredPasswordLevel
      guard
        isAcceptable(
          NewPassword(typedOnce: password), for: account.name, level: level, mayStay: true, &turn)
      else { return }
    }
    for account in accounts {
      if let password = account.password {
        keep(password, for: account.name, &turn)
        log(.passwordChanged(account.name), &turn)
      }
      guard account.level != snapshot.remoteLevel(of: account.name),
        var known = snapshot.account(account.name), let group = snapshot.group(for: account.level)
      else { continue }
      known.group = group.name
      emit(.accounts(.changed(known.name, known)), &turn)
      log(.accountChanged(known.name), &turn)
    }
    dropUnentitledRemoteSessions(&turn)
  }

  private mutating func removeRemotely(_ names: [AccountName], _ turn: inout Turn) {
    for name in names {
      guard name != .admin else { return refuse(.account(.adminIsFixed), &turn) }
      guard snapshot.account(name) != nil else {
        return refuse(.account(.noSuchAccount(name)), &turn)
      }
      guard name != turn.actor, name != snapshot.session?.account else {
        return refuse(.account(.notYourself), &turn)
      }
    }
    var seen: Set<AccountName> = []
    for name in names where seen.insert(name).inserted { drop(name, &turn) }
    dropUnentitledRemoteSessions(&turn)
  }
}

// MARK: Passwords that a digest can be checked against

extension RecorderState {
  /// Keeps a password in a form that can be read again, where the network asks for digests of it: a
  /// digest cannot be checked against what scrypt has left. The key of the form is the program's; a
  /// recorder that does not answer ONVIF keeps none.
  mutating func keepReadable(_ password: Secret, of name: AccountName, _ turn: inout Turn) {
    guard snapshot.settings[.onvif] == "on" else { return }
    let salt = Salt(using: &turn.random)
    readable = readable ?? [:]
    readable?[name] = turn.cryptography.encrypt(password, salt: salt)
  }

  /// Forgets all passwords in that form.
  mutating func forgetReadable() { readable = nil }

  private func readableSecret(of name: AccountName, _ turn: Turn) -> Secret? {
    switch credentials[name] {
    case .factoryDefault:
      snapshot.profile.signIn.defaultPassword.map { Secret($0.value) }
    case .sealed: readable?[name].flatMap(turn.cryptography.decrypt)
    case .lost, nil: nil
    }
  }

  /// Whether a digest of the account's password can be checked: it was set while ONVIF was on, or is
  /// the factory's. Any other has to be set anew, as at recorders of this kind.
  public func knowsDigest(of name: AccountName) -> Bool {
    switch credentials[name] {
    case .factoryDefault: true
    case .sealed: readable?[name] != nil
    case .lost, nil: false
    }
  }
}

extension RemoteRequest {
  /// The level that it takes.
  var level: RemoteLevel {
    switch self {
    case .read(let level): level
    case .addAccounts, .changeAccounts, .removeAccounts, .setClock, .changeSettings, .restart,
      .factoryDefault:
      .administrator
    }
  }

  /// The right that a refusal names.
  fileprivate var right: Right {
    switch self {
    case .read(.user): .live
    case .read(.operator): .playback
    case .read(.administrator), .addAccounts, .changeAccounts, .removeAccounts: .accounts
    case .setClock: .system
    case .changeSettings: .network
    case .restart, .factoryDefault: .maintenance
    }
  }
}

extension RecorderSnapshot {
  /// The first group whose accounts may do just so much from elsewhere.
  fileprivate func group(for level: RemoteLevel) -> Group? {
    groups.first { $0.remoteLevel == level }
  }
}
