/// What the disk tells of itself (S.M.A.R.T.) when practice begins.
public struct DiskHealthProfile: Equatable, Sendable, Codable {
  public let powerOnHours: Sourced<Int>
  /// How often it was started and stopped.
  public let starts: Sourced<Int>
  /// Sectors that went bad and were replaced.
  public let reallocated: Sourced<Int>
  /// While it records, in degrees Celsius.
  public let temperature: Sourced<Int>
  /// The most of each that a disk in order shows.
  public let limits: Sourced<DiskLimits>

  public init(
    powerOnHours: Sourced<Int>, starts: Sourced<Int>, reallocated: Sourced<Int>,
    temperature: Sourced<Int>, limits: Sourced<DiskLimits>
  ) {
    self.powerOnHours = powerOnHours
    self.starts = starts
    self.reallocated = reallocated
    self.temperature = temperature
    self.limits = limits
  }
}

/// The most that a disk in order shows.
public struct DiskLimits: Equatable, Sendable, Codable {
  public let powerOnHours: Int
  public let starts: Int
  public let reallocated: Int
  public let temperature: Int

  public init(powerOnHours: Int, starts: Int, reallocated: Int, temperature: Int) {
    self.powerOnHours = powerOnHours
    self.starts = starts
    self.reallocated = reallocated
    self.temperature = temperature
  }
}
