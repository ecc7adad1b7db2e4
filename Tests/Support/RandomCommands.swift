import RecorderEngine

/// An endless run of commands as clumsy hands might give them, the same for the same seed.
public struct RandomCommands {
  /// What whoever types knows.
  public enum Knowledge: Sendable {
    /// Passwords, answers and codes, and how to hold the button.
    case everything
    /// No password, answer or code that opens anything, and no patience to hold the button.
    case nothing
  }

  private var random: SeededRandom
  private let knowledge: Knowledge

  public init(seed: UInt64, knowing knowledge: Knowledge = .everything) {
    random = SeededRandom(seed: seed)
    self.knowledge = knowledge
  }

  /// The next command and how long to wait before it; waits like to end at a deadline.
  public mutating func next(
    seeing snapshot: RecorderSnapshot, at now: Timestamp
  ) -> (wait: Interval, command: RecorderCommand) {
    let wait = wait(seeing: snapshot, at: now)
    let command = command(seeing: snapshot)
    guard knowledge == .nothing, case .hands(.releaseResetButton) = command else {
      return (wait, command)
    }
    // Whoever may not reset by the button pulls the plug where the hold has become long enough.
    guard case .pressed(let since, _) = snapshot.resetButton,
      now + wait - since >= snapshot.profile.resetButton.hold.value
    else { return (wait, command) }
    return (wait, .hands(.switchPower(on: false)))
  }

  private mutating func wait(seeing snapshot: RecorderSnapshot, at now: Timestamp) -> Interval {
    let short: [Interval] = [.zero, .zero, .milliseconds(1), .seconds(1), .seconds(20)]
    let isWaiting = snapshot.resetButton != .released || snapshot.power != .running
    // A day goes by now and then only, and never months: they bring an event for each hour.
    guard let due = snapshot.nextDeadline, due > now, chance(isWaiting ? 2 : 4),
      due - now < .hours(3) || (due - now < .days(2) && chance(60))
    else {
      return chance(25) ? .minutes(31) : pick(short)
    }
    let left = due - now
    return pick([left - .milliseconds(1), left, left + .milliseconds(1)])
  }

  private mutating func command(seeing snapshot: RecorderSnapshot) -> RecorderCommand {
    if snapshot.power == .off, chance(2) { return .hands(.switchPower(on: true)) }
    if case .pressed(_, let isLongEnough) = snapshot.resetButton, chance(2) {
      return isLongEnough ? .hands(.releaseResetButton) : .passTime
    }
    if case .granted = snapshot.recovery, chance(2) {
      return .recovery(.setPassword(newPassword()))
    }
    if case .open = snapshot.recovery, chance(2) { return recoveryCommand(seeing: snapshot) }
    if case .open = snapshot.setup, chance(2) { return setupCommand(seeing: snapshot) }
    switch random.next() % 9 {
    case 8: return accessCommand(seeing: snapshot)
    case 0, 1: return .session(.signIn(name(), password(seeing: snapshot)))
    case 2: return handsOnTheCase()
    case 3: return recoveryCommand(seeing: snapshot)
    case 4: return accountCommand(seeing: snapshot)
    case 5: return passwordCommand(seeing: snapshot)
    case 6: return menuCommand()
    default: return pick([.passTime, .session(.stayAwake), .session(.signOut), .recovery(.open)])
    }
  }

  private mutating func handsOnTheCase() -> RecorderCommand {
    if chance(5) { return .hands(.switchPower(on: chance(3))) }
    if chance(6) { return .hands(.plugNetwork(chance(2))) }
    if chance(9) { return .hands(.connectDisk(chance(2))) }
    if chance(9) { return .hands(.plugCamera(channel: Int(random.next() % 5), chance(2))) }
    if chance(9) {
      return .hands(.moveContact(sensor: Int(random.next() % 3), isClosed: chance(2)))
    }
    if chance(9) { return .hands(.seeRival(at: chance(2) ? nil : "192.168.226.201")) }
    if chance(9) { return .hands(.coverCamera(channel: Int(random.next() % 5), chance(2))) }
    if chance(9) { return .recordByHand([Int(random.next() % 5), 1], chance(2)) }
    if chance(9) { return .acknowledgeAlarms }
    if chance(4) {
      return .hands(.seeMotion(channel: Int(random.next() % 4), isMoving: chance(2)))
    }
    return pick([.hands(.pressResetButton), .hands(.pressResetButton), .hands(.releaseResetButton)])
  }

  private mutating func recoveryCommand(seeing snapshot: RecorderSnapshot) -> RecorderCommand {
    switch random.next() % 10 {
    case 8: cloudCommand(seeing: snapshot)
    case 9:
      chance(2) ? .recovery(.openCodeEntry) : .recovery(.requestMail(address(seeing: snapshot)))
    case 0: chance(2) ? .recovery(.open) : handsOnTheCase()
    case 1: .recovery(.close)
    case 2: .recovery(.refresh)
    case 3: .recovery(.choose(pick(RecoveryMethod.allCases)))
    case 4: .recovery(.setPassword(newPassword()))
    case 5: .recovery(.answer(answers(seeing: snapshot)))
    default: .recovery(.enterCode(code(seeing: snapshot)))
    }
  }

  private mutating func address(seeing snapshot: RecorderSnapshot) -> String {
    pick([snapshot.account(.admin)?.email ?? "", "x@example.com"])
  }

  private mutating func cloudCommand(seeing snapshot: RecorderSnapshot) -> RecorderCommand {
    switch random.next() % 6 {
    case 0: .cloud(.offerBinding)
    case 1:
      .cloud(.bind(account: pick(["owner", "thief"]), offer: snapshot.cloud.offer?.number ?? 1))
    case 2: chance(4) ? .cloud(.unbind) : .hands(.slipClock(.minutes(5)))
    case 3: .cloud(.startAppRecovery(account: pick(["owner", "thief"])))
    case 4:
      .cloud(
        .registerClient(
          email: "owner@example.com", name(), password(seeing: snapshot), from: "10.0.0.3"))
    default: .cloud(.requestClientMail)
    }
  }

  private mutating func accountCommand(seeing snapshot: RecorderSnapshot) -> RecorderCommand {
    let group = pick(["Administrator", "Advanced", "Ordinary", "Nobody"])
    switch random.next() % 4 {
    case 0: return .accounts(.add(AccountDetails(name: name(), group: group), newPassword()))
    case 1: return .accounts(.remove(name()))
    case 2: return .accounts(.setPassword(name(), newPassword()))
    default:
      let change = AccountChange(
        name: chance(2) ? name() : nil, group: chance(2) ? group : nil,
        isEnabled: chance(2) ? chance(2) : nil, remark: chance(2) ? "changed" : nil)
      return .accounts(.change(name(), change))
    }
  }

  private mutating func setupCommand(seeing snapshot: RecorderSnapshot) -> RecorderCommand {
    // Whoever knows nothing must not be let in by a wizard that asks nothing.
    guard knowledge == .everything else { return .passTime }
    let questions = zip(snapshot.profile.answeredQuestions, answers(seeing: snapshot)).map {
      QuestionAndAnswer(question: $0.question, answer: $1)
    }
    return .setUp(
      pick([
        .password(newPassword()), .questions(questions), .email(pick(["", "a@b.cd", "no"])),
        .settings([.deviceName: pick(["A", "much too long a name"])]), .finish, .skip,
        .formatDisk,
        .clock(TestRecorder.start + .hours(Int64(random.next() % 100))),
      ]))
  }

  private mutating func accessCommand(seeing snapshot: RecorderSnapshot) -> RecorderCommand {
    let approval = approval(seeing: snapshot)
    let group = pick(snapshot.groups)
    let address = pick(["10.0.0.1", "10.0.0.2", "x"])
    switch random.next() % 13 {
    case 12: return remoteOrder(seeing: snapshot)
    case 0: return .groups(.add(pick(["Night", "Day", "", "Ordinary"]), copyOf: group.name))
    case 1:
      var changed = group
      changed.name = pick([group.name, "Evening"])
      changed.local.set(pick(Right.allCases), chance(2))
      changed.local.set(.live, channel: 1, chance(2))
      return .groups(.change(group.name, changed))
    case 2: return .groups(.remove(group.name))
    case 3:
      return .remote(
        .setAccessList(
          AccessList(mode: pick(AccessList.Mode.allCases), addresses: [address])))
    case 4, 5: return .remote(.signIn(name(), password(seeing: snapshot), from: address))
    case 6: return pick([.remote(.signOut(from: address)), .remote(.disconnect(from: address))])
    case 7: return .maintenance(.factoryDefault(keepsNetwork: chance(2), approval))
    case 8:
      return .maintenance(
        .upgrade(with: pick(["newer.sw", "same.sw", "other.sw", "none"]), approval))
    case 9:
      return chance(2) ? .maintenance(.exportConfiguration) : .maintenance(.formatDisk(approval))
    case 10: return .changeSettings([.dualCheck: pick(["on", "off"])])
    default: return .maintenance(.restoreConfiguration(configuration(seeing: snapshot), approval))
    }
  }

  private mutating func remoteOrder(seeing snapshot: RecorderSnapshot) -> RecorderCommand {
    // Whoever knows nothing must not activate a recorder.
    let isLost = knowledge == .nothing && snapshot.needsSetup
    let order: RemoteOrder = pick([
      .setPassword(newPassword()), .restart, .factoryDefault(keepsNetwork: chance(2)),
      .changeAddress(["network.port": pick(["80", "0"])]),
      .upgrade(with: pick(["newer.sw", "same.sw", "none"])),
    ])
    return isLost
      ? .passTime : .remote(.obey(order, password(seeing: snapshot), from: "10.0.0.9"))
  }

  private mutating func approval(seeing snapshot: RecorderSnapshot) -> Approval {
    let second = Approval.Second(name: name(), password: password(seeing: snapshot))
    return Approval(password(seeing: snapshot), second: chance(2) ? second : nil)
  }

  private mutating func configuration(seeing snapshot: RecorderSnapshot) -> Configuration {
    Configuration(
      model: chance(3) ? "OTHER" : snapshot.profile.identity.model, firmware: snapshot.firmware,
      settings: [.deviceName: pick(["A", "much too long a name"])],
      groups: snapshot.groups.filter { !$0.isBuiltIn }, accessList: snapshot.accessList)
  }

  private mutating func passwordCommand(seeing snapshot: RecorderSnapshot) -> RecorderCommand {
    guard chance(3) else {
      return .accounts(.changePassword(current: password(seeing: snapshot), newPassword()))
    }
    let questions = zip(snapshot.profile.answeredQuestions, answers(seeing: snapshot)).map {
      QuestionAndAnswer(question: $0.question, answer: $1)
    }
    return .accounts(.setQuestions(questions, current: password(seeing: snapshot)))
  }

  private mutating func clockCommand() -> RecorderCommand {
    pick([
      .changeSettings(["system.daylightSaving": chance(2) ? "on" : "off"]),
      .changeSettings(["system.ntp": chance(2) ? "on" : "off", "system.ntpInterval": "1"]),
      .changeSettings([.timeZone: pick(["GMT", "GMT+3", "GMT-3:30", "Mars"])]),
      .changeSettings(["system.autoRestart": chance(2) ? "on" : "off"]),
      .changeSettings([.recordQuality: pick(["low", "high", "highest", "best"])]),
      .changeSettings([.bitRate(1): pick(["500", "8000", "x"])]),
      .changeSettings(["disk.expiry": pick(["0", "3", "366"])]),
    ])
  }

  private mutating func menuCommand() -> RecorderCommand {
    if chance(4) { return clockCommand() }
    if chance(8) {
      return .signInToCameras(
        pick([[1], [2], [1, 2], [3], [9], []]), user: pick(["admin", "root"]),
        pick(["Camera-Pass1", "guess"]))
    }
    return menuCommand(of: random.next() % 8)
  }

  private mutating func ptzCommand() -> PTZCommand {
    let channel = pick([1, 1, 1, 2, 3, 9])
    let number = Int(random.next() % 5)
    return pick([
      .turn(channel: channel, pick(CameraMove.allCases), pick(CameraSpeed.allCases)),
      .goHome(channel: channel), .savePreset(number, channel: channel),
      .goToPreset(number, channel: channel), .removePreset(number, channel: channel),
    ])
  }

  private mutating func menuCommand(of kind: UInt64) -> RecorderCommand {
    switch kind {
    case 0: .changeSettings(["network.port": pick(["80", "8000", "0", "x"])])
    case 1: .changeSettings(["network.dhcp": pick(["on", "off"]), .deviceName: pick(["A", "B"])])
    case 2: .setClock(TestRecorder.start + .hours(Int64(random.next() % 100)))
    case 3: .searchRecordings(day: TestRecorder.start - .days(Int64(random.next() % 16)))
    case 4: .readLog
    case 5: chance(4) ? .maintenance(.restart) : .session(.stayAwake)
    case 6: chance(4) ? .maintenance(.shutDown) : .session(.stayAwake)
    default: .ptz(ptzCommand())
    }
  }

  private mutating func name() -> AccountName {
    chance(2) ? .admin : pick(["admin", "bob", "Bob", "carol", "", "admin\u{7}"])
  }

  private mutating func password(seeing snapshot: RecorderSnapshot) -> Secret {
    guard knowledge == .everything else { return pick(["guess", "12345", "Right-Pass", "•••"]) }
    if chance(6) { return "guess" }
    let factory = snapshot.profile.signIn.defaultPassword.map { Secret($0.value) }
    return pick([TestRecorder.password, "Other-Pass2", "Third-Pass3", factory ?? "guess"])
  }

  private mutating func newPassword() -> NewPassword {
    let password: Secret = pick([
      "Other-Pass2", "Third-Pass3", TestRecorder.password, "12345", "123456", "x", "",
    ])
    return chance(8) ? NewPassword(password, again: "slip") : .twice(password)
  }

  private mutating func answers(seeing snapshot: RecorderSnapshot) -> [Secret] {
    let right = snapshot.profile.rightAnswers
    if knowledge == .nothing { return right.dropLast() + ["a guess"] }
    return chance(3) ? [] : right
  }

  private mutating func code(seeing snapshot: RecorderSnapshot) -> Secret {
    guard case .open(let session) = snapshot.recovery, var shown = session.tab?.dynamicChallenge,
      let length = snapshot.profile.recovery.dynamicPassword?.length.value
    else { return ticketCode(seeing: snapshot) }
    if knowledge == .nothing || chance(3) {
      shown = DynamicChallenge(
        model: shown.model, macAddress: shown.macAddress, time: shown.time - .seconds(1))
    }
    return shown.code(length: length, with: PlainCryptography())
  }

  /// A code for a screen that shows what it is made of; a guess for the others, and for whoever
  /// knows nothing.
  private mutating func ticketCode(seeing snapshot: RecorderSnapshot) -> Secret {
    guard knowledge == .everything, case .open(let session) = snapshot.recovery else {
      return pick(["000000", "123456", "00000000", "AAAAAAAAAA"])
    }
    let length = session.method.flatMap { snapshot.profile.recovery.code(of: $0)?.length.value }
    switch session.tab {
    case .qrCode(let ticket):
      return PlainCryptography().digits(
        for: ticket, scan: Int(random.next() % 4), length: length ?? 8)
    case .unlockCode(let challenge):
      return challenge.code(length: length ?? 10, with: PlainCryptography())
    default: return "000000"
    }
  }

  /// True once in so many times.
  private mutating func chance(_ count: UInt64) -> Bool { random.next() % count == 0 }

  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int(random.next() % UInt64(values.count))]
  }
}
