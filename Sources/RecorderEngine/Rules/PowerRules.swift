extension RecorderState {
  mutating func switchPower(on: Bool, _ turn: inout Turn) {
    switch (on, snapshot.power) {
    case (true, .off): beginStart(&turn)
    case (true, _): refuse(.alreadyRunning, &turn)
    case (false, .off): refuse(.notRunning, &turn)
    case (false, let phase):
      if phase == .running { log(.powerLost, &turn) }
      if case .upgrading = phase { log(.upgradeInterrupted, &turn) }
      if case .resetting = phase { log(.resetInterrupted, &turn) }
      stop(.powerLost, .powerLost, &turn)
      emit(.power(.changed(.off)), &turn)
    }
  }

  mutating func restart(_ turn: inout Turn) {
    guard isAllowed(.maintenance, &turn) else { return }
    log(.restarted, &turn)
    beginRestart(&turn)
  }

  mutating func shutDown(_ turn: inout Turn) {
    guard isAllowed(.maintenance, &turn) else { return }
    log(.shutDown, &turn)
    stop(.restarted, .restarted, &turn)
    emit(.power(.changed(.off)), &turn)
  }

  /// Stops and starts again, as after a reset.
  mutating func beginRestart(_ turn: inout Turn) {
    stop(.restarted, .restarted, &turn)
    beginStart(&turn)
  }

  mutating func beginStart(_ turn: inout Turn) {
    let until = turn.now + snapshot.profile.power.startTime.value
    emit(.power(.changed(.starting(since: turn.now, until: until))), &turn)
    noteButtonAtStart(&turn)
  }

  /// Ends everything that does not outlive the power.
  mutating func stop(
    _ reason: SignOutReason, _ death: CodeDeath, _ turn: inout Turn
  ) {
    stopDisk(&turn)
    breakOffFormat(&turn)
    endSession(reason, &turn)
    closeRecovery(because: death, &turn)
    dropAllRemoteSessions(&turn)
    if snapshot.resetButton != .released { emit(.power(.resetButtonChanged(.released)), &turn) }
    silenceAlarms(&turn)
    for motion in snapshot.cameras.motions where motion.ended == nil {
      emit(.cameras(.motionEnded(channel: motion.channel, at: turn.now)), &turn)
    }
    stopWatching(&turn)
    var recordings = snapshot.recordings
    recordings.endAll(at: turn.now)
    recordings.byHand = []
    if recordings != snapshot.recordings { emit(.recordings(.changed(recordings)), &turn) }
  }

  mutating func finishStart(_ turn: inout Turn) {
    emit(.power(.changed(.running)), &turn)
    emit(.power(.cameUp(turn.now)), &turn)
    log(.started, &turn)
    forgetLockOutsAtRestart(&turn)
    startDisk(&turn)
    checkDisk(&turn)
    updateRecording(&turn)
    if snapshot.settings.rules.clockCheckInterval != nil { checkClock(&turn) }
  }
}
