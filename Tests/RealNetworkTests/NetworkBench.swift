import HTTPRequests
import ONVIFMessages
import PracticeDesk
import RealRecorder
import RecorderEngine
import Support
import Synchronization
import Testing

@testable import RealNetwork
@testable import RealRecorder

/// Three devices, what a search finds of them, and a laptop that takes in what it is told.
struct NetworkBench {
  /// What the next search brings.
  private final class Answers: Sendable {
    let next = Mutex<Result<[FoundDevice], DeviceSearch.Fault>>(.success([]))
  }

  let devices: [StandInDevice]
  private let answers = Answers()

  init(_ habits: StandInHabits = StandInHabits()) throws {
    devices = try (0..<3).map { _ in try StandInDevice(habits, isEverywhere: true) }
    answer(.success(devices.indices.map { found($0) }))
  }

  /// What the next search brings.
  func answer(_ result: Result<[FoundDevice], DeviceSearch.Fault>) {
    answers.next.withLock { $0 = result }
  }

  /// The answer of a device to a search: its own, or with another's endpoint or address.
  func found(_ place: Int, endpoint: Int? = nil, at url: String? = nil) -> FoundDevice {
    FoundDevice(
      Announcement(
        endpoint: "urn:uuid:\(endpoint ?? place)", types: ["NetworkVideoTransmitter"],
        scopes: [DiscoveryScope("name", "device-\(place + 1)")],
        addresses: [(url ?? devices[place].url) + "/onvif/device_service"]), from: "127.0.0.1")
  }

  /// A network of all the devices, of which those at these places are named.
  func network(
    named: [Int] = [0, 1], by scheme: String = "", password: String = StandInState.password,
    mayChange: Bool = true,
    trust: @escaping @Sendable (HTTPAddress) async -> Trust = { _ in .untrusted },
    whenAsked: @escaping @Sendable () -> Void = {}
  ) throws -> RealNetwork {
    let lines = named.map { "\(scheme)127.0.0.1:\(devices[$0].port),admin,\(password)" }
    let answers = answers
    return RealNetwork(
      RealNetwork.Setup(
        credentials: try NetworkCredentials(lines.joined(separator: "\n")),
        recorder: try recorder(mayChange: mayChange, whenAsked),
        address: try #require(IPAddress("127.0.0.9")), trust: trust,
        searchTime: .seconds(1), search: { answers.next.withLock { $0 } }))
  }

  /// The recorder that the network is around: its password and its certificate are its own.
  private func recorder(
    mayChange: Bool, _ whenAsked: @escaping @Sendable () -> Void
  ) throws -> RealRecorder.Setup {
    try RealRecorder.Setup(
      patientlyAt: "https://192.0.2.1",
      as: Credentials(AccountName("somebody"), Secret("Not-For-Others-1")), mayChange: mayChange,
      systemClock: {
        whenAsked()
        return StandInState.now
      })
  }

  /// Everything that comes until the search or the job is over, taken in as the laptop does.
  func laptop(
    of network: RealNetwork, after events: [NetworkEvent], _ before: DeskSnapshot? = nil
  ) async throws -> DeskSnapshot {
    let profile = try RepositoryAssets().recorder("onvif")
    var desk =
      before
      ?? DeskSnapshot(
        recorder: RecorderState(profile: profile, now: StandInState.now).snapshot,
        surroundings: Surroundings())
    for event in events { desk.absorb(.network(event)) }
    for await event in network.events {
      desk.absorb(.network(event))
      switch event {
      case .searchEnded, .searchFailed, .jobEnded: return desk
      default: continue
      }
    }
    return desk
  }

  /// What the laptop knows once a search is over.
  func discovered(_ network: RealNetwork, _ before: DeskSnapshot? = nil) async throws
    -> DeskSnapshot
  {
    try await laptop(of: network, after: await network.obey(.discover), before)
  }

  /// What has come of each target of a job.
  func outcomes(
    of request: JobRequest, _ network: RealNetwork, _ before: DeskSnapshot
  ) async throws -> (outcomes: [JobOutcome?], desk: DeskSnapshot) {
    let desk = try await laptop(of: network, after: await network.obey(.begin(request)), before)
    return (desk.surroundings.laptop.report?.outcomes ?? [], desk)
  }

  /// How many requests with a proof each device had.
  func proofs() -> [Int] { devices.map(\.proofs) }
}
