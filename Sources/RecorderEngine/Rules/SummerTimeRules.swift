/// Whether the clock is an hour ahead, and when that changes.
public struct SummerTimeState: Equatable, Sendable, Codable {
  /// Whether the clock is an hour ahead now.
  public let isOn: Bool
  /// When the clock will go forward or back by itself; nil where it does not.
  let changesAt: Timestamp?
}

extension RecorderSnapshot {
  /// When daylight saving begins and ends; nil where an older menu has just the switch.
  private var summerTimeRule: SummerTime? {
    guard let begin = settings[.daylightBegin].flatMap({ YearlyMoment($0) }),
      let end = settings[.daylightEnd].flatMap({ YearlyMoment($0) })
    else { return nil }
    return SummerTime(begin: begin, end: end)
  }

  /// Whether the clock goes forward and back by itself where daylight saving is on.
  var hasSummerTimeRule: Bool { summerTimeRule != nil }

  /// The rule where it is switched on.
  var activeSummerTime: SummerTime? {
    settings[.daylightSaving] == "on" ? summerTimeRule : nil
  }

  /// Whether the recorder can reach anything beyond its cable.
  public var reachesNetwork: Bool {
    guard hasNetworkLink else { return false }
    if settings[.dhcp] == "on" { return true }
    return settings[.networkAddress] != "0.0.0.0" && settings[.gateway] != "0.0.0.0"
  }

  func summerTime(isOn: Bool, at now: Timestamp) -> SummerTimeState {
    let change = activeSummerTime?.nextChange(after: deviceTime(at: now), isSummer: isOn)
    return SummerTimeState(isOn: isOn, changesAt: change.map { $0 - clock.offset })
  }
}

extension RecorderEvent {
  /// Whether daylight saving may have to be looked at anew.
  var movesClock: Bool {
    switch self {
    case .settingsChanged(let values): values.keys.contains(where: \.isOfClock)
    case .settingsRestored, .clock(.changed): true
    default: false
    }
  }
}

extension RecorderState {
  /// How the clock goes when practice begins: nothing has to be put right first.
  mutating func windClock(at now: Timestamp) {
    let shown = snapshot.deviceTime(at: now)
    let isOn = snapshot.activeSummerTime?.holds(shown: shown) ?? false
    snapshot.clock.summerTime = snapshot.summerTime(isOn: isOn, at: now)
  }

  /// Puts the clock to the right side of daylight saving, after whatever changed its settings or
  /// the clock itself.
  mutating func updateSummerTime(_ turn: inout Turn) {
    guard turn.hasMovedClock else { return }
    let isOn = snapshot.clock.summerTime.isOn
    let shown = snapshot.deviceTime(at: turn.now)
    let standard = isOn ? shown - SummerTime.step : shown
    let shallBe = snapshot.activeSummerTime?.holds(standard: standard) ?? false
    if shallBe != isOn { return turnSummerTime(shallBe, &turn) }
    keepSummerTime(isOn, &turn)
  }

  /// The clock goes forward or back by itself.
  mutating func changeSummerTime(_ turn: inout Turn) {
    turnSummerTime(!snapshot.clock.summerTime.isOn, &turn)
  }

  private mutating func turnSummerTime(_ isOn: Bool, _ turn: inout Turn) {
    let step = isOn ? SummerTime.step : .zero - SummerTime.step
    let offset = snapshot.clock.offset + step
    // A clock that would leave the calendar stays where it is.
    if CivilTime(turn.now + offset).timestamp != nil {
      emit(.clock(.changed(offset: offset)), &turn)
    }
    keepSummerTime(isOn, &turn)
    if snapshot.power == .running { log(.summerTime(isOn), &turn) }
    updateRecording(&turn)
  }

  private mutating func keepSummerTime(_ isOn: Bool, _ turn: inout Turn) {
    let state = snapshot.summerTime(isOn: isOn, at: turn.now)
    if state != snapshot.clock.summerTime { emit(.clock(.summerTimeChanged(state)), &turn) }
  }

  /// What somebody typed is what the clock shows: of an hour that comes twice the first, and of
  /// one that is missing the next.
  mutating func settleTyped(_ time: Timestamp, _ turn: inout Turn) -> Timestamp {
    guard let rule = snapshot.activeSummerTime else { return time }
    keepSummerTime(rule.holds(shown: time), &turn)
    return rule.isMissing(time) ? time + SummerTime.step : time
  }

  /// Whoever knows the time in UTC knows on which side of the change it is, by what a clock without
  /// daylight saving shows then. Returns whether the clock is to be an hour ahead of that.
  mutating func settleStandard(_ standard: Timestamp, _ turn: inout Turn) -> Bool {
    guard let rule = snapshot.activeSummerTime else {
      return !snapshot.hasSummerTimeRule && snapshot.settings[.daylightSaving] == "on"
    }
    let isSummer = rule.holds(standard: standard)
    keepSummerTime(isSummer, &turn)
    return isSummer
  }
}
