/// A network that is real, behind the laptop's IP Manager.
public protocol LaptopNetwork: Sendable {
  /// What the laptop itself is set to there.
  var laptop: LaptopSetup { get }
  /// What comes from the network without being waited for; ends with `close`.
  var events: AsyncStream<NetworkEvent> { get }
  /// Does what the IP Manager is asked for; a search and a job go on by themselves.
  func obey(_ command: NetworkCommand) async -> [NetworkEvent]
  /// Asks nobody any more.
  func close() async
}
