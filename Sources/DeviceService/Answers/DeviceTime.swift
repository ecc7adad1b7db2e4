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
}
