import RecorderEngine

extension PracticeNetwork {
  /// Counts anew which address how many of the made devices have.
  mutating func countOwners() {
    owners = [:]
    owners.reserveCapacity(devices.count)
    for device in devices { owners[device.address, default: 0] += 1 }
  }

  /// One less has the address.
  mutating func release(_ address: IPAddress) {
    owners[address, default: 1] -= 1
    if owners[address] == 0 { owners[address] = nil }
  }

  /// Whether a device can have the address: nobody else has it, nor the laptop or the router.
  func isFree(_ address: IPAddress, for device: KnownDevice) -> Bool {
    guard address != device.address else { return !device.hasConflict }
    return owners[address] == nil && address != laptop.address && address != laptop.router
  }

  /// Gives a made device another address, and returns those that share the old one no longer.
  mutating func move(_ number: Int, to address: IPAddress) -> [Int] {
    let old = devices[number - 1].address
    release(old)
    owners[address, default: 0] += 1
    devices[number - 1].address = address
    return owners[old] == 1 ? [holder(of: old)].compactMap(\.self) : []
  }
}
