import PracticeDesk
import RecorderEngine
import Support
import Testing

@testable import RealNetwork

/// A password goes to the address that somebody has named, whoever says that he is there.
@Suite(.besideDevices) struct NamedPlacesTests {
  private let bench: NetworkBench

  init() throws { bench = try NetworkBench() }

  @Test("Http and https of one port are one place, where nobody knows who would obey")
  func conflict() async throws {
    let network = try bench.network()
    let port = bench.devices[0].port
    bench.answer(
      .success([bench.found(0), bench.found(1, at: "https://127.0.0.1:\(port)"), bench.found(2)]))
    let desk = try await bench.discovered(network)
    #expect(desk.surroundings.laptop.devices.map(\.hasConflict) == [true, true, false])
    let job = JobRequest(.restart, targets: [1], current: "")
    #expect(try await bench.outcomes(of: job, network, desk).outcomes == [.addressConflict])
    #expect(bench.proofs() == [0, 0, 0])
  }

  @Test("Whoever keeps silent stands in nobody's way")
  func silent() async throws {
    let network = try bench.network()
    let desk = try await bench.discovered(network)
    bench.answer(.success([bench.found(0, endpoint: 1)]))
    let later = try await bench.discovered(network, desk)
    #expect(later.surroundings.laptop.devices.allSatisfy { !$0.hasConflict })
    let job = JobRequest(.restart, targets: [2], current: "")
    #expect(try await bench.outcomes(of: job, network, later).outcomes == [.done])
  }

  @Test("Whoever keeps silent has no turn at the place of another one", arguments: [false, true])
  func replaced(isNew: Bool) async throws {
    let network = try bench.network(password: "Not-The-One-1")
    let desk = try await bench.discovered(network)
    bench.answer(.success([bench.found(0, endpoint: isNew ? 9 : 1)]))
    let later = try await bench.discovered(network, desk)
    let job = JobRequest(
      .restart, targets: [1, isNew ? 4 : 2], current: "", parallelism: 4, stopsAtWarning: false)
    let done = try await bench.outcomes(of: job, network, later).outcomes
    #expect(done == [.addressConflict, .passwordRefused])
    #expect(bench.proofs() == [1, 0, 0])
  }

  @Test("Nobody has a turn at a place where somebody has one: a search may find another one there")
  func underWay() async throws {
    let network = try bench.network(named: [0, 1, 2])
    let desk = try await bench.discovered(network)
    let devices = bench.devices
    for place in [0, 2] { devices[place].change { $0.habits.holds = ["SystemReboot"] } }
    let job = JobRequest(.restart, targets: [1, 3, 2], current: "", parallelism: 2)
    var events = await network.obey(.begin(job))
    while devices[0].change({ $0.done }).isEmpty || devices[2].change({ $0.done }).isEmpty {
      await Task.yield()
    }
    bench.answer(.success([bench.found(0, endpoint: 1), bench.found(2)]))
    events += await network.obey(.discover)
    let found = try await bench.laptop(of: network, after: events, desk)
    let proofs = devices[0].proofs
    devices[2].change { $0.habits.holds = [] }
    while await network.report?.outcomes.last == .some(nil), devices[0].proofs == proofs {
      await Task.yield()
    }
    devices[0].change { $0.habits.holds = [] }
    let over = try await bench.laptop(of: network, after: [], found)
    #expect(over.surroundings.laptop.report?.outcomes == [.done, .done, .addressConflict])
    #expect(devices[0].proofs == proofs)
  }

  @Test("Who is named by https is shown no password over http")
  func encrypted() async throws {
    let network = try bench.network(by: "https://")
    let desk = try await bench.discovered(network)
    let job = JobRequest(.restart, targets: [1], current: "")
    #expect(try await bench.outcomes(of: job, network, desk).outcomes == [.notTrusted])
    #expect(bench.devices[0].asked.isEmpty)
  }

  @Test("Who tells another's endpoint is not shown the other's password")
  func foreignEndpoint() async throws {
    let network = try bench.network(named: [0])
    let desk = try await bench.discovered(network)
    bench.answer(.success([bench.found(2, endpoint: 0)]))
    let later = try await bench.discovered(network, desk)
    let job = JobRequest(.restart, targets: [1], current: "")
    #expect(try await bench.outcomes(of: job, network, later).outcomes == [.notNamed])
    #expect(bench.proofs() == [0, 0, 0])
    bench.answer(.success([bench.found(0)]))
    let back = try await bench.discovered(network, later)
    #expect(try await bench.outcomes(of: job, network, back).outcomes == [.done])
  }
}
