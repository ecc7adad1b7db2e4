/// What devices of a network can be, or which trouble they can have, as a scenario counts them.
public enum DeviceTrait: String, Sendable, Codable, CaseIterable {
  case recorders, notActivated, factoryPassword, lostPassword, offline, nearLockOut
  /// Pairs of devices with one address.
  case conflict

  var share: KeyPath<DeviceShares, Int> & Sendable {
    switch self {
    case .recorders: \.recorders
    case .notActivated: \.notActivated
    case .factoryPassword: \.factoryPassword
    case .lostPassword: \.lostPassword
    case .offline: \.offline
    case .nearLockOut: \.nearLockOut
    case .conflict: \.conflict
    }
  }
}

/// How many devices of one network are what; of what is not counted there are as many as usual.
public struct DeviceMix: Equatable, Sendable, Codable {
  /// The counted ones.
  public var counts: [DeviceTrait: Int]

  /// Makes a mix; left out, everything is as usual.
  public init(counts: [DeviceTrait: Int] = [:]) { self.counts = counts }
}
