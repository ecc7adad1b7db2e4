/// What opens a lock: devices with the same key open to the same password.
enum DeviceKey: Hashable, Sendable {
  case factory(model: Int)
  case noted
  case kept(Int)

  /// The key of a device; nil where no password opens it.
  init?(_ device: NetworkDevice) {
    switch device.lock {
    case .notActivated, .lost: return nil
    case .factoryPassword: self = .factory(model: device.model)
    case .notedPassword: self = .noted
    case .kept(let place): self = .kept(place)
    }
  }
}
