import RecorderEngine

/// What the laptop itself is set to: its place on the network, and what its IP Manager has.
public struct LaptopSetup: Equatable, Sendable {
  /// Its own address.
  public let address: IPAddress
  /// The router's address.
  public let router: IPAddress
  /// How many devices a job may talk to at once.
  public let parallelism: ClosedRange<Int>
  /// How many it does where nobody says so.
  public let usualParallelism: Int
  /// The firmware files on it.
  public let files: [FirmwareFile]

  /// Makes a setup.
  public init(
    address: IPAddress, router: IPAddress, parallelism: ClosedRange<Int>, usualParallelism: Int,
    files: [FirmwareFile]
  ) {
    self.address = address
    self.router = router
    self.parallelism = parallelism
    self.usualParallelism = usualParallelism
    self.files = files
  }
}

extension LaptopSetup {
  /// The laptop of a network, with files of the desk's recorder beside those of the network's models.
  init(_ profile: NetworkProfile, recorderFiles: [FirmwareFile]) {
    self.init(
      address: profile.laptop.address, router: profile.router,
      parallelism: profile.laptop.parallelism,
      usualParallelism: profile.laptop.usualParallelism, files: profile.files + recorderFiles)
  }
}
