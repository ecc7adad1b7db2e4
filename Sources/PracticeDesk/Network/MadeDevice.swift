import RecorderEngine

/// A device that the seed has made, at its place in the network.
struct MadeDevice: NetworkMember {
  let number: Int
  let device: NetworkDevice
  let model: DeviceModel
  let places: PlaceNames
  let macAddress: MACAddress
  /// Wrong passwords in a row until it takes none.
  let tries: Int

  let turnsLaptopAway = false
  let judgesPasswords = false

  /// An unplugged device keeps its address: it will be back.
  var heldAddress: IPAddress? { device.address }

  func answers(at now: Timestamp) -> Bool { device.answers(at: now) }

  func said(at now: Timestamp) -> KnownDevice {
    KnownDevice(
      number: number, kind: model.kind, name: places.name(of: number, model.kind),
      model: model.name,
      details: KnownDevice.Details(
        serialNumber: model.serial + macAddress.hexadecimal, macAddress: macAddress,
        firmware: model.firmware[device.firmware]),
      address: device.address, mask: device.mask, gateway: device.gateway, access: access,
      mayHaveEmptyPassword: false,
      presence: presence(at: now), hasConflict: false,
      lockedUntil: device.lockedUntil.flatMap { now < $0 ? $0 : nil },
      triesLeft: tries - device.failures)
  }

  private var access: KnownDevice.Access {
    switch device.lock {
    case .notActivated: .notActivated
    case .factoryPassword: .factoryPassword
    case .notedPassword, .lost, .kept: .inUse
    }
  }

  private func presence(at now: Timestamp) -> KnownDevice.Presence {
    guard let until = device.busyUntil, now < until else {
      return device.answers(at: now) ? .online : .offline
    }
    return device.business == .upgrading ? .upgrading : .restarting
  }
}
