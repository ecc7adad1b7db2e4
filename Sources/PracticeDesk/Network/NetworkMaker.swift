import RecorderEngine

/// Makes a practice network from its size and seed: the same on every machine.
struct NetworkMaker {
  private let profile: NetworkProfile
  private let size: Int
  private let counts: [DeviceTrait: Int]
  private let since: Timestamp
  private var random: SeededRandom
  private var devices: [NetworkDevice] = []

  init(
    _ profile: NetworkProfile, size: Int, mix: DeviceMix?, seed: UInt64, since: Timestamp
  ) {
    self.profile = profile
    counts = mix?.counts ?? [:]
    self.size = size
    self.since = since
    random = SeededRandom(seed: seed ^ 0x1A_9709)
  }

  /// All devices, each with what its share of them gives it.
  mutating func make() -> [NetworkDevice] {
    let range = profile.addresses.range(for: size)
    devices = (0..<size).map { place in
      NetworkDevice(
        model: 0, address: range.address(of: place), mask: range.mask, gateway: profile.router,
        firmware: 0, lock: .notedPassword)
    }
    giveModels()
    giveLocks()
    giveTroubles()
    return devices
  }

  private mutating func giveModels() {
    let recorders = Set(shuffled().prefix(share(.recorders)))
    for place in devices.indices {
      let kind: DeviceKind = recorders.contains(place) ? .recorder : .camera
      let models = profile.models.indices.filter { profile.models[$0].kind == kind }
      let model = models[below(models.count)]
      devices[place].model = model
      devices[place].firmware = below(profile.models[model].firmware.count)
    }
  }

  private mutating func giveLocks() {
    var places = shuffled()[...]
    for place in places.prefix(share(.lostPassword)) {
      devices[place].lock = .lost
    }
    places = places.dropFirst(share(.lostPassword))
    let untouched = share(.factoryPassword)
    let fresh = share(.notActivated)
    // A model has a password from the factory or has to be activated; each is left as it came.
    let old = places.filter { model(of: $0).defaultPassword != nil }.prefix(untouched)
    let new = places.filter { model(of: $0).defaultPassword == nil }.prefix(fresh)
    for place in old { devices[place].lock = .factoryPassword }
    for place in new { devices[place].lock = .notActivated }
  }

  private mutating func giveTroubles() {
    var places = shuffled()[...]
    // Where somebody has counted them, no device has two troubles.
    if !counts.isEmpty { places = places.filter { devices[$0].lock != .lost }[...] }
    let forever = since + .longerThanAnyPractice
    for (count, place) in places.prefix(share(.offline)).enumerated() {
      // Every other one is plugged in again after a while.
      let isBack = !count.isMultiple(of: 2)
      devices[place].silentUntil = isBack ? since + profile.returnTime : forever
    }
    places = places.dropFirst(share(.offline))
    let pairs = profile.shares.hasTroubles(size) || !counts.isEmpty ? share(.conflict) : 0
    let sharing = Array(places.prefix(pairs * 2))
    for pair in 0..<sharing.count / 2 {
      devices[sharing[pair * 2 + 1]].address = devices[sharing[pair * 2]].address
    }
    places = places.dropFirst(sharing.count)
    let near = places.filter { devices[$0].lock != .notActivated }
    for place in near.prefix(share(.nearLockOut)) {
      devices[place].failures = profile.signIn.tries - 1
    }
  }

  private func model(of place: Int) -> DeviceModel { profile.models[devices[place].model] }

  private func share(_ trait: DeviceTrait) -> Int {
    counts[trait] ?? profile.shares.count(trait.share, of: size)
  }

  private mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  private mutating func shuffled() -> [Int] {
    var places = Array(0..<size)
    for last in places.indices.dropFirst().reversed() { places.swapAt(last, below(last + 1)) }
    return places
  }
}
