import RecorderEngine

/// The recorders and cameras around the desk: made from a size and a seed, and what was done to
/// them since.
struct PracticeNetwork: Equatable, Sendable {
  let profile: NetworkProfile
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

  /// Makes the network that is kept.
  init(_ record: NetworkRecord, of profile: NetworkProfile) {
    self.profile = profile
    size = record.size
    seed = record.seed
    since = record.since
    vault = record.vault
    var maker = NetworkMaker(profile, size: size, seed: seed, since: since)
    original = maker.make()
    devices = original
    takeUp(record.changes)
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

  func model(of number: Int) -> DeviceModel { profile.models[devices[number - 1].model] }

  /// What the device says of itself.
  func known(_ number: Int, at now: Timestamp) -> KnownDevice {
    let device = devices[number - 1]
    let model = model(of: number)
    let macAddress = profile.addresses.macAddress(of: number, seed: seed)
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
      number: number, kind: model.kind, name: profile.places.name(of: number, model.kind),
      model: model.name, serialNumber: model.serial + macAddress.hexadecimal,
      macAddress: macAddress, address: device.address, mask: device.mask,
      gateway: device.gateway, firmware: model.firmware[device.firmware], access: access,
      presence: presence, hasConflict: isShared(device.address),
      lockedUntil: device.lockedUntil.flatMap { now < $0 ? $0 : nil },
      triesLeft: profile.signIn.tries - device.failures)
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

  /// Switches a device off until then; it greets once it is back.
  mutating func occupy(_ number: Int, with business: DeviceBusiness, until end: Timestamp) {
    let until = profile.beat(of: end)
    devices[number - 1].business = business
    devices[number - 1].busyUntil = until
    greetings[until, default: []].append(number)
  }
}

extension PracticeNetwork {
  /// What is kept of it.
  var record: NetworkRecord {
    var record = NetworkRecord(size: size, seed: seed, since: since)
    record.vault = vault
    record.changes = changes
    return record
  }

  private var changes: [NumberRuns] {
    let columns = NetworkDevice.Column.allCases
    var changes = [NumberRuns](repeating: NumberRuns(), count: columns.count)
    for place in devices.indices where devices[place] != original[place] {
      for (index, column) in columns.enumerated() {
        let value = devices[place][column]
        if value != original[place][column] { changes[index].append(value, at: place) }
      }
    }
    return changes
  }

  /// Does to the devices what was kept of them.
  private mutating func takeUp(_ changes: [NumberRuns]) {
    for (column, runs) in zip(NetworkDevice.Column.allCases, changes) {
      runs.forEach(in: devices.indices) { place, value in devices[place][column] = value }
    }
    for place in devices.indices {
      devices[place].firmware = min(devices[place].firmware, model(of: place + 1).newestPlace)
      if devices[place].business != .none, let until = devices[place].busyUntil {
        greetings[until, default: []].append(place + 1)
      }
    }
  }
}

extension PracticeNetwork {
  /// Says what a job would do, without doing it or trying a password.
  ///
  /// `own` says what the desk's recorder would do, where it is one of the targets.
  func rehearse(
    _ request: JobRequest, own: Foresight, ownVersion: FirmwareVersion?, at now: Timestamp
  ) -> Rehearsal {
    let addresses = request.order.addresses
    var foresights: [Foresight] = []
    foresights.reserveCapacity(request.targets.count)
    for (place, number) in request.targets.enumerated() {
      let address = addresses.indices.contains(place) ? addresses[place] : nil
      foresights.append(
        number == KnownDevice.own
          ? own : foresight(number, request.order, address, at: now))
    }
    let versions: [FirmwareVersion?] =
      request.order.act == .upgrade
      ? request.targets.map { number in
        number == KnownDevice.own ? ownVersion : model(of: number).firmware.last
      } : []
    return Rehearsal(
      act: request.order.act, targets: request.targets, foresights: foresights,
      addresses: addresses, versions: versions)
  }

  private func foresight(
    _ number: Int, _ order: DeviceOrder, _ address: IPAddress?, at now: Timestamp
  ) -> Foresight {
    if let obstacle = obstacle(number, to: order.act, at: now) { return .fails(obstacle) }
    let device = devices[number - 1]
    if let address, address == device.address ? isShared(address) : isTaken(address) {
      return .fails(.addressTaken)
    }
    if case .upgrade(let choice) = order, let problem = problem(with: choice, for: number) {
      return .fails(problem)
    }
    if device.lock == .notActivated { return .activates }
    return device.failures >= profile.signIn.tries - 1 ? .lastTry : .ready
  }
}
