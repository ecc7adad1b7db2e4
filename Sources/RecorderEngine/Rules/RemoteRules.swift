extension RecorderState {
  /// Does what comes by the network, and what the menu says of who may come.
  mutating func obey(_ command: RemoteCommand, _ turn: inout Turn) {
    switch command {
    case .setAccessList(let list): setAccessList(list, &turn)
    case .signIn(let name, let password, let address):
      signInRemotely(name, password, from: address, &turn)
    case .signOut(let address): signOutRemotely(from: address, &turn)
    case .disconnect(let address): disconnectRemote(from: address, &turn)
    case .obey(let order, let password, let address):
      obeyRemotely(order, password, from: address, &turn)
    case .call(let call): answer(call, &turn)
    }
  }

  mutating func setAccessList(_ list: AccessList, _ turn: inout Turn) {
    guard isAllowed(.accounts, &turn) else { return }
    if let problem = problem(with: list) { return refuse(.accessList(problem), &turn) }
    guard list != snapshot.accessList else { return }
    emit(.remote(.accessListChanged(list)), &turn)
    log(.accessListChanged, &turn)
    for session in snapshot.remoteSessions where !list.lets(session.address) {
      endRemoteSession(session, &turn)
    }
  }

  func problem(with list: AccessList) -> AccessListProblem? {
    let most = snapshot.profile.accounts.mostAddresses.value
    if list.addresses.count > most { return .tooMany(most: most) }
    if let wrong = list.addresses.first(where: { !$0.isInternetAddress }) {
      return .notAnAddress(wrong)
    }
    var seen: Set<String> = []
    return list.addresses.first { !seen.insert($0).inserted }.map { .twice($0) }
  }

  /// Somebody signs in from elsewhere, under the same lock-out as at the recorder itself; tells
  /// whether it went well.
  @discardableResult
  mutating func signInRemotely(
    _ typed: AccountName, _ password: Secret, from address: String, _ turn: inout Turn
  ) -> Bool {
    // Through a cable that hangs loose comes nothing, not even a refusal.
    guard snapshot.hasNetworkLink else { return false }
    let name = typed.beginning(snapshot.profile.accounts.longestName.value + 1)
    guard mayCome(name, from: address, &turn) else { return false }
    guard !snapshot.needsSetup else {
      refuse(.setup(.needed), &turn)
      return false
    }
    if let lockOut = snapshot.lockOut(of: name) {
      log(.remoteSignInWhileLocked(address), by: name, &turn)
      refuse(.lockedOut(lockOut), &turn)
      return false
    }
    guard opens(name, password, turn) else {
      countFailure(of: name, noting: .remoteSignInFailed(address), &turn)
      return false
    }
    guard let account = snapshot.account(name), account.isEnabled else {
      refuse(.accountDisabled, &turn)
      return false
    }
    failures.removeAll { $0.name == name }
    guard isEntitledRemotely(account) else {
      refuse(.notAllowed(.live), &turn)
      return false
    }
    let session = RemoteSession(
      account: name, address: address, since: turn.now,
      shownSince: snapshot.deviceTime(at: turn.now))
    let others = snapshot.remoteSessions.filter { $0.address != address || $0.until != nil }
    emit(.remote(.sessionsChanged(others + [session])), &turn)
    log(.remoteSignedIn(address), by: name, &turn)
    return true
  }

  mutating func signOutRemotely(from address: String, _ turn: inout Turn) {
    for session in snapshot.remoteSessions where session.address == address {
      endRemoteSession(session, &turn)
    }
  }

  /// Whether the list of addresses lets somebody in who says to have this name; refuses otherwise.
  mutating func mayCome(
    _ name: AccountName, from address: String, _ turn: inout Turn
  ) -> Bool {
    guard !snapshot.accessList.lets(address) else { return true }
    log(.remoteSignInBlocked(address), by: name, &turn)
    refuse(.addressBlocked(address), &turn)
    return false
  }

  /// Somebody at the recorder sends somebody elsewhere away.
  mutating func disconnectRemote(from address: String, _ turn: inout Turn) {
    guard isAllowed(.accounts, &turn) else { return }
    signOutRemotely(from: address, &turn)
  }

  mutating func endRemoteSession(_ session: RemoteSession, _ turn: inout Turn) {
    emit(.remote(.sessionsChanged(snapshot.remoteSessions.filter { $0 != session })), &turn)
    log(.remoteSignedOut(session.address), by: session.account, &turn)
  }

  /// Ends what is open from elsewhere for accounts that are gone, disabled or have lost the right.
  mutating func dropUnentitledRemoteSessions(_ turn: inout Turn) {
    for session in snapshot.remoteSessions {
      if let account = snapshot.account(session.account), account.isEnabled,
        isEntitledRemotely(account)
      {
        continue
      }
      endRemoteSession(session, &turn)
    }
  }

  mutating func dropAllRemoteSessions(_ turn: inout Turn) {
    guard !snapshot.remoteSessions.isEmpty else { return }
    emit(.remote(.sessionsChanged([])), &turn)
  }

  private func isEntitledRemotely(_ account: AccountSummary) -> Bool {
    snapshot.group(account.group)?.remote.rights.isEmpty == false
  }
}

extension AccessListProblem {
  /// The address that it is about; empty where there are too many.
  var text: String {
    switch self {
    case .notAnAddress(let address), .twice(let address): address
    case .tooMany: ""
    }
  }
}
