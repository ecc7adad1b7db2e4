import RecorderEngine

/// What practice networks are made of and go by: every number of their rules, as a file says it.
public struct NetworkProfile: Equatable, Sendable {
  /// The name of its file.
  public let id: String
  /// The laptop on the network.
  public let laptop: LaptopProfile
  /// The router's address, which is the gateway of every device.
  public let router: IPAddress
  /// Where the devices are.
  public let addresses: AddressRanges
  /// The models that there are, of each kind one at least.
  public let models: [DeviceModel]
  /// What devices are called.
  public let places: PlaceNames
  /// How many devices are what.
  public let shares: DeviceShares
  /// When a device locks itself, and for how long.
  public let signIn: DeviceSignIn
  /// How long a search takes.
  public let search: SearchTimes
  /// How long a device's turn in a job takes.
  public let turns: TurnTimes
  /// From a restart to the device's greeting.
  public let startTime: Interval
  /// An unplugged device is plugged in again after so long, where anybody does it.
  public let returnTime: Interval
  /// What comes within the same beat is seen, and kept, at once.
  public let beat: Interval

  /// Makes a profile of all its parts.
  public init(
    id: String, laptop: LaptopProfile, router: IPAddress, addresses: AddressRanges,
    models: [DeviceModel], places: PlaceNames, shares: DeviceShares, signIn: DeviceSignIn,
    search: SearchTimes, turns: TurnTimes, startTime: Interval, returnTime: Interval,
    beat: Interval
  ) {
    self.id = id
    self.laptop = laptop
    self.router = router
    self.addresses = addresses
    self.models = models
    self.places = places
    self.shares = shares
    self.signIn = signIn
    self.search = search
    self.turns = turns
    self.startTime = startTime
    self.returnTime = returnTime
    self.beat = beat
  }

  /// The firmware files on the laptop, the newest one of each model.
  public var files: [FirmwareFile] { models.map(\.file) }

  /// The beat that a moment falls into: what is done by then is seen then.
  func beat(of time: Timestamp) -> Timestamp {
    let beat = beat.milliseconds
    return Timestamp(milliseconds: (time.milliseconds + beat - 1) / beat * beat)
  }
}

/// The laptop of a practice network.
public struct LaptopProfile: Equatable, Sendable {
  /// Its own address.
  public let address: IPAddress
  /// The installer's password: it stands on a note under the lid, for everybody to read.
  public let notedPassword: String
  /// How many devices a job talks to at once where nobody says so.
  public let usualParallelism: Int
  /// How many devices a job may talk to at once.
  public let mostParallelism: Int

  /// Makes a laptop's profile; the usual number is none above the most.
  public init(
    address: IPAddress, notedPassword: String, usualParallelism: Int, mostParallelism: Int
  ) {
    self.address = address
    self.notedPassword = notedPassword
    self.usualParallelism = usualParallelism
    self.mostParallelism = mostParallelism
  }

  /// How many devices a job may talk to at once.
  var parallelism: ClosedRange<Int> { 1...mostParallelism }
}

/// What an installer calls devices, with their number behind it; of each kind one name at least.
public struct PlaceNames: Equatable, Sendable {
  /// Where recorders are.
  public let recorders: [String]
  /// Where cameras are.
  public let cameras: [String]

  /// Makes the names.
  public init(recorders: [String], cameras: [String]) {
    self.recorders = recorders
    self.cameras = cameras
  }

  /// The name of a device.
  func name(of number: Int, _ kind: DeviceKind) -> String {
    let names = kind == .recorder ? recorders : cameras
    return "\(names[number % names.count]) \(number)"
  }
}

/// When a device of the network locks itself.
public struct DeviceSignIn: Equatable, Sendable {
  /// Wrong passwords in a row until it takes none.
  public let tries: Int
  /// For how long it takes none.
  public let lockOut: Interval

  /// Makes the rules.
  public init(tries: Int, lockOut: Interval) {
    self.tries = tries
    self.lockOut = lockOut
  }
}
