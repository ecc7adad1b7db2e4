extension RecorderSnapshot {
  /// The hours of the week that a setting holds; always where the recorder has none.
  private func hours(_ key: SettingKey) -> WeekSchedule {
    settings[key].flatMap(WeekSchedule.init) ?? .always
  }

  /// Whether the hours of a schedule are on at a moment; holidays may have their own.
  func isOn(_ schedule: WeekSchedule, at now: Timestamp) -> Bool {
    schedule.isOn(at: deviceTime(at: now), holidays: settings.rules.holidays)
  }

  private func isOn(_ toggle: SettingKey, hours key: SettingKey, at now: Timestamp) -> Bool {
    settings[toggle] == "on" && isOn(hours(key), at: now)
  }

  private func length(_ key: SettingKey) -> Interval {
    .seconds(settings[key].flatMap { Int64($0) } ?? 0)
  }

  /// Whether anything goes on that is an alarm.
  public func hasActiveAlarm(at now: Timestamp) -> Bool {
    alarms.all.contains { $0.ended == nil } || !motionAlarms(at: now).isEmpty
  }

  /// The newest alarm that nobody has seen; motion is none of them.
  public var loudestAlarm: Alarm? { alarms.all.last { !$0.isSeen && $0.cause.staysUntilSeen } }

  /// Whether an alarm of this cause goes on.
  public func isAlarmed(_ cause: AlarmCause) -> Bool {
    alarms.all.contains { $0.cause == cause && $0.ended == nil }
  }

  /// What should be an alarm for as long as it lasts, as things are.
  fileprivate func lastingCauses(at now: Timestamp) -> [AlarmCause] {
    guard power == .running else { return [] }
    var causes: [AlarmCause] = []
    func consider(_ cause: AlarmCause, _ isSo: Bool, _ toggle: SettingKey) {
      if isSo, settings[toggle] != "off" { causes.append(cause) }
    }
    consider(.diskFull, disk.state == .full, .alarmDiskFull)
    consider(.diskMissing, disk.state == .missing, .alarmNoDisk)
    consider(.addressConflict, hasAddressConflict, .alarmAddressConflict)
    if !hasNetworkLink, settings[.alarmNetworkLost] == "on" { causes.append(.networkLost) }
    for camera in cameras.unplugged {
      if tellsOfVideoLoss {
        consider(.videoLoss(camera.channel), true, .alarmVideoLoss)
      } else if let time = settings.rules.cameraOfflineTime, camera.since + time <= now {
        causes.append(.cameraOffline(camera.channel))
      }
    }
    for (place, state) in cameras.channels.enumerated() where state == .covered {
      if settings[.tamper(place + 1)] == "on" { causes.append(.tampered(place + 1)) }
    }
    return causes
  }

  /// Whether a channel without a picture is a matter of its video input: analogue cameras are, where
  /// the recorder looks for it; those of the network are offline instead.
  var tellsOfVideoLoss: Bool { settings[.alarmVideoLoss] != nil && profile.cameras == nil }

  private var hasAddressConflict: Bool {
    guard let rival = alarms.rivalAddress, hasNetworkLink, settings[.dhcp] != "on" else {
      return false
    }
    return settings[.networkAddress] == rival
  }

  /// When the next camera has been gone for long enough to be an alarm.
  var nextCameraOffline: Timestamp? {
    guard power == .running, !cameras.unplugged.isEmpty, !tellsOfVideoLoss,
      let time = settings.rules.cameraOfflineTime
    else { return nil }
    return cameras.unplugged.filter { !isAlarmed(.cameraOffline($0.channel)) }
      .map { $0.since + time }.min()
  }

  /// When the alarm of a contact that is at rest again is over, and which contact's that is.
  var nextSensorOver: (at: Timestamp, sensor: Int)? {
    alarms.all.compactMap { alarm -> (at: Timestamp, sensor: Int)? in
      guard case .sensor(let number) = alarm.cause, alarm.ended == nil, !isTriggered(number)
      else { return nil }
      return (alarm.began + length(.alarmSensorTime), number)
    }.min { $0.at < $1.at }
  }

  /// Whether a contact at the back panel is as its setting calls an alarm.
  fileprivate func isTriggered(_ sensor: Int) -> Bool {
    switch settings[.sensor(sensor)] {
    case "normally open": alarms.closedContacts.contains(sensor)
    case "normally closed": !alarms.closedContacts.contains(sensor)
    default: false
    }
  }

  /// Whether a motion that begins now is an alarm, by the hours of the week.
  func isMotionAlarm(_ channel: Int, at now: Timestamp) -> Bool {
    isOn(hours(.alarmSchedule(channel)), at: now)
  }

  /// Whether the buzzer sounds for it: motion is quiet unless the menu says otherwise.
  fileprivate func buzzes(_ cause: AlarmCause, at now: Timestamp) -> Bool {
    if case .motion = cause, settings[.motionBuzzer] != "on" { return false }
    return isOn(.buzzer, hours: .buzzerSchedule, at: now)
  }

  fileprivate func switchesOutput(at now: Timestamp) -> Bool {
    isOn(.alarmOutput, hours: .alarmOutputSchedule, at: now)
  }

  fileprivate func buzzerEnd(from now: Timestamp) -> Timestamp { now + length(.buzzerTime) }
  fileprivate func outputEnd(from now: Timestamp) -> Timestamp { now + length(.alarmOutputTime) }

  fileprivate var combinationTime: Interval { length(.combinationTime) }

  /// The ways that are open to tell somebody now.
  fileprivate func waysToTell(at now: Timestamp) -> [NotificationWay] {
    guard hasNetworkLink else { return [] }
    var ways: [NotificationWay] = []
    if settings[.cloud] == "on",
      isOn(.push, hours: .pushSchedule, at: now)
    {
      ways.append(.phone)
    }
    let pause = Interval.minutes(settings[.alarmEmailInterval].flatMap { Int64($0) } ?? 0)
    if settings[.alarmEmail] == "on", standing(of: .mail) == .works,
      alarms.mailedAt.map({ $0 + pause <= now }) ?? true
    {
      ways.append(.email)
    }
    return ways
  }
}

extension SettingKey {
  /// How a contact of the back panel rests: open, closed, or unused.
  public static func sensor(_ number: Int) -> SettingKey { SettingKey("alarm.sensor\(number)") }
  /// The hours of the week in which motion at channel 1, 2, 3 … is an alarm.
  public static func alarmSchedule(_ channel: Int) -> SettingKey {
    SettingKey("alarm.\(channel).schedule")
  }
  /// Whether something in front of the lens of channel 1, 2, 3 … is an alarm.
  public static func tamper(_ channel: Int) -> SettingKey { SettingKey("alarm.\(channel).tamper") }
}

extension RecorderState {
  /// Begins and ends the alarms that last as long as their cause.
  mutating func updateLastingAlarms(_ turn: inout Turn) {
    let wanted = snapshot.lastingCauses(at: turn.now)
    for alarm in snapshot.alarms.all where alarm.ended == nil && alarm.cause.isLasting {
      if !wanted.contains(alarm.cause) { endAlarm(alarm.cause, &turn) }
    }
    for cause in wanted where !snapshot.isAlarmed(cause) { raiseAlarm(cause, &turn) }
  }

  /// Begins an alarm: logged, heard, switched and told as the settings say.
  mutating func raiseAlarm(_ cause: AlarmCause, isMoment: Bool = false, _ turn: inout Turn) {
    let now = turn.now
    let alarm = Alarm(
      cause: cause, began: now, shownBegan: snapshot.deviceTime(at: now),
      ended: isMoment ? now : nil)
    emit(.alarms(.began(alarm)), &turn)
    log(.alarm(cause), &turn)
    react(to: cause, &turn)
  }

  /// Has an alarm heard, switched and told as the settings say.
  mutating func react(to cause: AlarmCause, _ turn: inout Turn) {
    let now = turn.now
    if snapshot.buzzes(cause, at: now) {
      // A lock-out has beeped already.
      if cause != .illegalSignIn { emit(.power(.beeped(.angry)), &turn) }
      emit(.alarms(.buzzerChanged(until: snapshot.buzzerEnd(from: now))), &turn)
    }
    if snapshot.switchesOutput(at: now) {
      emit(.alarms(.outputChanged(until: snapshot.outputEnd(from: now))), &turn)
    }
    for way in snapshot.waysToTell(at: now) { emit(.alarms(.notified(cause, way, at: now)), &turn) }
  }

  mutating func endAlarm(_ cause: AlarmCause, _ turn: inout Turn) {
    guard snapshot.isAlarmed(cause) else { return }
    emit(.alarms(.ended(cause, at: turn.now)), &turn)
  }

  /// Without power nothing sounds and nothing goes on.
  mutating func silenceAlarms(_ turn: inout Turn) {
    for alarm in snapshot.alarms.all where alarm.ended == nil { endAlarm(alarm.cause, &turn) }
    quietAlarms(&turn)
    if snapshot.alarms.combination != CombinationProgress() {
      emit(.alarms(.combinationChanged(CombinationProgress())), &turn)
    }
  }

  mutating func quietAlarms(_ turn: inout Turn) {
    if snapshot.alarms.buzzerUntil != nil { emit(.alarms(.buzzerChanged(until: nil)), &turn) }
    if snapshot.alarms.outputUntil != nil { emit(.alarms(.outputChanged(until: nil)), &turn) }
  }

  /// Somebody has seen the alarms: the buzzer is quiet, and what is over goes from the page.
  mutating func acknowledgeAlarms(_ turn: inout Turn) {
    guard isAllowed(.alarm, &turn) else { return }
    guard !snapshot.alarms.all.isEmpty || snapshot.alarms.buzzerUntil != nil else { return }
    quietAlarms(&turn)
    emit(.alarms(.seen), &turn)
    log(.alarmsSeen, &turn)
  }

  mutating func updateMotionAlarm(_ channel: Int, isMoving: Bool, _ turn: inout Turn) {
    guard isMoving else { return endAlarm(.motion(channel), &turn) }
    guard snapshot.isMotionAlarm(channel, at: turn.now) else { return }
    raiseAlarm(.motion(channel), &turn)
    combine("motion \(channel)", &turn)
  }

  /// A contact at the back panel closes or opens.
  mutating func moveContact(_ sensor: Int, isClosed: Bool, _ turn: inout Turn) {
    guard snapshot.profile.setting(.sensor(sensor)) != nil,
      snapshot.alarms.closedContacts.contains(sensor) != isClosed
    else { return }
    let others = snapshot.alarms.closedContacts.filter { $0 != sensor }
    emit(.alarms(.contactsChanged(isClosed ? (others + [sensor]).sorted() : others)), &turn)
    guard snapshot.power == .running, snapshot.isTriggered(sensor) else {
      // What has lasted as long as the menu says is over as soon as the contact is at rest.
      if let over = snapshot.nextSensorOver, over.at <= turn.now {
        endAlarm(.sensor(over.sensor), &turn)
      }
      return
    }
    if !snapshot.isAlarmed(.sensor(sensor)) { raiseAlarm(.sensor(sensor), &turn) }
    combine("sensor \(sensor)", &turn)
  }

  /// One half of a combination has happened; with the other one near enough it is an alarm.
  mutating func combine(_ event: String, _ turn: inout Turn) {
    guard snapshot.settings[.combination] == "on" else { return }
    var progress = snapshot.alarms.combination
    if snapshot.settings[.combinationFirst] == event { progress.first = turn.now }
    if snapshot.settings[.combinationSecond] == event { progress.second = turn.now }
    guard progress != snapshot.alarms.combination else { return }
    if let first = progress.first, let second = progress.second,
      max(first, second) - min(first, second) <= snapshot.combinationTime
    {
      emit(.alarms(.combinationChanged(CombinationProgress())), &turn)
      return raiseAlarm(.combination, isMoment: true, &turn)
    }
    emit(.alarms(.combinationChanged(progress)), &turn)
  }

  /// Another device takes an address of the network, or leaves it again.
  mutating func seeRival(at address: String?, _ turn: inout Turn) {
    if address != snapshot.alarms.rivalAddress { emit(.alarms(.rivalChanged(address)), &turn) }
  }
}

extension AlarmCause {
  /// Whether it goes on for as long as something is as it is.
  fileprivate var isLasting: Bool {
    switch self {
    case .cameraOffline, .videoLoss, .tampered, .diskFull, .diskMissing, .networkLost,
      .addressConflict:
      true
    case .motion, .sensor, .combination, .illegalSignIn: false
    }
  }
}
