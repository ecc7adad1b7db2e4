/// What the disk tells of itself (S.M.A.R.T.) when practice begins.
public struct DiskHealthProfile: Equatable, Sendable, Codable {
  /// How long it had run before, in hours.
  public let powerOnHours: Sourced<Int>
  /// How often it was started and stopped.
  public let starts: Sourced<Int>
  /// Sectors that went bad and were replaced.
  public let reallocated: Sourced<Int>
  /// While it records, in degrees Celsius.
  public let temperature: Sourced<Int>
  /// The most of each that a disk in order shows.
  public let limits: Sourced<DiskLimits>
  /// How long after midnight the recorder checks it, on the days when it does; nil: at midnight.
  public let checkTime: Sourced<Interval>?

  /// Makes the health of a disk as practice begins; without a check time it is checked at midnight.
  public init(
    powerOnHours: Sourced<Int>, starts: Sourced<Int>, reallocated: Sourced<Int>,
    temperature: Sourced<Int>, limits: Sourced<DiskLimits>,
    checkTime: Sourced<Interval>? = nil
  ) {
    self.checkTime = checkTime
    self.powerOnHours = powerOnHours
    self.starts = starts
    self.reallocated = reallocated
    self.temperature = temperature
    self.limits = limits
  }
}

/// The most that a disk in order shows.
public struct DiskLimits: Equatable, Sendable, Codable {
  /// In hours.
  public let powerOnHours: Int
  /// How often it was started and stopped.
  public let starts: Int
  /// Sectors that went bad and were replaced.
  public let reallocated: Int
  /// In degrees Celsius.
  public let temperature: Int

  /// Makes limits; a reading equal to its limit is still in order.
  public init(powerOnHours: Int, starts: Int, reallocated: Int, temperature: Int) {
    self.powerOnHours = powerOnHours
    self.starts = starts
    self.reallocated = reallocated
    self.temperature = temperature
  }
}
