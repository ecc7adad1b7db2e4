/// What a disk counts, by the numbers that S.M.A.R.T. gives them.
public enum DiskAttribute: Int, Sendable, CaseIterable {
  case starts = 4
  case reallocated = 5
  case powerOnHours = 9
  case temperature = 194
}

/// One line of what a disk tells of itself.
public struct DiskReading: Equatable, Sendable {
  /// What was counted.
  public let attribute: DiskAttribute
  /// What the disk counts now: hours, times, sectors or degrees Celsius.
  public let value: Int
  /// The most that a disk in order shows.
  public let limit: Int

  /// Whether the value is not above its limit.
  public var isInOrder: Bool { value <= limit }
}

extension RecorderSnapshot {
  /// What the disk tells of itself; empty where there is none, or none that tells.
  public func diskReadings(at now: Timestamp) -> [DiskReading] {
    guard disk.state != .missing, let health = profile.disk.health else { return [] }
    let limits = health.limits.value
    return DiskAttribute.allCases.map { attribute in
      switch attribute {
      case .starts:
        DiskReading(
          attribute: .starts, value: health.starts.value + disk.wear.starts, limit: limits.starts)
      case .reallocated:
        DiskReading(
          attribute: .reallocated, value: health.reallocated.value, limit: limits.reallocated)
      case .powerOnHours:
        DiskReading(
          attribute: .powerOnHours,
          value: health.powerOnHours.value + Int(diskRunning(at: now).milliseconds / 3_600_000),
          limit: limits.powerOnHours)
      case .temperature:
        DiskReading(
          attribute: .temperature, value: health.temperature.value, limit: limits.temperature)
      }
    }
  }

  /// How long the disk has run since practice began.
  func diskRunning(at now: Timestamp) -> Interval {
    guard power == .running, disk.state != .missing, let startedAt else { return disk.wear.running }
    return disk.wear.running + (now - startedAt)
  }
}

extension RecorderSnapshot {
  /// When the disk was last checked and when it will be next, by the recorder's own clock: once
  /// in so many days, at the profile's time of day; nil where it is not checked.
  public func healthChecks(at now: Timestamp) -> (last: Timestamp, next: Timestamp)? {
    guard settings[.healthCheck] != "off", disk.state != .missing, let health = profile.disk.health,
      let days = settings[.healthInterval].flatMap({ Int64($0) }), days > 0
    else { return nil }
    let length = days * 86_400_000
    let early = health.checkTime?.value ?? .milliseconds(0)
    let shown = deviceTime(at: now) - early
    let last = Timestamp(milliseconds: floorDivide(shown.milliseconds, length) * length) + early
    return (last, last + .days(days))
  }
}

extension RecorderState {
  /// The recorder stops: what the disk has run until now is added up.
  mutating func stopDisk(_ turn: inout Turn) {
    guard snapshot.power == .running, snapshot.disk.state != .missing else { return }
    var wear = snapshot.disk.wear
    wear.running = snapshot.diskRunning(at: turn.now)
    if wear != snapshot.disk.wear { emit(.disk(.worn(wear)), &turn) }
  }

  /// The recorder has come up, and the disk with it.
  mutating func startDisk(_ turn: inout Turn) {
    guard snapshot.disk.state != .missing else { return }
    var wear = snapshot.disk.wear
    wear.starts += 1
    emit(.disk(.worn(wear)), &turn)
  }
}
