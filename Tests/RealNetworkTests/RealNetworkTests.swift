import HTTPRequests
import ONVIFMessages
import PracticeDesk
import RealRecorder
import RecorderEngine
import Support
import Testing

@testable import RealNetwork
@testable import RealRecorder

/// The IP Manager on devices that are real to it: found, rehearsed, changed, and never one that was not
/// named.
@Suite struct RealNetworkTests {
  private let devices: [StandInDevice]

  init() throws {
    devices = try (0..<3).map { _ in try StandInDevice(isEverywhere: true) }
  }

  /// A network of all the devices, of which those at these places are named.
  private func network(
    named: [Int] = [0, 1], password: String = StandInState.password, mayChange: Bool = true
  ) throws -> RealNetwork {
    let lines = named.map { "127.0.0.1:\(devices[$0].port),admin,\(password)" }
    let found = devices.enumerated().map { place, device in
      FoundDevice(
        Announcement(
          endpoint: "urn:uuid:\(place)", types: ["NetworkVideoTransmitter"],
          scopes: [DiscoveryScope("name", "device-\(place + 1)")],
          addresses: [device.url + "/onvif/device_service"]), from: "127.0.0.1")
    }
    return RealNetwork(
      RealNetwork.Setup(
        credentials: try NetworkCredentials(lines.joined(separator: "\n")), mayChange: mayChange,
        address: try #require(IPAddress("127.0.0.9")),
        profile: try RepositoryAssets().recorder("onvif"), journal: Journal(folder: nil),
        systemClock: { StandInState.now }, localClock: { StandInState.now },
        certificate: { _ in nil }, searchTime: .seconds(1), search: { .success(found) }))
  }

  /// Everything that comes until the search or the job is over, taken in as the laptop does.
  private func laptop(
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
      case .searchEnded, .jobEnded: return desk
      default: continue
      }
    }
    return desk
  }

  private func discovered(_ network: RealNetwork) async throws -> DeskSnapshot {
    try await laptop(of: network, after: await network.obey(.discover))
  }

  private func proofs() -> [Int] { devices.map { device in device.asked.count { $0.isSigned } } }

  @Test("Who answers is found, with what an answer tells and no more; nobody is signed in to")
  func found() async throws {
    let network = try network()
    let laptop = try await discovered(network).surroundings.laptop
    #expect(laptop.devices.map(\.name) == ["device-1", "device-2", "device-3"])
    #expect(laptop.devices.allSatisfy { $0.isOnlyFound && $0.presence == .online })
    #expect(laptop.search == nil)
    #expect(proofs() == [0, 0, 0])
  }

  @Test("A dry run says who is not named and who does not answer, and tries no password")
  func rehearsed() async throws {
    let network = try network()
    _ = try await discovered(network)
    devices[1].goAway()
    let events = await network.obey(
      .rehearse(JobRequest(.restart, targets: [1, 2, 3], current: "")))
    guard case .rehearsed(let rehearsal) = events.first else {
      Issue.record("\(events)")
      return
    }
    #expect(rehearsal.foresights == [.ready, .fails(.noAnswer), .fails(.notNamed)])
    #expect(proofs() == [0, 0, 0])
  }

  @Test("A password is set where somebody is named, proved, and used from then on")
  func password() async throws {
    let network = try network()
    let desk = try await discovered(network)
    let new = NewPassword.twice("Fresh-Pass-22")
    let done = try await laptop(
      of: network,
      after: await network.obey(
        .begin(JobRequest(.setPassword(new), targets: [1, 2, 3], current: ""))), desk)
    let report = try #require(done.surroundings.laptop.report)
    #expect(report.outcomes == [.done, .done, .notNamed])
    #expect(report.state == .finished)
    #expect(devices[0].change { $0.users[0].password.matches("Fresh-Pass-22") })
    #expect(devices[2].asked.isEmpty, "who is not named is not asked")
    let again = try await laptop(
      of: network,
      after: await network.obey(.begin(JobRequest(.restart, targets: [1], current: ""))), done)
    #expect(again.surroundings.laptop.report?.outcomes == [.done])
    #expect(devices[0].change { $0.done }.last == "SystemReboot")
    #expect(again.surroundings.laptop.device(1)?.presence == .restarting)
  }

  @Test("One refused password ends the job, and is the only one")
  func stopped() async throws {
    let network = try network(password: "Not-The-One-1")
    let desk = try await discovered(network)
    let done = try await laptop(
      of: network,
      after: await network.obey(
        .begin(JobRequest(.restart, targets: [1, 2], current: "", parallelism: 1))), desk)
    let report = try #require(done.surroundings.laptop.report)
    #expect(report.outcomes == [.passwordRefused, .notTried])
    #expect(report.state == .warned(by: 1))
    #expect(proofs() == [1, 0, 0])
    #expect(devices[0].change { $0.done }.isEmpty)
  }

  @Test("An address that another device has is not given; a free one is, and followed")
  func address() async throws {
    let network = try network()
    let desk = try await discovered(network)
    func plan(_ address: String) throws -> DeviceOrder {
      .changeAddress(
        AddressPlan(
          addresses: [try #require(IPAddress(address))],
          mask: try #require(IPAddress("255.0.0.0")),
          gateway: try #require(IPAddress("127.0.0.1"))))
    }
    let taken = try await laptop(
      of: network,
      after: await network.obey(
        .begin(JobRequest(try plan("127.0.0.9"), targets: [1], current: ""))), desk)
    #expect(taken.surroundings.laptop.report?.outcomes == [.addressTaken])
    let moved = try await laptop(
      of: network,
      after: await network.obey(
        .begin(JobRequest(try plan("127.0.0.5"), targets: [1], current: ""))), taken)
    #expect(moved.surroundings.laptop.device(1)?.address.description == "127.0.0.5")
    #expect(devices[0].change { $0.address.address.description } == "127.0.0.5")
  }

  @Test("A time server is set where somebody is named")
  func time() async throws {
    let network = try network()
    let desk = try await discovered(network)
    let order = DeviceOrder.setTime(.server("time.example.org"))
    let done = try await laptop(
      of: network,
      after: await network.obey(.begin(JobRequest(order, targets: [1, 3], current: ""))), desk)
    #expect(done.surroundings.laptop.report?.outcomes == [.done, .notNamed])
    #expect(devices[0].change { $0.ntp.manual } == [.name("time.example.org")])
    let clock = try await laptop(
      of: network,
      after: await network.obey(
        .begin(JobRequest(.setTime(.clock), targets: [2], current: ""))), done)
    #expect(clock.surroundings.laptop.report?.outcomes == [.done])
    #expect(devices[1].change { $0.done }.contains("SetSystemDateAndTime"))
  }

  @Test("Only for looking, nothing is begun; nor is a second job beside the first")
  func refused() async throws {
    let network = try network(mayChange: false)
    _ = try await discovered(network)
    let events = await network.obey(.begin(JobRequest(.restart, targets: [1], current: "")))
    #expect(events == [.refused(.readOnly)])
    let unknown = await network.obey(.rehearse(JobRequest(.restart, targets: [9], current: "")))
    #expect(unknown == [.refused(.unknownDevice(9))])
    #expect(proofs() == [0, 0, 0])
  }
}
