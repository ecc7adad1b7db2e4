extension RecorderSnapshot {
  /// Learns what happened. The only way in: practice and real devices alike.
  public mutating func absorb(_ event: RecorderEvent) {
    switch event {
    case .powerChanged(let phase): power = phase
    case .signedIn(let session): self.session = session
    case .sessionTouched(let time): session?.lastSeen = time
    case .signedOut: session = nil
    case .settingsChanged(let values), .settingsRestored(_, let values):
      settings.merge(values)
    case .clockChanged(let offset): clockOffset = offset
    case .summerTimeChanged(let state): summerTime = state
    case .networkLinkChanged(let isIn): hasNetworkLink = isIn
    case .resetButtonChanged(let button): resetButton = button
    case .channelsChanged(let states): channels = states
    case .recordingsChanged(let kept): recordings = kept
    case .logged(let entry): log.append(entry)
    case .recoveryChanged(let phase): recovery = phase
    case .lockedOut, .lockOutEnded, .recoveryPaused, .recoveryPauseEnded: absorbPause(event)
    case .accountAdded, .accountChanged, .accountRemoved, .accountsRestored:
      absorbAccount(event)
    case .diskChanged(let state): disk = state
    case .diskWorn(let wear): diskWear = wear
    case .diskPlanned(let time): diskFullAt = time
    case .cameUp(let time): startedAt = time
    case .clockChecked(let time): clockCheckedAt = time
    case .scheduleChecked(let time): scheduleCheckedAt = time
    case .motionBegan, .motionEnded, .motionOver: absorbMotion(event)
    case .alarmBegan, .alarmEnded, .alarmsSeen, .buzzerChanged, .alarmOutputChanged, .notified,
      .combinationChanged, .contactsChanged, .camerasUnplugged, .rivalChanged:
      absorbAlarm(event)
    case .passwordRenewed: session?.owesNewPassword = false
    case .groupsChanged(let groups): self.groups = groups
    case .accessListChanged(let list): accessList = list
    case .remoteSessionsChanged(let sessions): remoteSessions = sessions
    case .setupChanged(let phase): setup = phase
    case .appCodeChanged(let until): appCodeUntil = until
    case .bindingOffered(let offer): bindingOffer = offer
    case .bindingChanged(let binding): self.binding = binding
    case .clientRegistered(let email): clientEmail = email
    case .firmwareChanged(let version): firmware = version
    case .beeped, .defaultPasswordInUse, .codeDied, .codeEntryClosed, .resetDone, .recordingsFound,
      .logRead, .configurationExported, .refused:
      break
    }
  }

  private mutating func absorbMotion(_ event: RecorderEvent) {
    switch event {
    case .motionBegan(let motion):
      motions.removeAll { $0.channel == motion.channel }
      motions.append(motion)
    case .motionEnded(let channel, let time):
      for place in motions.indices where motions[place].channel == channel {
        motions[place].ended = time
      }
    case .motionOver(let channel): motions.removeAll { $0.channel == channel }
    default: break
    }
  }

  private mutating func absorbAlarm(_ event: RecorderEvent) {
    switch event {
    case .alarmBegan(let alarm):
      alarms.removeAll { $0.cause == alarm.cause }
      alarms.append(alarm)
    case .alarmEnded(let cause, let time):
      for place in alarms.indices where alarms[place].cause == cause { alarms[place].ended = time }
      alarms.removeAll { $0.ended != nil && ($0.isSeen || !$0.cause.staysUntilSeen) }
    case .alarmsSeen:
      alarms.removeAll { $0.ended != nil }
      for place in alarms.indices { alarms[place].isSeen = true }
    case .buzzerChanged(let until): buzzerUntil = until
    case .alarmOutputChanged(let until): alarmOutputUntil = until
    case .notified(_, .email, let time): alarmMailedAt = time
    case .combinationChanged(let progress): combination = progress
    case .contactsChanged(let closed): closedContacts = closed
    case .camerasUnplugged(let cameras): unpluggedCameras = cameras
    case .rivalChanged(let address): rivalAddress = address
    default: break
    }
  }

  private mutating func absorbPause(_ event: RecorderEvent) {
    switch event {
    case .lockedOut(let lockOut): lockOuts.append(lockOut)
    case .lockOutEnded(let name): lockOuts.removeAll { $0.name == name }
    case .recoveryPaused(let pause):
      recoveryPauses.removeAll { $0.method == pause.method }
      recoveryPauses.append(pause)
    case .recoveryPauseEnded(let method): recoveryPauses.removeAll { $0.method == method }
    default: break
    }
  }

  private mutating func absorbAccount(_ event: RecorderEvent) {
    switch event {
    case .accountAdded(let account): accounts.append(account)
    case .accountChanged(let name, let account):
      guard let place = accounts.firstIndex(where: { $0.name == name }) else { return }
      accounts[place] = account
      if session?.account == name { session?.account = account.name }
    case .accountRemoved(let name): accounts.removeAll { $0.name == name }
    case .accountsRestored(let restored): accounts = restored
    default: break
    }
  }
}
