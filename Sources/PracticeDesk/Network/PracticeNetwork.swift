import RecorderEngine

/// The recorders and cameras around the desk: made from a size and a seed, and what was done to
/// them since.
struct PracticeNetwork: Equatable, Sendable {
  let size: Int
  let seed: UInt64
  /// When it was made: what is unplugged comes back some time after.
  let since: Timestamp
  /// As the seed makes them; device 1 is the first.
  let original: [NetworkDevice]
  var devices: [NetworkDevice]
  /// The passwords that were set, each sealed once for all devices that were given it together.
  var vault: [SealedSecret] = []
  /// How many devices have an address.
  var owners: [IPAddress: Int] = [:]
  /// When devices that restart will greet, by the beat.
  var greetings: [Timestamp: [Int]] = [:]
  /// The address of the recorder on the desk, where it is on the network.
  var deskAddress: IPAddress?
  var search: NetworkSearch?
  /// How often was searched: no two searches bring their answers in the same order.
  var searches = 0
  var job: NetworkJob?

  /// Makes the network that this seed stands for.
  init(size: Int, seed: UInt64, since: Timestamp) {
    let limits = NetworkTerms.sizes
    self.size = min(max(size, limits.lowerBound), limits.upperBound)
    self.seed = seed
    self.since = since
    var maker = NetworkMaker(size: self.size, seed: seed, since: since)
    original = maker.make()
    devices = original
    countOwners()
  }

  /// When something will next come from it; nil: nothing does by itself.
  var next: Timestamp? {
    [search?.next, job?.next, greetings.keys.min()].compactMap { $0 }.min()
  }

  mutating func countOwners() {
    owners = [:]
    owners.reserveCapacity(devices.count)
    for device in devices { owners[device.address, default: 0] += 1 }
  }

  func model(of number: Int) -> DeviceModel { DeviceCatalogue.models[devices[number - 1].model] }

  /// What the device says of itself.
  func known(_ number: Int, at now: Timestamp) -> KnownDevice {
    let device = devices[number - 1]
    let model = DeviceCatalogue.models[device.model]
    let macAddress = NetworkMaker.macAddress(of: number, seed: seed)
    let presence: KnownDevice.Presence =
      if let until = device.busyUntil, now < until {
        device.business == .upgrading ? .upgrading : .restarting
      } else {
        device.answers(at: now) ? .online : .offline
      }
    let access: KnownDevice.Access =
      switch device.lock {
      case .notActivated: .notActivated
      case .factoryPassword: .factoryPassword
      case .notedPassword, .lost, .kept: .inUse
      }
    return KnownDevice(
      number: number, kind: model.kind, name: NetworkMaker.name(of: number, model.kind),
      model: model.name,
      serialNumber: (model.kind == .recorder ? "N" : "C") + macAddress.hexadecimal,
      macAddress: macAddress, address: device.address, mask: device.mask,
      gateway: device.gateway, firmware: model.versions[device.firmware], access: access,
      presence: presence, hasConflict: isShared(device.address),
      lockedUntil: device.lockedUntil.flatMap { now < $0 ? $0 : nil },
      triesLeft: NetworkTerms.tries - device.failures)
  }

  /// Whether more than one has the address.
  func isShared(_ address: IPAddress) -> Bool {
    owners[address, default: 0] + (address == deskAddress ? 1 : 0) > 1
  }

  /// Whether anybody has the address: a device, the laptop, the router or the desk's recorder.
  func isTaken(_ address: IPAddress) -> Bool {
    owners[address, default: 0] > 0 || address == deskAddress || address == NetworkTerms.laptop
      || address == NetworkTerms.router
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

  /// Switches a device off until then; it greets once it is back.
  mutating func occupy(_ number: Int, with business: DeviceBusiness, until end: Timestamp) {
    let until = end.nextBeat
    devices[number - 1].business = business
    devices[number - 1].busyUntil = until
    greetings[until, default: []].append(number)
  }
}

extension Timestamp {
  /// The beat that it falls into: what is done by then is seen then.
  var nextBeat: Timestamp {
    let beat = NetworkTerms.beat.milliseconds
    return Timestamp(milliseconds: (milliseconds + beat - 1) / beat * beat)
  }
}
