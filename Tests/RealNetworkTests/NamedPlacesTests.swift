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
