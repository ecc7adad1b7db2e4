import RecorderEngine

/// The recorders and cameras around the desk: made from a size and a seed, and what was done to
/// them since.
struct PracticeNetwork: Equatable, Sendable {
  let profile: NetworkProfile
  let laptop: LaptopSetup
  let size: Int
  let mix: DeviceMix?
  let seed: UInt64
  /// When it was made: what is unplugged comes back some time after.
  let since: Timestamp
  /// As the seed makes them; device 1 is the first.
  let original: [NetworkDevice]
  var devices: [NetworkDevice]
  /// The passwords that were set, each sealed once for all devices that were given it together.
  var vault: [SealedSecret] = []
  /// How many devices have an address, the desk's recorder among them while it is there.
  var owners: [IPAddress: Int] = [:]
  /// When devices that restart will greet, by the beat.
  var greetings: [Timestamp: [Int]] = [:]
  /// The recorder on the desk; nil: nobody hears of it.
  var recorder: DeskRecorder?
  var search: NetworkSearch?
  /// How often was searched: no two searches bring their answers in the same order.
  var searches = 0
  var job: NetworkJob?

  /// Makes the network that is kept, with this laptop on it.
  init(_ record: NetworkRecord, of profile: NetworkProfile, laptop: LaptopSetup) {
    self.profile = profile
    self.laptop = laptop
    size = record.size
    mix = record.mix
    seed = record.seed
    since = record.since
    vault = record.vault
    var maker = NetworkMaker(profile, size: size, mix: mix, seed: seed, since: since)
    original = maker.make()
    devices = original
    restore(record.changes)
    countOwners()
  }

  /// When something will next come from it; nil: nothing does by itself.
  var next: Timestamp? {
    [search?.next, job?.next, greetings.keys.min()].compactMap { $0 }.min()
  }

  func model(of number: Int) -> DeviceModel { profile.models[devices[number - 1].model] }

  /// Switches a device off until then; it greets once it is back.
  mutating func occupy(_ number: Int, with business: DeviceBusiness, until end: Timestamp) {
    let until = profile.beat(of: end)
    devices[number - 1].business = business
    devices[number - 1].busyUntil = until
    greetings[until, default: []].append(number)
  }
}

extension PracticeNetwork {
  /// The numbers of everybody.
  var numbers: ClosedRange<Int> { KnownDevice.own...size }

  /// Who stands behind a number: the one place that knows. Nil where nobody does.
  func member(_ number: Int) -> (any NetworkMember)? {
    guard number != KnownDevice.own else { return recorder }
    guard let device = device(number) else { return nil }
    return MadeDevice(
      number: number, device: device, model: profile.models[device.model],
      places: profile.places,
      macAddress: profile.addresses.macAddress(of: number, seed: seed),
      tries: profile.signIn.tries)
  }

  /// The device that the seed has made for a number.
  func device(_ number: Int) -> NetworkDevice? {
    devices.indices.contains(number - 1) ? devices[number - 1] : nil
  }

  /// The number of somebody who has the address.
  func holder(of address: IPAddress) -> Int? {
    if let place = devices.firstIndex(where: { $0.address == address }) { return place + 1 }
    return recorder?.heldAddress == address ? KnownDevice.own : nil
  }

  /// Whether there is somebody with that number who answers.
  func answers(_ number: Int, at now: Timestamp) -> Bool {
    member(number)?.answers(at: now) ?? false
  }

  /// What is known of a device once it was heard; nil where nobody hears of it at all.
  func known(_ number: Int, at now: Timestamp) -> KnownDevice? {
    member(number).map { known($0, at: now) }
  }

  /// What is known of somebody who was heard.
  func known(_ member: any NetworkMember, at now: Timestamp) -> KnownDevice {
    var known = member.said(at: now)
    known.hasConflict = owners[known.address, default: 0] > (member.heldAddress == nil ? 0 : 1)
    return known
  }

  /// Whether somebody with that number judges typed passwords itself.
  func judgesPasswords(_ number: Int) -> Bool { member(number)?.judgesPasswords ?? false }

  /// Has the desk's recorder stand on the network as it is now; nil: nobody hears of it.
  mutating func place(_ recorder: DeskRecorder?) {
    if let address = self.recorder?.heldAddress { release(address) }
    self.recorder = recorder
    if let address = recorder?.heldAddress { owners[address, default: 0] += 1 }
  }
}

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

extension PracticeNetwork {
  /// What is kept of it.
  var record: NetworkRecord {
    var record = NetworkRecord(size: size, mix: mix, seed: seed, since: since)
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
  mutating func restore(_ changes: [NumberRuns]) {
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
