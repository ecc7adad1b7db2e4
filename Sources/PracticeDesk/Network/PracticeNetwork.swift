import RecorderEngine

/// The recorders and cameras around the desk: made from a size and a seed, and what was done to
/// them since.
struct PracticeNetwork: Equatable, Sendable {
  let profile: NetworkProfile
  let laptop: LaptopSetup
  let size: Int
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
    seed = record.seed
    since = record.since
    vault = record.vault
    var maker = NetworkMaker(profile, size: size, seed: seed, since: since)
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
