/// One command on its way through the rules: what it needs, and what has happened so far.
struct Turn {
  let now: Timestamp
  let cryptography: any DeviceCryptography
  var random: SeededRandom
  var events: [RecorderEvent] = []
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
    let offset = snapshot.clockOffset
    obey(command, &turn)
    followSummerTime(&turn)
    followClockOnScreen(from: offset, &turn)
    splitRecordings(from: offset, &turn)
    expireRecordings(&turn)
    followLastingAlarms(&turn)
    followUsableWays(&turn)
    return due.isEmpty ? turn.events : due + turn.events
  }

  /// Makes an event happen: the snapshot learns it as everybody else will.
  mutating func emit(_ event: RecorderEvent, _ turn: inout Turn) {
    snapshot.absorb(event)
    turn.hasMovedClock = turn.hasMovedClock || event.movesClock
    turn.events.append(event)
  }

  mutating func refuse(_ refusal: Refusal, _ turn: inout Turn) {
    emit(.refused(refusal), &turn)
  }

  mutating func log(_ action: LogAction, by account: AccountName? = nil, _ turn: inout Turn) {
    let entry = LogEntry(
      number: snapshot.log.nextNumber, time: snapshot.deviceTime(at: turn.now).wholeSecond,
      account: account ?? snapshot.session?.account, action: action)
    emit(.logged(entry), &turn)
  }

  private mutating func obey(_ command: RecorderCommand, _ turn: inout Turn) {
    switch command {
    case .passTime: break
    case .switchPower(let on): switchPower(on: on, &turn)
    case .pressResetButton: pressResetButton(&turn)
    case .releaseResetButton: releaseResetButton(&turn)
    case .connectDisk(let isIn): connectDisk(isIn, &turn)
    case .seeMotion(let channel, let isMoving): seeMotion(channel, isMoving, &turn)
    case .plugNetwork(let isIn): plugNetwork(isIn, &turn)
    case .plugCamera(let channel, let isIn): plugCamera(channel, isIn, &turn)
    case .moveContact(let sensor, let isClosed): moveContact(sensor, isClosed: isClosed, &turn)
    case .seeRival(let address): seeRival(at: address, &turn)
    case .slipClock(let interval): slipClock(by: interval, &turn)
    case .refuseAtCameras:
      loseCameraAccess(&turn)
      followRecording(&turn)
    default:
      guard snapshot.power == .running else { return refuse(.notRunning, &turn) }
      guard snapshot.session?.owesNewPassword != true || command.isFreeOfDebt else {
        return refuse(.passwordExpired, &turn)
      }
      touchSession(&turn)
      obeyWhileRunning(command, &turn)
    }
  }

  private mutating func obeyWhileRunning(_ command: RecorderCommand, _ turn: inout Turn) {
    switch command {
    case .signIn(let name, let password): signIn(name, password, &turn)
    case .signOut: signOut(&turn)
    case .openRecovery, .chooseRecoveryMethod, .refreshRecoveryScreen, .answerQuestions,
      .requestRecoveryMail, .openCodeEntry, .enterRecoveryCode, .setRecoveredPassword,
      .closeRecovery:
      recover(command, &turn)
    case .changePassword(let current, let new): changePassword(current, new, &turn)
    case .setPassword(let name, let new): setPassword(of: name, new, &turn)
    case .setQuestions(let questions, let current): setQuestions(questions, current, &turn)
    case .addAccount(let details, let password): addAccount(details, password, &turn)
    case .changeAccount(let name, let change): changeAccount(name, change, &turn)
    case .removeAccount(let name): removeAccount(name, &turn)
    case .offerBinding, .bind, .unbind, .startAppRecovery, .registerClient, .requestClientMail:
      obeyAboutCloud(command, &turn)
    case .addGroup, .changeGroup, .removeGroup, .setAccessList, .signInRemotely,
      .signOutRemotely, .disconnectRemote, .obeyRemotely:
      obeyAboutAccess(command, &turn)
    case .setUp(let step): setUp(step, &turn)
    case .factoryDefault(let keepsNetwork, let approval):
      factoryDefault(keepsNetwork: keepsNetwork, approval, &turn)
    case .upgrade(let file, let approval): upgrade(with: file, approval, &turn)
    case .exportConfiguration: exportConfiguration(&turn)
    case .formatDisk(let approval): formatDisk(approval, &turn)
    case .restoreConfiguration(let configuration, let approval):
      restoreConfiguration(configuration, approval, &turn)
    case .signInToCameras(let channels, let user, let password):
      signInToCameras(channels, as: user, password, &turn)
    case .changeSettings(let values): changeSettings(values, &turn)
    case .setClock(let time): setClock(time, &turn)
    case .searchRecordings(let day): searchRecordings(day, &turn)
    case .readLog: readLog(&turn)
    case .acknowledgeAlarms: acknowledgeAlarms(&turn)
    case .restart: restart(&turn)
    case .shutDown: shutDown(&turn)
    case .passTime, .stayAwake, .switchPower, .connectDisk, .pressResetButton, .releaseResetButton,
      .seeMotion, .plugNetwork, .plugCamera, .moveContact, .seeRival,
      .slipClock, .refuseAtCameras:
      break
    }
  }

  private mutating func obeyAboutCloud(_ command: RecorderCommand, _ turn: inout Turn) {
    switch command {
    case .offerBinding: offerBinding(&turn)
    case .bind(let account, let offer): bind(to: account, offer: offer, &turn)
    case .unbind: unbind(&turn)
    case .startAppRecovery(let account): startAppRecovery(by: account, &turn)
    case .registerClient(let email, let name, let password, let address):
      registerClient(email: email, name, password, from: address, &turn)
    case .requestClientMail: requestClientMail(&turn)
    default: break
    }
  }

  private mutating func obeyAboutAccess(_ command: RecorderCommand, _ turn: inout Turn) {
    switch command {
    case .addGroup(let name, let original): addGroup(name, copyOf: original, &turn)
    case .changeGroup(let name, let group): changeGroup(name, group, &turn)
    case .removeGroup(let name): removeGroup(name, &turn)
    case .setAccessList(let list): setAccessList(list, &turn)
    case .signInRemotely(let name, let password, let address):
      signInRemotely(name, password, from: address, &turn)
    case .signOutRemotely(let address): signOutRemotely(from: address, &turn)
    case .disconnectRemote(let address): disconnectRemote(from: address, &turn)
    case .obeyRemotely(let order, let password, let address):
      obeyRemotely(order, password, from: address, &turn)
    default: break
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
  /// Whether somebody whose password has expired may ask for it.
  fileprivate var isFreeOfDebt: Bool {
    switch self {
    case .changePassword, .signOut, .stayAwake, .signInRemotely, .signOutRemotely,
      .bind, .startAppRecovery, .registerClient, .requestClientMail, .obeyRemotely:
      true
    default: false
    }
  }
}
