extension RecorderSnapshot {
  /// Whether nobody can sign in before the start-up wizard is through.
  public var needsSetup: Bool {
    if case .open(isRequired: true, _) = setup { true } else { false }
  }
}

extension RecorderState {
  /// How the wizard stands in factory state.
  static func factorySetup(of profile: RecorderProfile) -> SetupPhase {
    switch profile.maintenance.wizard.value {
    case .none: .done
    case .offered: .open(isRequired: false, hasPassword: false)
    case .required: .open(isRequired: true, hasPassword: false)
    }
  }

  mutating func setUp(_ step: SetupStep, _ turn: inout Turn) {
    if snapshot.setup == .repeated { return lookThrough(step, &turn) }
    guard case .open(let isRequired, let hasPassword) = snapshot.setup,
      snapshot.session == nil
    else { return refuse(.setup(.notOpen), &turn) }
    switch step {
    case .settings(let values): storeSettings(values, &turn)
    case .clock(let time): moveClock(time, &turn)
    case .password(let new): setFirstPassword(new, isRequired, &turn)
    case .questions(let questions): storeQuestions(questions, of: .admin, &turn)
    case .email(let address): setUpEmail(address, &turn)
    case .formatDisk: formatDiskAtSetup(&turn)
    case .finish: finishSetup(hasPassword: hasPassword, isRequired, &turn)
    case .skip:
      guard !isRequired else { return refuse(.setup(.passwordNeeded), &turn) }
      endSetup(&turn)
    }
  }

  // MARK: At every start

  /// Opens the wizard for the first who may change what it shows, once after each start.
  mutating func repeatSetup(_ turn: inout Turn) {
    guard snapshot.settings[.startupWizard] == "on", snapshot.setup == .done,
      wizardStart != snapshot.startedAt, snapshot.session?.owesNewPassword == false,
      snapshot.allows(.system)
    else { return }
    wizardStart = snapshot.startedAt
    emit(.setupChanged(.repeated), &turn)
  }

  /// A step of whoever is logged in: by the rights and rules of the menu's own pages.
  private mutating func lookThrough(_ step: SetupStep, _ turn: inout Turn) {
    switch step {
    case .settings(let values): changeSettings(values, &turn)
    case .clock(let time): setClock(time, &turn)
    case .finish, .skip: emit(.setupChanged(.done), &turn)
    case .password, .questions, .email, .formatDisk: refuse(.setup(.notOpen), &turn)
    }
  }

  // MARK: In factory state

  private mutating func setFirstPassword(
    _ new: NewPassword, _ isRequired: Bool, _ turn: inout Turn
  ) {
    let level = snapshot.requiredPasswordLevel
    // Going back to this page and typing the same again is no reuse.
    guard isAcceptable(new, for: .admin, level: level, mayStay: true, &turn) else { return }
    keep(new.password, for: .admin, &turn)
    emit(.setupChanged(.open(isRequired: isRequired, hasPassword: true)), &turn)
    log(.passwordChanged(.admin), by: .admin, &turn)
  }

  private mutating func setUpEmail(_ address: String, _ turn: inout Turn) {
    guard var admin = snapshot.account(.admin) else { return }
    guard address.isEmpty || address.isLikelyEmail else {
      return refuse(.account(.emailUnlikely), &turn)
    }
    admin.email = address
    emit(.accounts(.changed(.admin, admin)), &turn)
  }

  private mutating func finishSetup(
    hasPassword: Bool, _ isRequired: Bool, _ turn: inout Turn
  ) {
    guard hasPassword || !isRequired else { return refuse(.setup(.passwordNeeded), &turn) }
    endSetup(&turn)
    if hasPassword, let admin = snapshot.account(.admin) { beginSession(of: admin, &turn) }
  }

  private mutating func endSetup(_ turn: inout Turn) {
    emit(.setupChanged(.done), &turn)
    log(.setUp, by: .admin, &turn)
  }
}
