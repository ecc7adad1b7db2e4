extension RecorderState {
  /// Does what a tool on the network orders as `admin`, under the same lock-out and the same lists
  /// as a sign-in from elsewhere.
  mutating func obeyRemotely(
    _ order: RemoteOrder, _ current: Secret, from address: String, _ turn: inout Turn
  ) {
    // Through a cable that hangs loose comes nothing, not even a refusal.
    guard snapshot.hasNetworkLink else { return }
    guard mayCome(.admin, from: address, &turn) else { return }
    guard !snapshot.needsSetup else { return activate(with: order, from: address, &turn) }
    guard isAdmin(current, from: address, &turn), mayOrder(order.act, &turn) else { return }
    switch order {
    case .setPassword(let new):
      let level = snapshot.requiredPasswordLevel
      guard isAcceptable(new, for: .admin, level: level, &turn) else { return }
      note(order, from: address, &turn)
      keepOrdered(new, &turn)
    case .changeAddress(let values):
      note(order, from: address, &turn)
      storeSettings(values, &turn)
    case .factoryDefault(let keepsNetwork):
      note(order, from: address, &turn)
      returnToFactory(keepsNetwork: keepsNetwork, by: .admin, &turn)
    case .restart:
      note(order, from: address, &turn)
      beginRestart(&turn)
    case .setTime(.clock):
      note(order, from: address, &turn)
      showRightTime(noting: .clockChanged, &turn)
      updateRecording(&turn)
    case .setTime(.server(let server)):
      let values: [SettingKey: SettingValue] = [.ntp: "on", .ntpServer: server]
      guard areFit(values, &turn) else { return }
      note(order, from: address, &turn)
      storeSettings(values, &turn)
    case .upgrade(let name):
      switch firmware(in: name) {
      case .failure(let problem): refuse(.upgrade(problem), &turn)
      case .success(let version):
        note(order, from: address, &turn)
        beginUpgrade(to: version, by: .admin, &turn)
      }
    }
  }

  /// A recorder in factory state takes its first password from the network, and nothing else.
  private mutating func activate(
    with order: RemoteOrder, from address: String, _ turn: inout Turn
  ) {
    guard case .setPassword(let new) = order else { return refuse(.setup(.needed), &turn) }
    let level = snapshot.requiredPasswordLevel
    guard isAcceptable(new, for: .admin, level: level, &turn) else { return }
    note(order, from: address, &turn)
    keepOrdered(new, &turn)
    emit(.setupChanged(.done), &turn)
    log(.setUp, by: .admin, &turn)
  }

  /// Whether this is admin's password. Wrong ones count as they do at the recorder itself.
  private mutating func isAdmin(
    _ current: Secret, from address: String, _ turn: inout Turn
  ) -> Bool {
    if let lockOut = snapshot.lockOut(of: .admin) {
      log(.remoteSignInWhileLocked(address), by: .admin, &turn)
      refuse(.lockedOut(lockOut), &turn)
      return false
    }
    guard opens(.admin, current, turn) else {
      countFailure(of: .admin, noting: .remoteSignInFailed(address), &turn)
      return false
    }
    failures.removeAll { $0.name == .admin }
    return true
  }

  /// Whether admin's group may do so from elsewhere, and without the second of two who check.
  private mutating func mayOrder(_ act: RemoteAct, _ turn: inout Turn) -> Bool {
    guard snapshot.group(of: .admin)?.remote.allows(act.right) == true else {
      refuse(.notAllowed(act.right), &turn)
      return false
    }
    return !act.isDangerous || mayDoAlone(&turn)
  }

  /// Whether the recorder does without the second of two who check; refuses otherwise: over the network
  /// there is nobody to be the second.
  mutating func mayDoAlone(_ turn: inout Turn) -> Bool {
    guard snapshot.checksTwice else { return true }
    refuse(.approval(.secondNeeded), &turn)
    return false
  }

  private mutating func keepOrdered(_ new: NewPassword, _ turn: inout Turn) {
    keep(new.password, for: .admin, &turn)
    log(.passwordChanged(.admin), by: .admin, &turn)
  }

  private mutating func note(_ order: RemoteOrder, from address: String, _ turn: inout Turn) {
    log(.remoteOrder(order.act, address), by: .admin, &turn)
  }
}

extension RecorderState {
  /// How many wrong passwords the account still takes before it is locked.
  public func triesLeft(of name: AccountName) -> Int {
    let wrong = failures.first { $0.name == name }?.count ?? 0
    return snapshot.lockOut(of: name) == nil ? snapshot.profile.signIn.tries.value - wrong : 0
  }
}

extension RemoteAct {
  /// The right that somebody elsewhere needs for it.
  fileprivate var right: Right {
    switch self {
    case .setPassword: .accounts
    case .changeAddress: .network
    case .setTime: .system
    case .factoryDefault, .restart, .upgrade: .maintenance
    }
  }

  /// Whether the recorder's own menu asks for a password once more, or for two.
  fileprivate var isDangerous: Bool { self == .factoryDefault || self == .upgrade }
}
