/// The disk in a recorder.
public struct DiskProfile: Equatable, Sendable, Codable {
  /// What its maker calls it.
  public let model: String
  /// In gigabytes.
  public let capacity: Sourced<Int>
  /// What one channel fills in a day, in gigabytes.
  public let rate: Sourced<Int>
  /// nil: it keeps no record of its health.
  public let health: DiskHealthProfile?
  /// How long formatting takes; nil: no time.
  public let formatTime: Sourced<Interval>?

  /// Makes a disk; one without health keeps no record of it.
  public init(
    model: String, capacity: Sourced<Int>, rate: Sourced<Int>, health: DiskHealthProfile? = nil,
    formatTime: Sourced<Interval>? = nil
  ) {
    self.formatTime = formatTime
    self.health = health
    self.model = model
    self.capacity = capacity
    self.rate = rate
  }
}

/// Why something cannot be done with the disk.
public enum DiskProblem: Equatable, Sendable, Codable {
  case missing
  /// Nothing more fits, and nothing old may go.
  case full
  /// It is put in and taken out while the power is off.
  case powerIsOn
}
