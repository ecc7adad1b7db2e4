import ONVIFMessages
import PracticeDesk
import RecorderEngine
import Support
import Testing

@testable import RealNetwork

/// A device that is given another address is asked where it is then, and by its own password.
@Suite(.besideDevices) struct MovedDeviceTests {
  private func move(_ number: Int = 1, to address: String = "127.0.0.5") throws -> JobRequest {
    let plan = AddressPlan(
      addresses: [try #require(IPAddress(address))],
      mask: try #require(IPAddress("255.0.0.0")),
      gateway: try #require(IPAddress("127.0.0.1")))
    return JobRequest(.changeAddress(plan), targets: [number], current: "")
  }

  /// A network with devices of these habits, found.
  private func discovered(
    _ habits: StandInHabits = StandInHabits()
  ) async throws -> (NetworkBench, RealNetwork, DeskSnapshot) {
    let bench = try NetworkBench(habits)
    let network = try bench.network()
    return (bench, network, try await bench.discovered(network))
  }

  private let restart = JobRequest(.restart, targets: [1], current: "")

  @Test(
    "One that goes by it after its next restart is asked at the old one, and then at the new one")
  func later() async throws {
    var habits = StandInHabits()
    habits.needsReboot = ["SetNetworkInterfaces"]
    let (bench, network, desk) = try await discovered(habits)
    let (done, after) = try await bench.outcomes(of: try move(), network, desk)
    #expect(done == [.done])
    #expect(after.surroundings.laptop.device(1)?.address.description == "127.0.0.1")
    let (restarted, down) = try await bench.outcomes(of: restart, network, after)
    #expect(restarted == [.done])
    bench.answer(.success([bench.found(0, at: "http://127.0.0.5:\(bench.devices[0].port)")]))
    let up = try await bench.discovered(network, down)
    #expect(up.surroundings.laptop.device(1)?.address.description == "127.0.0.5")
    #expect(try await bench.outcomes(of: restart, network, up).outcomes == [.done])
  }

  @Test("An address that one goes by after its next restart is taken")
  func promised() async throws {
    var habits = StandInHabits()
    habits.needsReboot = ["SetNetworkInterfaces"]
    let (bench, network, desk) = try await discovered(habits)
    let (done, after) = try await bench.outcomes(of: try move(), network, desk)
    #expect(done == [.done])
    #expect(try await bench.outcomes(of: try move(2), network, after).outcomes == [.addressTaken])
  }

  @Test("Sent somewhere else since, it is not taken for whoever is where it was sent before")
  func sentAgain() async throws {
    var habits = StandInHabits()
    habits.needsReboot = ["SetNetworkInterfaces"]
    let (bench, network, desk) = try await discovered(habits)
    let (_, first) = try await bench.outcomes(of: try move(), network, desk)
    bench.devices[0].change { $0.habits.needsReboot = [] }
    let (done, second) = try await bench.outcomes(of: try move(to: "127.0.0.6"), network, first)
    #expect(done == [.done])
    let proofs = bench.proofs()
    bench.answer(.success([bench.found(0, at: "http://127.0.0.5:\(bench.devices[0].port)")]))
    let stranger = try await bench.discovered(network, second)
    #expect(try await bench.outcomes(of: restart, network, stranger).outcomes == [.notNamed])
    #expect(bench.proofs() == proofs)
  }

  @Test("Where no answer came, and nothing is seen of it, it is asked where it was")
  func unsure() async throws {
    var habits = StandInHabits()
    habits.deliveries = ["SetNetworkInterfaces": .cut]
    habits.pretends = ["SetNetworkInterfaces"]
    let (bench, network, desk) = try await discovered(habits)
    let (done, after) = try await bench.outcomes(of: try move(), network, desk)
    #expect(done == [.unsure])
    #expect(after.surroundings.laptop.device(1)?.address.description == "127.0.0.1")
    #expect(try await bench.outcomes(of: restart, network, after).outcomes == [.done])
  }

  @Test("One that went there, and not by all of its order, is asked there")
  func inPart() async throws {
    var habits = StandInHabits()
    habits.pretends = ["SetNetworkDefaultGateway"]
    let (bench, network, desk) = try await discovered(habits)
    let (done, after) = try await bench.outcomes(of: try move(), network, desk)
    #expect(done == [.refused])
    #expect(after.surroundings.laptop.device(1)?.address.description == "127.0.0.5")
    #expect(try await bench.outcomes(of: restart, network, after).outcomes == [.done])
  }

  @Test("Of several network cards the one at which it was found is given the address")
  func cards() async throws {
    let (bench, network, _) = try await discovered()
    let device = bench.devices[0]
    device.change { $0.otherCards = [.other] }
    let desk = try await bench.discovered(network)
    #expect(try await bench.outcomes(of: try move(), network, desk).outcomes == [.done])
    #expect(device.change { $0.changedCards } == ["eth0"])
  }

  @Test("Where none has the address at which it was found, none is given another")
  func foreignCards() async throws {
    let (bench, network, desk) = try await discovered()
    let device = bench.devices[0]
    device.change { $0.address = PrefixedAddress(IPAddress(bits: 0xC0A8_0101), prefix: 24) }
    #expect(try await bench.outcomes(of: try move(), network, desk).outcomes == [.refused])
    #expect(device.change { $0.done }.isEmpty)
  }

  @Test("Whoever comes to its old address is not shown its password")
  func oldAddress() async throws {
    let (bench, network, desk) = try await discovered()
    let (done, after) = try await bench.outcomes(of: try move(), network, desk)
    #expect(done == [.done])
    bench.answer(.success([bench.found(2, at: bench.devices[0].url)]))
    let stranger = try await bench.discovered(network, after)
    let job = JobRequest(.restart, targets: [3], current: "")
    #expect(try await bench.outcomes(of: job, network, stranger).outcomes == [.notNamed])
  }
}
