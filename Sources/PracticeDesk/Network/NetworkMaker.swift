import RecorderEngine

/// Makes a practice network from its size and seed: the same on every machine.
struct NetworkMaker {
  private let size: Int
  private let since: Timestamp
  private var random: SeededRandom
  private var devices: [NetworkDevice] = []

  init(size: Int, seed: UInt64, since: Timestamp) {
    self.size = size
    self.since = since
    random = SeededRandom(seed: seed ^ 0x1A_9709)
  }

  /// All devices, each with what its share of them gives it.
  mutating func make() -> [NetworkDevice] {
    devices = (0..<size).map { place in
      NetworkDevice(
        model: 0, address: address(of: place), mask: mask, gateway: NetworkTerms.router,
        firmware: 0, lock: .notedPassword)
    }
    giveModels()
    giveLocks()
    giveTroubles()
    return devices
  }

  private mutating func giveModels() {
    let recorders = Set(shuffled().prefix(share(NetworkTerms.Share.recorders)))
    for place in devices.indices {
      let kind: DeviceKind = recorders.contains(place) ? .recorder : .camera
      let models = DeviceCatalogue.models.indices.filter {
        DeviceCatalogue.models[$0].kind == kind
      }
      let model = models[below(models.count)]
      devices[place].model = model
      devices[place].firmware = below(DeviceCatalogue.models[model].versions.count)
    }
  }

  private mutating func giveLocks() {
    var places = shuffled()[...]
    for place in places.prefix(share(NetworkTerms.Share.lostPassword)) {
      devices[place].lock = .lost
    }
    places = places.dropFirst(share(NetworkTerms.Share.lostPassword))
    let untouched = share(NetworkTerms.Share.factoryPassword)
    let fresh = share(NetworkTerms.Share.notActivated)
    // A model has a password from the factory or has to be activated; each is left as it came.
    let old = places.filter { model(of: $0).defaultPassword != nil }.prefix(untouched)
    let new = places.filter { model(of: $0).defaultPassword == nil }.prefix(fresh)
    for place in old { devices[place].lock = .factoryPassword }
    for place in new { devices[place].lock = .notActivated }
  }

  private mutating func giveTroubles() {
    var places = shuffled()[...]
    let forever = since + .days(36_500)
    for (count, place) in places.prefix(share(NetworkTerms.Share.offline)).enumerated() {
      // Every other one is plugged in again after a while.
      let isBack = !count.isMultiple(of: 2)
      devices[place].silentUntil = isBack ? since + NetworkTerms.returnTime : forever
    }
    places = places.dropFirst(share(NetworkTerms.Share.offline))
    let pairs = size >= 8 ? share(NetworkTerms.Share.conflict) : 0
    let sharing = Array(places.prefix(pairs * 2))
    for pair in 0..<sharing.count / 2 {
      devices[sharing[pair * 2 + 1]].address = devices[sharing[pair * 2]].address
    }
    places = places.dropFirst(sharing.count)
    let near = places.filter { devices[$0].lock != .notActivated }
    for place in near.prefix(share(NetworkTerms.Share.nearLockOut)) {
      devices[place].failures = NetworkTerms.tries - 1
    }
  }

  private func model(of place: Int) -> DeviceModel {
    DeviceCatalogue.models[devices[place].model]
  }

  /// So many of the thousand, and one at least where there are enough devices to be different.
  private func share(_ ofThousand: Int) -> Int {
    max(size >= 8 ? 1 : 0, size * ofThousand / 1_000)
  }

  private mutating func below(_ count: Int) -> Int { Int(random.next() % UInt64(count)) }

  private mutating func shuffled() -> [Int] {
    var places = Array(0..<size)
    for last in places.indices.dropFirst().reversed() { places.swapAt(last, below(last + 1)) }
    return places
  }

  /// A small network has numbers of one range, a large one of many.
  private var isSmall: Bool { size <= 180 }
  private var mask: IPAddress {
    isSmall ? IPAddress(255, 255, 255, 0) : IPAddress(255, 255, 0, 0)
  }

  private func address(of place: Int) -> IPAddress {
    isSmall
      ? IPAddress(192, 168, 226, UInt8(10 + place))
      : IPAddress(192, 168, UInt8(100 + place / 250), UInt8(1 + place % 250))
  }

  /// Numbers of one maker, no two alike.
  static func macAddress(of number: Int, seed: UInt64) -> MACAddress {
    // An odd factor goes through all of the last three bytes before it comes back.
    let tail = (UInt64(number) &* 0x9E_3779 &+ seed) & 0xFF_FFFF
    return MACAddress(bits: 0x02_18AE << 24 | tail)
  }

  /// What an installer has called it.
  static func name(of number: Int, _ kind: DeviceKind) -> String {
    let places =
      kind == .recorder ? DeviceCatalogue.recorderPlaces : DeviceCatalogue.cameraPlaces
    return "\(places[number % places.count]) \(number)"
  }
}
