extension RecorderSnapshot {
  /// Learns what happened. The only way in: practice and real devices alike.
  public mutating func absorb(_ event: RecorderEvent) {
    switch event {
    case .power(let event): absorb(event)
    case .session(let event): absorb(event)
    case .accounts(let event): absorb(event)
    case .remote(let event): absorb(event)
    case .recovery(let event): absorb(event)
    case .cloud(let event): cloud.absorb(event)
    case .clock(let event): clock.absorb(event)
    case .disk(let event): disk.absorb(event)
    case .recordings(let event): absorb(event)
    case .cameras(let event): cameras.absorb(event)
    case .alarms(let event): alarms.absorb(event)
    case .setupChanged(let phase): setup = phase
    case .settingsChanged(let values), .settingsRestored(_, let values): settings.merge(values)
    case .logged(let entry): log.append(entry)
    case .configurationExported, .logRead, .serviceTested, .refused: break
    }
  }

  private mutating func absorb(_ event: PowerEvent) {
    switch event {
    case .changed(let phase): power = phase
    case .cameUp(let time): startedAt = time
    case .firmwareChanged(let version): firmware = version
    case .resetButtonChanged(let button): resetButton = button
    case .resetDone, .beeped: break
    }
  }

  private mutating func absorb(_ event: SessionEvent) {
    switch event {
    case .signedIn(let session): self.session = session
    case .touched(let time): session?.lastSeen = time
    case .signedOut: session = nil
    case .passwordRenewed: session?.owesNewPassword = false
    case .defaultPasswordInUse: break
    }
  }

  private mutating func absorb(_ event: AccountEvent) {
    switch event {
    case .added(let account): accounts.append(account)
    case .changed(let name, let account):
      guard let place = accounts.firstIndex(where: { $0.name == name }) else { return }
      accounts[place] = account
      if session?.account == name { session?.account = account.name }
    case .removed(let name): accounts.removeAll { $0.name == name }
    case .restored(let restored): accounts = restored
    case .groupsChanged(let groups): self.groups = groups
    case .lockedOut(let lockOut): lockOuts.append(lockOut)
    case .lockOutEnded(let name): lockOuts.removeAll { $0.name == name }
    }
  }

  private mutating func absorb(_ event: RemoteEvent) {
    switch event {
    case .accessListChanged(let list): accessList = list
    case .sessionsChanged(let sessions): remoteSessions = sessions
    case .linkChanged(let isIn): hasNetworkLink = isIn
    case .callLetIn: break
    }
  }

  private mutating func absorb(_ event: RecoveryEvent) {
    switch event {
    case .changed(let phase): recovery = phase
    case .paused(let pause):
      recoveryPauses.removeAll { $0.method == pause.method }
      recoveryPauses.append(pause)
    case .pauseEnded(let method): recoveryPauses.removeAll { $0.method == method }
    case .codeDied, .codeEntryClosed: break
    }
  }

  private mutating func absorb(_ event: RecordingEvent) {
    switch event {
    case .changed(let kept): recordings = kept
    case .scheduleChecked(let time): scheduleCheckedAt = time
    case .found: break
    }
  }
}
