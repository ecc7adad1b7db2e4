import ONVIFMessages
import RecorderEngine

/// What the clock of a device shows, and how far its zone is from UTC.
struct DeviceTime: Equatable, Sendable {
  /// What it shows where it stands.
  let local: Timestamp
  /// How far that is from UTC, with daylight saving.
  let zone: Interval

  /// What it shows in UTC.
  var utc: Timestamp { local - zone }

  /// Reads the clock of a recorder; one that misbehaves is off by so much.
  init(_ reply: RemoteReply, off: Interval = .zero) {
    local = reply.deviceTime + off
    zone = DeviceTime.zone(of: reply.snapshot)
  }

  /// The zone of a recorder, with daylight saving where it goes by that now.
  static func zone(of snapshot: RecorderSnapshot) -> Interval {
    let zone = TimeZoneText(setting: snapshot.settings[.timeZone] ?? "GMT")
    return zone.offset + (isSummer(snapshot) ? .hours(1) : .zero)
  }

  private static func isSummer(_ snapshot: RecorderSnapshot) -> Bool {
    // Where there is nothing but the switch, it is summer as long as that is on.
    let hasRule = snapshot.settings[.daylightBegin] != nil
    return hasRule
      ? snapshot.clock.summerTime.isOn : snapshot.settings[.daylightSaving] == "on"
  }

  /// The moment in UTC as HTTP writes it: `Fri, 20 Nov 2026 23:06:51 GMT`.
  var httpDate: String {
    let civil = CivilTime(utc)
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let day = (civil.day < 10 ? "0" : "") + String(civil.day)
    let month = months[(civil.month - 1) % 12]
    return "\(civil.weekday.prefix(3)), \(day) \(month) \(civil.year) \(civil.clockText) GMT"
  }
}

/// A zone: `GMT+5:30` as the menu writes it, `UTC-5:30` as POSIX does, with the sign turned round.
struct TimeZoneText: Equatable, Sendable {
  /// How far it is from UTC.
  let offset: Interval

  /// Reads what the menu has; UTC where that is nothing else.
  init(setting text: String) {
    offset = TimeZoneText.offset(text.drop { !"+-".contains($0) }) ?? .zero
  }

  /// Reads what POSIX has, without its rule for summer; nil for anything else.
  init?(posix text: String) {
    let name = text.hasPrefix("<") ? text.prefix { $0 != ">" }.count + 1 : nil
    let rest = text.dropFirst(name ?? text.prefix { $0.isLetter }.count)
    let digits = rest.prefix { "+-:0123456789".contains($0) }
    guard rest.startIndex != text.startIndex, let west = TimeZoneText.offset(digits) else {
      return nil
    }
    offset = .zero - west
  }

  /// The zone as POSIX writes it.
  var posix: String {
    let minutes = offset.milliseconds / 60_000
    let sign = minutes > 0 ? "-" : "+"
    let rest = minutes.magnitude % 60
    let tail = rest == 0 ? "" : ":" + (rest < 10 ? "0" : "") + String(rest)
    return "UTC" + (minutes == 0 ? "0" : sign + String(minutes.magnitude / 60) + tail)
  }

  private static func offset(_ text: Substring) -> Interval? {
    let sign: Int64 = text.hasPrefix("-") ? -1 : 1
    let parts = text.drop { "+-".contains($0) }.split(
      separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let hours = Int64(parts[0]), (0...24).contains(hours),
      let minutes = parts.count > 1 ? Int64(parts[1]) : 0, (0...59).contains(minutes)
    else { return nil }
    return .minutes(sign * (hours * 60 + minutes))
  }
}
