extension RecorderState {
  /// How long somebody stands at User status after their last call.
  static let remoteCallLife: Interval = .seconds(60)

  /// Does what somebody elsewhere asks for, under the same lists and the same lock-out as at the
  /// recorder itself; a refusal tells nothing but why, and what is wrong with a part leaves all as it
  /// was.
  mutating func answer(_ call: RemoteCall, _ turn: inout Turn) {
    guard snapshot.answersONVIF else { return }
    let name = call.account.beginning(snapshot.profile.accounts.longestName.value + 1)
    guard mayCome(name, from: call.address, &turn) else { return }
    guard !snapshot.needsSetup else { return refuse(.setup(.needed), &turn) }
    guard isProven(name, call, &turn) else { return }
    emit(.remote(.callLetIn(name)), &turn)
    guard mayAsk(call.request, name, &turn) else { return }
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
    let isRight = proves(name, call.proof, turn)
    let only = snapshot.settings[.onvifUser] ?? ""
    guard isRight, only.isEmpty || AccountName(only) == name else {
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

  /// Whether the proof is of the account's password. A name that the recorder does not know takes as
  /// much work as one that it does, or the time would tell which names there are.
  private func proves(_ name: AccountName, _ proof: RemoteProof, _ turn: Turn) -> Bool {
    switch proof {
    case .password(let password):
      if case .sealed(let sealed) = credentials[name] {
        return turn.cryptography.opens(sealed, with: password)
      }
      _ = turn.cryptography.seal(password, salt: .ofNobody)
      return opens(name, password, turn)
    case .evidence(let evidence):
      let secret = readableSecret(of: name, turn)
      if secret == nil { _ = turn.cryptography.encrypt(Secret(""), salt: .ofNobody) }
      let isMade = evidence.isMade(of: secret ?? Secret("nobody's"))
      return secret != nil && isMade
    }
  }

  /// Whether the group of the account lets it ask for this from elsewhere; refuses otherwise.
  private mutating func mayAsk(
    _ request: RemoteRequest, _ name: AccountName, _ turn: inout Turn
  ) -> Bool {
    let group = snapshot.group(of: name)
    if case .read(let level) = request {
      guard let own = group?.remoteLevel, own >= level else {
        refuse(.notAllowed(level.right), &turn)
        return false
      }
      return true
    }
    // What changes anything takes an administrator, as ONVIF has it, and the right for it as well.
    let rights = [RemoteLevel.administrator.right] + request.rights
    if let missing = rights.first(where: { group?.remote.allows($0) != true }) {
      refuse(.notAllowed(missing), &turn)
      return false
    }
    return !request.isDangerous || mayDoAlone(&turn)
  }

  /// Whoever calls has no session of their own: the first call makes one, and the last one ends it a
  /// minute later. Only half of the calls' time is written down, so that a call costs no saving.
  private mutating func noteCall(
    of name: AccountName, from address: String, _ turn: inout Turn
  ) {
    func isTheirs(_ session: RemoteSession) -> Bool {
      session.address == address && session.account == name
    }
    let known = snapshot.remoteSessions.first(where: isTheirs)
    let until = turn.now + RecorderState.remoteCallLife
    if let known {
      guard let end = known.until, until - end > .seconds(30) else { return }
    }
    let session = RemoteSession(
      account: name, address: address, since: known?.since ?? turn.now,
      shownSince: known?.shownSince ?? snapshot.deviceTime(at: turn.now), until: until)
    let others = snapshot.remoteSessions.filter { !isTheirs($0) }
    emit(.remote(.sessionsChanged(others + [session])), &turn)
    if known == nil { log(.remoteSignedIn(address), by: name, &turn) }
  }

  private mutating func obey(_ request: RemoteRequest, _ turn: inout Turn) {
    switch request {
    case .read: break
    case .addAccounts(let accounts): addRemotely(accounts, &turn)
    case .changeAccounts(let accounts): changeRemotely(accounts, &turn)
    case .removeAccounts(let names): removeRemotely(names, &turn)
    case .setClock(let utc, let values): setClock(utc: utc, values, &turn)
    case .changeSettings(let values): storeSettings(values, &turn)
    case .restart: beginRestart(&turn)
    case .factoryDefault(let keepsNetwork):
      returnToFactory(keepsNetwork: keepsNetwork, by: turn.actor ?? .admin, &turn)
    }
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

  /// Forgets them where ONVIF is not on, whichever way it went off.
  mutating func forgetReadableWhereOff() {
    if readable != nil, snapshot.settings[.onvif] != "on" { forgetReadable() }
  }

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

extension Salt {
  /// For work whose result nobody looks at.
  fileprivate static let ofNobody: Salt = {
    var random = SeededRandom(seed: 0)
    return Salt(using: &random)
  }()
}

extension RemoteRequest {
  /// The rights that it takes beside that of an administrator.
  fileprivate var rights: [Right] {
    switch self {
    case .read, .addAccounts, .changeAccounts, .removeAccounts: []
    case .setClock(_, let values): [.system] + values.rights
    case .changeSettings(let values): values.rights
    case .restart, .factoryDefault: [.maintenance]
    }
  }

  /// Whether the recorder's own menu asks for a password once more, or for two.
  fileprivate var isDangerous: Bool {
    if case .factoryDefault = self { true } else { false }
  }
}

extension RemoteLevel {
  /// The right that makes a group of this level.
  var right: Right {
    switch self {
    case .user: .live
    case .operator: .playback
    case .administrator: .accounts
    }
  }
}

extension [SettingKey: SettingValue] {
  /// The rights that changing all of them takes, each once.
  var rights: [Right] {
    let needed = Set(keys.map(\.right))
    return Right.allCases.filter(needed.contains)
  }
}
