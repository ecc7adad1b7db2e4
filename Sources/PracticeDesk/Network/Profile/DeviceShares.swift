/// How many devices of a thousand are what, or in which trouble.
public struct DeviceShares: Equatable, Sendable {
  /// In networks of so many devices and more there is one of each at least.
  public let oneAtLeastFrom: Int
  /// Recorders; the others are cameras.
  public let recorders: Int
  /// Those that were never activated.
  public let notActivated: Int
  /// Those with the factory's password.
  public let factoryPassword: Int
  /// Those with a password that nobody knows any more.
  public let lostPassword: Int
  /// Those that are unplugged.
  public let offline: Int
  /// Those that share an address with another one.
  public let conflict: Int
  /// Those that the next wrong password locks.
  public let nearLockOut: Int

  /// Makes the shares, each of a thousand.
  public init(
    oneAtLeastFrom: Int, recorders: Int, notActivated: Int, factoryPassword: Int,
    lostPassword: Int, offline: Int, conflict: Int, nearLockOut: Int
  ) {
    self.oneAtLeastFrom = oneAtLeastFrom
    self.recorders = recorders
    self.notActivated = notActivated
    self.factoryPassword = factoryPassword
    self.lostPassword = lostPassword
    self.offline = offline
    self.conflict = conflict
    self.nearLockOut = nearLockOut
  }

  /// So many devices of a network of that size.
  func count(_ share: KeyPath<DeviceShares, Int>, of size: Int) -> Int {
    max(hasTroubles(size) ? 1 : 0, size * self[keyPath: share] / 1_000)
  }

  /// Whether a network is large enough for devices to be different.
  func hasTroubles(_ size: Int) -> Bool { size >= oneAtLeastFrom }
}
