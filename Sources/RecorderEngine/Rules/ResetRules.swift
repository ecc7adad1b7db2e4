extension RecorderSnapshot {
  /// Whether the button is read only while the recorder is being switched on with it held.
  fileprivate var readsButtonAtStart: Bool { profile.resetButton.whenSwitchingOn?.value ?? false }

  /// When the button will have been held for long enough; nil where nobody holds it, or where it is
  /// not read.
  var resetHoldDone: Timestamp? {
    guard case .pressed(let since, false) = resetButton else { return nil }
    switch power {
    case .off, .upgrading, .resetting: return nil
    case .starting: break
    // Held since the start, it may become long enough a moment after it.
    case .running where readsButtonAtStart && since >= startedAt ?? since: return nil
    case .running: break
    }
    return since + profile.resetButton.hold.value
  }
}

extension RecorderState {
  mutating func pressResetButton(_ turn: inout Turn) {
    guard snapshot.resetButton == .released else { return }
    // Without power, or before the recorder runs, nobody listens to the button, unless that is when
    // this model reads it.
    guard snapshot.power == .running || snapshot.readsButtonAtStart && snapshot.power == .off
    else { return refuse(.notRunning, &turn) }
    emit(.power(.resetButtonChanged(.pressed(since: turn.now, isLongEnough: false))), &turn)
  }

  /// The hold has reached what the profile asks for: the recorder says so.
  mutating func acceptResetHold(_ turn: inout Turn) {
    guard case .pressed(let since, _) = snapshot.resetButton else { return }
    emit(.power(.resetButtonChanged(.pressed(since: since, isLongEnough: true))), &turn)
    emit(.power(.beeped(.confirming(times: snapshot.profile.resetButton.beeps.value))), &turn)
  }

  mutating func releaseResetButton(_ turn: inout Turn) {
    guard case .pressed(let since, let isLongEnough) = snapshot.resetButton else { return }
    let held = turn.now - since
    emit(.power(.resetButtonChanged(.released)), &turn)
    if snapshot.readsButtonAtStart, !isLongEnough, snapshot.power == .running {
      return refuse(.resetNeedsSwitchingOn, &turn)
    }
    guard snapshot.power != .off else { return }
    guard isLongEnough else { return refuse(.resetHoldTooShort(held: held), &turn) }
    if let longest = snapshot.profile.resetButton.longestHold, held > longest.value {
      return refuse(.resetHoldTooLong(held: held), &turn)
    }
    let time = snapshot.profile.resetButton.writeTime.value
    guard time > .zero else { return finishReset(&turn) }
    stop(.restarted, .restarted, &turn)
    emit(.power(.changed(.resetting(since: turn.now, until: turn.now + time))), &turn)
  }

  /// The hold counts from the moment of switching on, where the model reads the button then.
  mutating func noteButtonAtStart(_ turn: inout Turn) {
    guard snapshot.readsButtonAtStart, case .pressed = snapshot.resetButton else { return }
    emit(.power(.resetButtonChanged(.pressed(since: turn.now, isLongEnough: false))), &turn)
  }

  /// The reset is written: from now on the recorder is in factory state, as far as the button goes.
  mutating func finishReset(_ turn: inout Turn) {
    let scope = snapshot.profile.resetButton.scope.value
    restore(scope, &turn)
    log(.resetByButton(scope), &turn)
    emit(.power(.resetDone(scope)), &turn)
    beginRestart(&turn)
  }

  /// Puts the stores back into factory state.
  mutating func restore(_ stores: [Store], _ turn: inout Turn) {
    endSession(.restarted, &turn)
    for store in stores {
      switch store {
      case .adminPassword: restoreAdminPassword(&turn)
      case .accounts: restoreAccounts(&turn)
      case .network:
        restoreSettings(of: store, &turn)
        dropBinding(&turn)
      case .system: restoreSettings(of: store, &turn)
      case .cameras:
        restoreSettings(of: store, &turn)
        turnCamerasHome(&turn)
      case .recordings: emit(.recordings(.changed(.none)), &turn)
      }
    }
    if snapshot.profile.resetButton.camerasLoseAccess.value { loseCameraAccess(&turn) }
  }

  private mutating func restoreAdminPassword(_ turn: inout Turn) {
    guard var admin = snapshot.account(.admin) else { return }
    credentials[.admin] = RecorderState.factoryCredential(of: snapshot.profile)
    readable?[.admin] = nil
    admin.password = .factoryDefault
    admin.passwordSince = nil
    emit(.accounts(.changed(.admin, admin)), &turn)
    openSetup(&turn)
    failures.removeAll { $0.name == .admin }
    if snapshot.lockOut(of: .admin) != nil { endLockOut(of: .admin, &turn) }
  }

  private mutating func restoreAccounts(_ turn: inout Turn) {
    credentials = [.admin: RecorderState.factoryCredential(of: snapshot.profile)]
    answers = [:]
    forgetReadable()
    failures = []
    dropCodesOfAccounts(&turn)
    emit(.accounts(.restored([RecorderState.factoryAdmin(of: snapshot.profile)])), &turn)
    for lockOut in snapshot.lockOuts { endLockOut(of: lockOut.name, &turn) }
    emit(.accounts(.groupsChanged(snapshot.profile.accounts.groups.value)), &turn)
    emit(.remote(.accessListChanged(AccessList())), &turn)
    dropAllRemoteSessions(&turn)
    openSetup(&turn)
  }

  /// Factory state: the wizard comes up again where the firmware has one.
  private mutating func openSetup(_ turn: inout Turn) {
    let phase = RecorderState.factorySetup(of: snapshot.profile)
    if phase != snapshot.setup { emit(.setupChanged(phase), &turn) }
  }

  private mutating func restoreSettings(of store: Store, _ turn: inout Turn) {
    let initial = snapshot.profile.settings.filter { $0.store == store }
      .map { ($0.key, $0.initial.value) }
    let clock = ClockBefore(snapshot)
    emit(.settingsRestored(store, Dictionary(initial, uniquingKeysWith: { $1 })), &turn)
    // The clock goes back to the factory's zone with the setting.
    moveClockBySettings(from: clock, &turn)
  }

  /// The cameras take another password than the recorder's.
  mutating func loseCameraAccess(_ turn: inout Turn) {
    let states = snapshot.cameras.channels.map { $0.hasPicture ? .wrongPassword : $0 }
    var unplugged = snapshot.cameras.unplugged
    for place in unplugged.indices where unplugged[place].was.hasPicture {
      unplugged[place].was = .wrongPassword
    }
    if unplugged != snapshot.cameras.unplugged { emit(.cameras(.unplugged(unplugged)), &turn) }
    if states != snapshot.cameras.channels { emit(.cameras(.channelsChanged(states)), &turn) }
  }
}
