import RecorderEngine

/// What a job would do to one device.
public enum Foresight: Hashable, Sendable {
  /// It obeys where the password is right.
  case ready
  /// It was never activated: the new password activates it.
  case activates
  /// It obeys where the password is right; a wrong one would be its last.
  case lastTry
  case fails(JobOutcome)
}

/// What a job would do, device by device; nothing was done.
public struct Rehearsal: Equatable, Sendable {
  /// What the job would do to each target.
  public let act: RemoteAct
  /// The devices' numbers, in the order of their turns.
  public let targets: [Int]
  /// What would come of each target, in their order.
  public let foresights: [Foresight]
  /// The new address of each target, where addresses are changed.
  public let addresses: [IPAddress]
  /// The new version of each target, where firmware is installed; nil: none.
  public let versions: [FirmwareVersion?]

  /// Makes one; each list has as many entries as there are targets, or none.
  public init(
    act: RemoteAct, targets: [Int], foresights: [Foresight], addresses: [IPAddress],
    versions: [FirmwareVersion?]
  ) {
    self.act = act
    self.targets = targets
    self.foresights = foresights
    self.addresses = addresses
    self.versions = versions
  }

  /// How many would obey.
  public var ready: Int {
    foresights.count { if case .fails = $0 { false } else { true } }
  }
  /// How many would be one wrong password away from their lock-out.
  public var atRisk: Int { foresights.count { $0 == .lastTry } }
}
