import RecorderEngine

/// How a device of the practice network lets somebody in.
enum DeviceLock: Equatable, Sendable {
  case notActivated
  case factoryPassword
  /// The one on the note.
  case notedPassword
  /// Nobody knows it any more.
  case lost
  /// The sealed password at this place: devices that were given one together share it.
  case kept(Int)

  /// Itself as a number, for the file.
  var number: Int {
    switch self {
    case .notActivated: 0
    case .factoryPassword: 1
    case .notedPassword: 2
    case .lost: 3
    case .kept(let place): 4 + place
    }
  }

  init(number: Int) {
    switch number {
    case 0: self = .notActivated
    case 1: self = .factoryPassword
    case 2: self = .notedPassword
    case 4...: self = .kept(number - 4)
    default: self = .lost
    }
  }
}

/// What keeps a device from answering for a while.
enum DeviceBusiness: Int, Equatable, Sendable { case none, restarting, upgrading }

/// A recorder or camera of the practice network as it really is.
struct NetworkDevice: Equatable, Sendable {
  var model: Int
  var address: IPAddress
  var mask: IPAddress
  var gateway: IPAddress
  /// The place of its firmware among the model's.
  var firmware: Int
  var lock: DeviceLock
  /// Wrong passwords in a row.
  var failures = 0
  var lockedUntil: Timestamp?
  /// Unplugged until then.
  var silentUntil: Timestamp?
  var business = DeviceBusiness.none
  var busyUntil: Timestamp?

  /// Whether it answers at that time.
  func answers(at now: Timestamp) -> Bool {
    !(silentUntil.map { now < $0 } ?? false) && !(busyUntil.map { now < $0 } ?? false)
  }
}

extension NetworkDevice {
  /// What can differ from the device that the seed makes.
  enum Column: Int, CaseIterable {
    case address, mask, gateway, firmware, lock, failures, lockedUntil, silentUntil, business,
      busyUntil
  }

  /// A column's value as a number, for the file.
  subscript(column: Column) -> Int {
    get {
      switch column {
      case .address: Int(address.bits)
      case .mask: Int(mask.bits)
      case .gateway: Int(gateway.bits)
      case .firmware: firmware
      case .lock: lock.number
      case .failures: failures
      case .lockedUntil: NetworkDevice.number(of: lockedUntil)
      case .silentUntil: NetworkDevice.number(of: silentUntil)
      case .business: business.rawValue
      case .busyUntil: NetworkDevice.number(of: busyUntil)
      }
    }
    set {
      switch column {
      case .address: address = IPAddress(bits: UInt32(truncatingIfNeeded: newValue))
      case .mask: mask = IPAddress(bits: UInt32(truncatingIfNeeded: newValue))
      case .gateway: gateway = IPAddress(bits: UInt32(truncatingIfNeeded: newValue))
      case .firmware: firmware = max(0, newValue)
      case .lock: lock = DeviceLock(number: newValue)
      case .failures: failures = newValue
      case .lockedUntil: lockedUntil = NetworkDevice.time(of: newValue)
      case .silentUntil: silentUntil = NetworkDevice.time(of: newValue)
      case .business: business = DeviceBusiness(rawValue: newValue) ?? .none
      case .busyUntil: busyUntil = NetworkDevice.time(of: newValue)
      }
    }
  }

  private static func number(of time: Timestamp?) -> Int { time.map { Int($0.milliseconds) } ?? 0 }
  private static func time(of number: Int) -> Timestamp? {
    number == 0 ? nil : Timestamp(milliseconds: Int64(number))
  }
}

extension Interval {
  /// What stands for «for ever» where a moment is needed: a device that nobody plugs in again, a
  /// lock-out that only a restart ends.
  static let longerThanAnyPractice = Interval.days(36_500)
}
