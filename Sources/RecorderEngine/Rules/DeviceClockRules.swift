extension SettingKey {
  /// The zone that the clock goes by: `GMT+5:30`.
  public static let timeZone: SettingKey = "system.timeZone"
  /// Whether the clock goes by daylight saving.
  public static let daylightSaving: SettingKey = "system.daylightSaving"
  /// Whether the clock is set by a time server of the network.
  public static let ntp: SettingKey = "system.ntp"
  /// The hours from one look at the time server to the next.
  public static let ntpInterval: SettingKey = "system.ntpInterval"
  /// The server that knows the time.
  public static let ntpServer: SettingKey = "system.ntpServer"
  /// When daylight saving begins; a menu without it has nothing but the switch.
  public static let daylightBegin: SettingKey = "system.daylightBegin"
  static let daylightEnd: SettingKey = "system.daylightEnd"

  /// Whether the recorder's clock goes by it.
  var isOfClock: Bool {
    switch self {
    case .timeZone, .daylightSaving, .ntp, .daylightBegin, .daylightEnd: true
    default: false
    }
  }
}

/// What a change of settings starts from, as far as the clock goes.
struct ClockBefore {
  let rightOffset: Interval
  let usesNetwork: Bool

  init(_ snapshot: RecorderSnapshot) {
    rightOffset = snapshot.rightClockOffset
    usesNetwork = snapshot.settings.rules.clockCheckInterval != nil
  }
}

extension RecorderSnapshot {
  /// How far the clock is from the time around it when it is right: by the zone that is set
  /// against the one from the factory, which is where practice takes place, and by daylight
  /// saving.
  var rightClockOffset: Interval {
    let zone = zoneMinutes
    if hasSummerTimeRule { return .minutes(Int64(zone + (clock.summerTime.isOn ? 60 : 0))) }
    let factory = profile.setting(.daylightSaving)?.initial.value
    return .minutes(
      Int64(zone + daylightMinutes(settings[.daylightSaving]) - daylightMinutes(factory)))
  }

  /// How far the zone that is set is from the one where practice takes place.
  var zoneOffset: Interval { .minutes(Int64(zoneMinutes)) }

  /// How far the zone that is set is from UTC, daylight saving left out.
  var zoneFromUTC: Interval { .minutes(Int64(minutes(ofZone: settings[.timeZone] ?? ""))) }

  private var zoneMinutes: Int {
    let home = profile.setting(.timeZone)?.initial.value ?? ""
    return minutes(ofZone: settings[.timeZone] ?? home) - minutes(ofZone: home)
  }

  private func daylightMinutes(_ saving: SettingValue?) -> Int { saving == "on" ? 60 : 0 }

  /// When the clock will next be set by the network; nil where nobody asked for that.
  var nextClockCheck: Timestamp? {
    guard power == .running, let interval = settings.rules.clockCheckInterval else { return nil }
    return clock.checkedAt.map { $0 + interval }
  }

  /// The minutes of a zone such as `GMT+5:30`; 0 for what is none.
  private func minutes(ofZone text: String) -> Int {
    guard text.hasPrefix("GMT") else { return 0 }
    let rest = text.dropFirst(3)
    let parts = rest.dropFirst().split(separator: ":").map { Int($0) ?? 0 }
    let minutes = (parts.first ?? 0) * 60 + (parts.count > 1 ? parts[1] : 0)
    return rest.first == "-" ? -minutes : minutes
  }
}

extension RecorderState {
  /// Follows settings of the clock: another zone or daylight saving moves it by the difference,
  /// and NTP sets it right as soon as it is switched on.
  mutating func moveClockBySettings(from before: ClockBefore, _ turn: inout Turn) {
    let shift = snapshot.rightClockOffset - before.rightOffset
    if shift != .zero {
      emit(.clock(.changed(offset: snapshot.clock.offset + shift)), &turn)
      log(.clockChanged, &turn)
    }
    let usesNetwork = snapshot.settings.rules.clockCheckInterval != nil
    if usesNetwork, !before.usesNetwork { checkClock(&turn) }
  }

  /// Sets the clock by the network.
  mutating func checkClock(_ turn: inout Turn) {
    emit(.clock(.checked(turn.now)), &turn)
    guard snapshot.standing(of: .time) == .works else { return log(.timeServerSilent, &turn) }
    showRightTime(noting: .clockSetByNetwork, &turn)
  }

  /// Has the clock show the time that it is in its zone, where it does not.
  mutating func showRightTime(noting action: LogAction, _ turn: inout Turn) {
    _ = settleStandard(turn.now + snapshot.zoneOffset, &turn)
    let right = snapshot.rightClockOffset
    guard snapshot.clock.offset != right else { return }
    emit(.clock(.changed(offset: right)), &turn)
    log(action, &turn)
  }
}
