import RecorderEngine

extension PracticeNetwork {
  /// Counts anew who has which address.
  mutating func countOwners() {
    owners = [:]
    owners.reserveCapacity(devices.count)
    for device in devices { owners[device.address, default: 0] += 1 }
  }

  /// Whether more than one has the address.
  func isShared(_ address: IPAddress) -> Bool {
    owners[address, default: 0] + (address == deskAddress ? 1 : 0) > 1
  }

  /// Whether anybody has the address: a device, the laptop, the router or the desk's recorder.
  func isTaken(_ address: IPAddress) -> Bool {
    owners[address, default: 0] > 0 || address == deskAddress || address == profile.laptop.address
      || address == profile.router
  }

  /// Gives a device another address, and returns those that share the old one no longer.
  mutating func move(_ number: Int, to address: IPAddress) -> [Int] {
    let old = devices[number - 1].address
    let wasShared = isShared(old)
    owners[old, default: 1] -= 1
    if owners[old] == 0 { owners[old] = nil }
    owners[address, default: 0] += 1
    devices[number - 1].address = address
    guard wasShared, !isShared(old) else { return [] }
    return devices.firstIndex { $0.address == old }.map { [$0 + 1] } ?? []
  }
}
