import PracticeDesk
import RecorderEngine
import Support
import Testing

@testable import RealNetwork

/// An order went to a device, and no answer came: it is looked at once, and never ordered again blindly.
@Suite(.besideDevices) struct UnsureOrderTests {
  private let password = JobRequest(
    .setPassword(NewPassword.twice("Fresh-Pass-22")), targets: [1], current: "")
  private let restart = JobRequest(.restart, targets: [1], current: "")

  private func bench(losing operation: String, pretends: Bool = false) throws -> NetworkBench {
    var habits = StandInHabits()
    habits.deliveries = [operation: .cut]
    if pretends { habits.pretends = [operation] }
    return try NetworkBench(habits)
  }

  @Test("A password that was set is found out by one proof, and used from then on")
  func set() async throws {
    let bench = try bench(losing: "SetUser")
    let network = try bench.network()
    let desk = try await bench.discovered(network)
    let (done, after) = try await bench.outcomes(of: password, network, desk)
    #expect(done == [.done])
    #expect(try await bench.outcomes(of: restart, network, after).outcomes == [.done])
    #expect(bench.devices[0].refusals == 0)
  }

  @Test("So is one whose answer says nothing", arguments: [200, 500])
  func emptyAnswer(status: Int) async throws {
    var habits = StandInHabits()
    habits.answersEmptily = ["SetUser": status]
    let bench = try NetworkBench(habits)
    let network = try bench.network()
    let desk = try await bench.discovered(network)
    let (done, after) = try await bench.outcomes(of: password, network, desk)
    #expect(done == [.done])
    #expect(try await bench.outcomes(of: restart, network, after).outcomes == [.done])
    #expect(bench.devices[0].refusals == 0)
  }

  @Test("One that was not is refused once; the one before is used from then on")
  func notSet() async throws {
    let bench = try bench(losing: "SetUser", pretends: true)
    let network = try bench.network()
    let desk = try await bench.discovered(network)
    let (done, after) = try await bench.outcomes(of: password, network, desk)
    #expect(done == [.noAnswer])
    #expect(after.surroundings.laptop.device(1)?.presence == .online)
    #expect(try await bench.outcomes(of: restart, network, after).outcomes == [.done])
    #expect(bench.devices[0].refusals == 1)
  }

  @Test("Where nobody answered any more the next order finds it out")
  func foundOutLater() async throws {
    let bench = try bench(losing: "SetUser")
    let device = bench.devices[0]
    let network = try bench.network(whenAsked: {
      device.change { device in
        guard device.done.last == "SetUser" else { return }
        device.habits.deliveries["GetSystemDateAndTime"] = .cut
      }
    })
    let desk = try await bench.discovered(network)
    let (done, after) = try await bench.outcomes(of: password, network, desk)
    #expect(done == [.unsure])
    device.change {
      $0.done = []
      $0.habits.deliveries = [:]
    }
    #expect(try await bench.outcomes(of: restart, network, after).outcomes == [.done])
    #expect(device.refusals == 0)
  }

  @Test("A time server that was set is seen by looking")
  func settings() async throws {
    let bench = try bench(losing: "SetNTP")
    let network = try bench.network()
    let desk = try await bench.discovered(network)
    let order = DeviceOrder.setTime(.server("time.example.org"))
    // What comes after it is not ordered any more: it is done by half, and nobody says that it is done.
    let job = JobRequest(order, targets: [1], current: "")
    #expect(try await bench.outcomes(of: job, network, desk).outcomes == [.unsure])
    bench.devices[0].change { $0.habits.deliveries = ["SetSystemDateAndTime": .cut] }
    let again = try await bench.outcomes(of: job, network, desk)
    #expect(again.outcomes == [.done])
  }

  @Test("A restart that may have been done is not part of a retry")
  func blind() async throws {
    let bench = try bench(losing: "SystemReboot")
    let network = try bench.network()
    let desk = try await bench.discovered(network)
    let (done, _) = try await bench.outcomes(of: restart, network, desk)
    #expect(done == [.unsure])
    var retry = restart
    retry.isRetry = true
    #expect(await network.obey(.begin(retry)) == [.refused(.noTargets)])
    #expect(bench.devices[0].change { $0.done } == ["SystemReboot"])
  }
}
