/// One command on its way through the rules: what it needs, and what has happened so far.
struct Turn {
  let now: Timestamp
  let cryptography: any DeviceCryptography
  var random: SeededRandom
  var events: [RecorderEvent] = []
  /// Who acts from elsewhere; nil: whoever is signed in at the recorder.
  var actor: AccountName?
  /// Whether something has happened that daylight saving may have to be looked at for.
  var hasMovedClock = false

  mutating func seal(_ secret: Secret) -> SealedSecret {
    cryptography.seal(secret, salt: Salt(using: &random))
  }
}

extension RecorderState {
  /// Does what a command asks for, after everything that was due before it.
  ///
  /// Returns what happened, in order; folding it over the old snapshot gives the new one.
  public mutating func apply(
    _ command: RecorderCommand, at now: Timestamp, with cryptography: any DeviceCryptography,
    using random: inout SeededRandom
  ) -> [RecorderEvent] {
    var turn = Turn(now: now, cryptography: cryptography, random: random)
    defer { random = turn.random }
    outgoing = []
    passDeadlines(&turn)
    let due = turn.events
    turn.events = []
    turn.events.reserveCapacity(4)
    let offset = snapshot.clock.offset
    obey(command, &turn)
    updateSummerTime(&turn)
    renewScreenOfMovedClock(from: offset, &turn)
    splitRecordings(from: offset, &turn)
    expireRecordings(&turn)
    updateLastingAlarms(&turn)
    showFirstUsableWay(&turn)
    forgetReadableWhereOff()
    return due.isEmpty ? turn.events : due + turn.events
  }

  /// Makes an event happen: the snapshot learns it as everybody else will.
  mutating func emit(_ event: RecorderEvent, _ turn: inout Turn) {
    snapshot.absorb(event)
    turn.hasMovedClock = turn.hasMovedClock || event.movesClock
    turn.events.append(event)
  }

  /// Who is doing what is done in this turn; nil: nobody is signed in.
  func actor(_ turn: Turn) -> AccountName? { turn.actor ?? snapshot.session?.account }

  mutating func refuse(_ refusal: Refusal, _ turn: inout Turn) {
    emit(.refused(refusal), &turn)
  }

  mutating func log(_ action: LogAction, by account: AccountName? = nil, _ turn: inout Turn) {
    let entry = LogEntry(
      number: snapshot.log.nextNumber, time: snapshot.deviceTime(at: turn.now).wholeSecond,
      account: account ?? actor(turn), action: action)
    emit(.logged(entry), &turn)
  }

  private mutating func obey(_ command: RecorderCommand, _ turn: inout Turn) {
    switch command {
    case .passTime: break
    case .hands(let command): obey(command, &turn)
    case .session, .recovery, .accounts, .groups, .remote, .cloud, .maintenance, .setUp,
      .changeSettings, .setClock, .signInToCameras, .ptz, .searchRecordings, .recordByHand,
      .acknowledgeAlarms, .readLog, .testService:
      guard snapshot.power == .running else { return refuse(.notRunning, &turn) }
      guard snapshot.session?.owesNewPassword != true || command.isFreeOfDebt else {
        return refuse(.passwordExpired, &turn)
      }
      if !command.comesFromElsewhere { touchSession(&turn) }
      obeyWhileRunning(command, &turn)
    }
  }

  private mutating func obeyWhileRunning(_ command: RecorderCommand, _ turn: inout Turn) {
    switch command {
    case .session(let command): obey(command, &turn)
    case .recovery(let command): obey(command, &turn)
    case .accounts(let command): obey(command, &turn)
    case .groups(let command): obey(command, &turn)
    case .remote(let command): obey(command, &turn)
    case .cloud(let command): obey(command, &turn)
    case .maintenance(let command): obey(command, &turn)
    case .setUp(let step): setUp(step, &turn)
    case .changeSettings(let values): changeSettings(values, &turn)
    case .setClock(let time): setClock(time, &turn)
    case .signInToCameras(let channels, let user, let password):
      signInToCameras(channels, as: user, password, &turn)
    case .ptz(let command): obey(command, &turn)
    case .searchRecordings(let day): searchRecordings(day, &turn)
    case .recordByHand(let channels, let isOn): recordByHand(channels, isOn, &turn)
    case .acknowledgeAlarms: acknowledgeAlarms(&turn)
    case .readLog: readLog(&turn)
    case .testService(let service): test(service, &turn)
    case .passTime, .hands: break
    }
  }

  /// Whether somebody with the right is signed in; refuses otherwise.
  mutating func isAllowed(_ right: Right, _ turn: inout Turn) -> Bool {
    guard snapshot.session != nil else {
      refuse(.signInNeeded, &turn)
      return false
    }
    guard snapshot.allows(right) else {
      refuse(.notAllowed(right), &turn)
      return false
    }
    return true
  }
}

extension RecorderCommand {
  /// Whether somebody whose password has expired may ask for it, or others may meanwhile.
  fileprivate var isFreeOfDebt: Bool {
    switch self {
    case .accounts(.changePassword), .session(.signOut), .session(.stayAwake): true
    default: comesFromElsewhere
    }
  }

  /// Whether it comes by the network: whoever is at the monitor has not touched anything.
  fileprivate var comesFromElsewhere: Bool {
    switch self {
    case .remote(.signIn), .remote(.signOut), .remote(.obey), .remote(.call), .cloud(.bind),
      .cloud(.startAppRecovery), .cloud(.registerClient), .cloud(.requestClientMail):
      true
    default: false
    }
  }
}
