import PracticeDesk
import RecorderEngine
import Support
import Testing

@testable import RealNetwork

/// The IP Manager on devices that are real to it: found, rehearsed, changed, and never one that was not
/// named.
@Suite(.besideDevices) struct RealNetworkTests {
  private let bench: NetworkBench
  private var devices: [StandInDevice] { bench.devices }

  init() throws { bench = try NetworkBench() }

  @Test("Who answers is found, with what an answer tells and no more; nobody is signed in to")
  func found() async throws {
    let network = try bench.network()
    let laptop = try await bench.discovered(network).surroundings.laptop
    #expect(laptop.devices.map(\.name) == ["device-1", "device-2", "device-3"])
    #expect(laptop.devices.allSatisfy { $0.details == nil && $0.presence == .online })
    #expect(laptop.search == nil)
    #expect(bench.proofs() == [0, 0, 0])
  }

  @Test("Where nobody could be asked that is told, and nobody is taken for silent")
  func notSearched() async throws {
    let network = try bench.network()
    let desk = try await bench.discovered(network)
    bench.answer(.failure(.noInterface("eth9")))
    _ = await network.obey(.discover)
    var events = network.events.makeAsyncIterator()
    let event = await events.next()
    #expect(event == .searchFailed(.noCard("eth9")))
    var later = desk
    if let event { later.absorb(.network(event)) }
    let laptop = later.surroundings.laptop
    #expect(laptop.devices.allSatisfy { $0.presence == .online } && laptop.search == nil)
    let job = JobRequest(.restart, targets: [1], current: "")
    #expect(try await bench.outcomes(of: job, network, later).outcomes == [.done])
  }

  @Test("A dry run says who is not named and who does not answer, and tries no password")
  func rehearsed() async throws {
    let network = try bench.network()
    _ = try await bench.discovered(network)
    devices[1].goAway()
    let events = await network.obey(
      .rehearse(JobRequest(.restart, targets: [1, 2, 3], current: "")))
    guard case .rehearsed(let rehearsal) = events.first else {
      Issue.record("\(events)")
      return
    }
    #expect(rehearsal.foresights == [.ready, .fails(.noAnswer), .fails(.notNamed)])
    #expect(bench.proofs() == [0, 0, 0])
  }

  @Test("A password is set where somebody is named, proved, and used from then on")
  func password() async throws {
    let network = try bench.network()
    let desk = try await bench.discovered(network)
    let new = NewPassword.twice("Fresh-Pass-22")
    let done = try await bench.laptop(
      of: network,
      after: await network.obey(
        .begin(JobRequest(.setPassword(new), targets: [1, 2, 3], current: ""))), desk)
    let report = try #require(done.surroundings.laptop.report)
    #expect(report.outcomes == [.done, .done, .notNamed])
    #expect(report.state == .finished)
    #expect(devices[0].change { $0.users[0].password.matches("Fresh-Pass-22") })
    #expect(devices[2].asked.isEmpty, "who is not named is not asked")
    let again = try await bench.laptop(
      of: network,
      after: await network.obey(.begin(JobRequest(.restart, targets: [1], current: ""))), done)
    #expect(again.surroundings.laptop.report?.outcomes == [.done])
    #expect(devices[0].change { $0.done }.last == "SystemReboot")
    #expect(again.surroundings.laptop.device(1)?.presence == .restarting)
  }

  @Test("One refused password ends the job, and is the only one")
  func stopped() async throws {
    let network = try bench.network(password: "Not-The-One-1")
    let desk = try await bench.discovered(network)
    let done = try await bench.laptop(
      of: network,
      after: await network.obey(
        .begin(JobRequest(.restart, targets: [1, 2], current: "", parallelism: 1))), desk)
    let report = try #require(done.surroundings.laptop.report)
    #expect(report.outcomes == [.passwordRefused, .notTried])
    #expect(report.state == .warned(by: 1))
    #expect(bench.proofs() == [1, 0, 0])
    #expect(devices[0].change { $0.done }.isEmpty)
  }

  @Test("An address that another device has is not given; a free one is, and followed")
  func address() async throws {
    let network = try bench.network()
    let desk = try await bench.discovered(network)
    func plan(_ address: String) throws -> DeviceOrder {
      .changeAddress(
        AddressPlan(
          addresses: [try #require(IPAddress(address))],
          mask: try #require(IPAddress("255.0.0.0")),
          gateway: try #require(IPAddress("127.0.0.1"))))
    }
    let taken = try await bench.laptop(
      of: network,
      after: await network.obey(
        .begin(JobRequest(try plan("127.0.0.9"), targets: [1], current: ""))), desk)
    #expect(taken.surroundings.laptop.report?.outcomes == [.addressTaken])
    let moved = try await bench.laptop(
      of: network,
      after: await network.obey(
        .begin(JobRequest(try plan("127.0.0.5"), targets: [1], current: ""))), taken)
    #expect(moved.surroundings.laptop.device(1)?.address.description == "127.0.0.5")
    #expect(devices[0].change { $0.address.address.description } == "127.0.0.5")
  }

  @Test("A time server is set where somebody is named")
  func time() async throws {
    let network = try bench.network()
    let desk = try await bench.discovered(network)
    let order = DeviceOrder.setTime(.server("time.example.org"))
    let done = try await bench.laptop(
      of: network,
      after: await network.obey(.begin(JobRequest(order, targets: [1, 3], current: ""))), desk)
    #expect(done.surroundings.laptop.report?.outcomes == [.done, .notNamed])
    #expect(devices[0].change { $0.ntp.manual } == [.name("time.example.org")])
    let clock = try await bench.laptop(
      of: network,
      after: await network.obey(
        .begin(JobRequest(.setTime(.clock), targets: [2], current: ""))), done)
    #expect(clock.surroundings.laptop.report?.outcomes == [.done])
    #expect(devices[1].change { $0.done }.contains("SetSystemDateAndTime"))
  }

  @Test("Only for looking, nothing is begun; nor is a second job beside the first")
  func refused() async throws {
    let network = try bench.network(mayChange: false)
    _ = try await bench.discovered(network)
    let events = await network.obey(.begin(JobRequest(.restart, targets: [1], current: "")))
    #expect(events == [.refused(.readOnly)])
    let unknown = await network.obey(.rehearse(JobRequest(.restart, targets: [9], current: "")))
    #expect(unknown == [.refused(.unknownDevice(9))])
    #expect(bench.proofs() == [0, 0, 0])
  }

  @Test("A device is asked what its order needs: neither its events nor the maker's own API")
  func oneOrder() async throws {
    var habits = StandInHabits()
    habits.hasEvents = true
    habits.makerSignIn = .digest
    habits.makerAnswers = ["GetDeviceInfo": "<config/>"]
    let bench = try NetworkBench(habits)
    let network = try bench.network()
    let desk = try await bench.discovered(network)
    let job = JobRequest(.restart, targets: [1], current: "")
    #expect(try await bench.outcomes(of: job, network, desk).outcomes == [.done])
    let asked = bench.devices[0].asked.map(\.operation)
    #expect(!asked.contains("CreatePullPointSubscription") && !asked.contains("GetDeviceInfo"))
  }
}
