import RecorderEngine

/// A device as the laptop knows it: what it said last.
public struct KnownDevice: Equatable, Sendable {
  /// Whether somebody has set a password.
  public enum Access: Int, Sendable, CaseIterable { case notActivated, factoryPassword, inUse }
  /// Whether it answered last.
  public enum Presence: Int, Sendable, CaseIterable { case online, offline, restarting, upgrading }

  /// What it tells of itself to whoever asks it, and not in its answer to a search of a real network.
  public struct Details: Equatable, Sendable {
    /// The number that tells it from others of its model.
    public let serialNumber: String
    /// The number of its network card.
    public let macAddress: MACAddress
    /// What it runs.
    public let firmware: FirmwareVersion
  }

  /// Its number in the network; 0 is the recorder on the desk.
  public let number: Int
  /// Whether it is a recorder or a camera.
  public let kind: DeviceKind
  /// What it calls itself.
  public let name: String
  /// Its model number.
  public let model: String
  /// What else it tells of itself; nil: nobody has asked it for that.
  public let details: Details?
  /// Where it answers.
  package(set) public var address: IPAddress
  /// The subnet mask that goes with its address.
  package(set) public var mask: IPAddress
  /// The way out of its network.
  package(set) public var gateway: IPAddress
  /// Whether somebody has set its password.
  public internal(set) var access: Access
  /// Whether nobody can say that an empty password is wrong: the recorder on the desk may have one.
  public let mayHaveEmptyPassword: Bool
  /// Whether it answered last, or why it cannot.
  package(set) public var presence: Presence
  /// Another device has the same address.
  package(set) public var hasConflict: Bool
  /// It takes no password until then.
  public internal(set) var lockedUntil: Timestamp?
  /// How many wrong passwords it still takes.
  public internal(set) var triesLeft: Int
  /// The port where it answers, if that is not the usual one.
  public var port: Int?

  /// The number of the recorder on the desk.
  public static let own = 0
  /// Whether it is the recorder on the desk.
  public var isOwn: Bool { number == KnownDevice.own }

  /// Whether it obeys nothing without a password that somebody types.
  public var asksForPassword: Bool { access != .notActivated && !mayHaveEmptyPassword }
  /// Whether it takes no password at that time.
  public func isLocked(at now: Timestamp) -> Bool { lockedUntil.map { now < $0 } ?? false }
  /// Whether the next wrong password locks it.
  public var isAtLastTry: Bool { triesLeft <= 1 }
}

extension KnownDevice {
  /// Its address, and its port where that is not the usual one.
  public var place: String { address.description + (port.map { ":\($0)" } ?? "") }

  /// A device of a network that is real, as its answer to a search tells of it.
  package init(
    found number: Int, name: String, model: String, address: IPAddress, port: Int? = nil
  ) {
    self.init(
      number: number, kind: .recorder, name: name, model: model, details: nil, address: address,
      mask: IPAddress(bits: 0), gateway: IPAddress(bits: 0), access: .inUse,
      mayHaveEmptyPassword: false, presence: .online, hasConflict: false, lockedUntil: nil,
      triesLeft: .max, port: port)
  }
}
