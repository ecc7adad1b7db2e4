/// Something that the recorder does by itself when its time has come.
enum Deadline: Equatable {
  case startDone
  case upgradeDone
  case resetWritten
  case resetHeldLongEnough
  case lockOutOver(AccountName)
  case recoveryPauseOver(RecoveryMethod)
  case grantOver
  case entryOver
  case pictureOver
  case remoteCallsOver(RemoteSession)
  case bindingOfferOver
  case appCodeOver
  case sessionOver
  case clockCheck
  case scheduleEdge
  case motionToTell(channel: Int)
  case autoRestart
  case diskFull
  case formatDone
  case summerTimeChange
  case footageExpired
  case cameraOffline
  case sensorOver(Int)
  case buzzerOver
  case alarmOutputOver
}

extension RecorderSnapshot {
  /// When the recorder will next do something by itself; nil: never.
  public var nextDeadline: Timestamp? { nextDue?.at }

  /// The earliest of what is waiting to happen.
  var nextDue: (at: Timestamp, what: Deadline)? {
    var earliest: (at: Timestamp, what: Deadline)?
    func consider(_ at: Timestamp, _ what: Deadline) {
      if let known = earliest, known.at <= at { return }
      earliest = (at, what)
    }
    if case .starting(_, let until) = power { consider(until, .startDone) }
    if case .upgrading(_, let until, _) = power { consider(until, .upgradeDone) }
    if case .resetting(_, let until) = power { consider(until, .resetWritten) }
    if let at = resetHoldDone { consider(at, .resetHeldLongEnough) }
    for lockOut in lockOuts {
      if let until = lockOut.until { consider(until, .lockOutOver(lockOut.name)) }
    }
    for pause in recoveryPauses { consider(pause.until, .recoveryPauseOver(pause.method)) }
    if case .granted(let grant) = recovery { consider(grant.until, .grantOver) }
    if case .open(let session) = recovery, let tab = session.tab {
      if let entry = tab.entry { consider(entry.until, .entryOver) }
      if let end = profile.recovery.way(of: tab.method)?.end(of: tab) {
        consider(end, .pictureOver)
      }
    }
    for session in remoteSessions {
      if let until = session.until { consider(until, .remoteCallsOver(session)) }
    }
    if let offer = cloud.offer { consider(offer.until, .bindingOfferOver) }
    if let until = cloud.codeUntil { consider(until, .appCodeOver) }
    if let session {
      consider(session.lastSeen + sessionTime, .sessionOver)
    }
    if let at = nextClockCheck { consider(at, .clockCheck) }
    if let at = nextScheduleEdge { consider(at, .scheduleEdge) }
    if let next = nextToldMotion { consider(next.at, .motionToTell(channel: next.channel)) }
    if power == .running, let at = disk.fullAt { consider(at, .diskFull) }
    if let formatting = disk.formatting { consider(formatting.until, .formatDone) }
    if let at = nextAutoRestart { consider(at, .autoRestart) }
    if let at = clock.summerTime.changesAt { consider(at, .summerTimeChange) }
    if let at = nextCameraOffline { consider(at, .cameraOffline) }
    if let over = nextSensorOver { consider(over.at, .sensorOver(over.sensor)) }
    if let at = alarms.buzzerUntil { consider(at, .buzzerOver) }
    if let at = alarms.outputUntil { consider(at, .alarmOutputOver) }
    if let at = nextExpiry { consider(at, .footageExpired) }
    return earliest
  }
}

extension RecorderState {
  /// Does everything that was due by now, each at its own time.
  mutating func passDeadlines(_ turn: inout Turn) {
    guard let first = snapshot.nextDue, first.at <= turn.now else { return }
    skipOldMotions(&turn)
    while let due = snapshot.nextDue, due.at <= turn.now {
      var then = Turn(now: due.at, cryptography: turn.cryptography, random: turn.random)
      let offset = snapshot.clock.offset
      meet(due.what, &then)
      updateSummerTime(&then)
      renewScreenOfMovedClock(from: offset, &then)
      splitRecordings(from: offset, &then)
      expireRecordings(&then)
      updateLastingAlarms(&then)
      showFirstUsableWay(&then)
      turn.events += then.events
      turn.random = then.random
    }
  }

  private mutating func meet(_ deadline: Deadline, _ turn: inout Turn) {
    switch deadline {
    case .startDone: finishStart(&turn)
    case .upgradeDone: finishUpgrade(&turn)
    case .resetWritten: finishReset(&turn)
    case .resetHeldLongEnough: acceptResetHold(&turn)
    case .lockOutOver(let name): endLockOut(of: name, &turn)
    case .recoveryPauseOver(let method): endRecoveryPause(of: method, &turn)
    case .entryOver: closeCodeEntry(&turn)
    case .pictureOver: renewScreen(because: .tooOld, &turn)
    case .remoteCallsOver(let session): endRemoteSession(session, &turn)
    case .bindingOfferOver: emit(.cloud(.bindingOffered(nil)), &turn)
    case .appCodeOver:
      codes.issued[.app] = nil
      emit(.cloud(.appCodeChanged(until: nil)), &turn)
    case .grantOver: emit(.recovery(.changed(.closed)), &turn)
    case .sessionOver: endSession(.timedOut, &turn)
    case .clockCheck: checkClock(&turn)
    case .scheduleEdge: updateRecording(&turn)
    case .summerTimeChange: changeSummerTime(&turn)
    case .footageExpired: expireRecordings(&turn)
    case .motionToTell(let channel): tellOfMotion(channel, &turn)
    case .diskFull: meetFullDisk(&turn)
    case .formatDone: finishFormat(&turn)
    // What lasts is followed after every deadline anyway.
    case .cameraOffline: break
    case .sensorOver(let sensor): endAlarm(.sensor(sensor), &turn)
    case .buzzerOver: emit(.alarms(.buzzerChanged(until: nil)), &turn)
    case .alarmOutputOver: emit(.alarms(.outputChanged(until: nil)), &turn)
    case .autoRestart:
      log(.autoRestarted, &turn)
      beginRestart(&turn)
    }
  }

  /// The clock of a recorder with a flat battery is found somewhere else.
  mutating func slipClock(by interval: Interval, _ turn: inout Turn) {
    let offset = snapshot.clock.offset + interval
    guard interval != .zero, CivilTime(turn.now + offset).timestamp != nil else { return }
    emit(.clock(.changed(offset: offset)), &turn)
    updateRecording(&turn)
  }

  /// Sets the recorder's own clock. A Dynamic Password screen that is open gets the new time.
  mutating func setClock(_ time: Timestamp, _ turn: inout Turn) {
    guard isAllowed(.system, &turn) else { return }
    moveClock(time, &turn)
  }

  /// Sets the clock, whoever asks.
  mutating func moveClock(_ time: Timestamp, _ turn: inout Turn) {
    guard CivilTime(time).timestamp != nil else {
      return refuse(.setting(.clock, .beyondCalendar), &turn)
    }
    showTime(settleTyped(time, &turn), &turn)
  }

  private mutating func showTime(_ time: Timestamp, _ turn: inout Turn) {
    emit(.clock(.changed(offset: time - turn.now)), &turn)
    log(.clockChanged, &turn)
    updateRecording(&turn)
  }

  /// Takes settings of the clock and then the time in the zone that is set then, all or nothing; nil:
  /// the time is not told.
  mutating func setClock(
    utc: Timestamp?, _ settings: [SettingKey: SettingValue], _ turn: inout Turn
  ) {
    // In the zones at both ends it is a year that the calendar knows.
    let isInCalendar = [Interval.zero - .days(1), .days(1)].allSatisfy { edge in
      utc.map { CivilTime($0 + edge).timestamp != nil } ?? true
    }
    guard isInCalendar else { return refuse(.setting(.clock, .beyondCalendar), &turn) }
    guard areFit(settings, &turn) else { return }
    storeSettings(settings, &turn)
    guard let utc else { return }
    let standard = utc + snapshot.zoneFromUTC
    let isSummer = settleStandard(standard, &turn)
    showTime(isSummer ? standard + SummerTime.step : standard, &turn)
  }
}

extension SettingProblem {
  /// No calendar knows the year.
  fileprivate static let beyondCalendar = SettingProblem.outOfRange(lowest: 1_970, highest: 9_999)
}
