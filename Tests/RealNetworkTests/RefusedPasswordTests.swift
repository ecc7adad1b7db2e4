import PracticeDesk
import RecorderEngine
import Support
import Testing

@testable import RealNetwork

/// A password that was refused once is not shown to that device again.
@Suite(.besideDevices) struct RefusedPasswordTests {
  @Test("Neither by a retry nor by a new job, which go on with the other devices")
  func once() async throws {
    let bench = try NetworkBench()
    let network = try bench.network()
    bench.devices[0].change { $0.users[0].password = "Another-Pass-1" }
    let desk = try await bench.discovered(network)
    var job = JobRequest(.restart, targets: [1, 2], current: "", parallelism: 1)
    let (first, later) = try await bench.outcomes(of: job, network, desk)
    #expect(first == [.passwordRefused, .notTried])
    let events = await network.obey(.rehearse(job))
    guard case .rehearsed(let rehearsal) = events.first else {
      Issue.record("\(events)")
      return
    }
    #expect(rehearsal.foresights == [.fails(.heldBack), .ready])
    job.isRetry = true
    let (second, last) = try await bench.outcomes(of: job, network, later)
    #expect(second == [.heldBack, .done], "that is no warning: nothing was tried")
    #expect(last.surroundings.laptop.report?.state == .finished)
    let time = JobRequest(.setTime(.clock), targets: [1], current: "")
    #expect(try await bench.outcomes(of: time, network, last).outcomes == [.heldBack])
    #expect(bench.proofs()[0] == 1)
  }

  @Test("Nor is one shown again that was not answered")
  func unanswered() async throws {
    var habits = StandInHabits()
    habits.dropsProofsOf = ["GetDeviceInformation"]
    let bench = try NetworkBench(habits)
    let network = try bench.network()
    let desk = try await bench.discovered(network)
    let job = JobRequest(.restart, targets: [1], current: "")
    let (first, later) = try await bench.outcomes(of: job, network, desk)
    #expect(first == [.noAnswer])
    #expect(try await bench.outcomes(of: job, network, later).outcomes == [.heldBack])
    #expect(bench.proofs() == [1, 0, 0])
  }

  @Test("Where the level alone was not taken the new password is the one from then on")
  func levelNotTaken() async throws {
    let bench = try NetworkBench()
    let device = bench.devices[0]
    let network = try bench.network(whenAsked: {
      device.change { if $0.done.last == "SetUser" { $0.habits.tellsLevel = .user } }
    })
    let desk = try await bench.discovered(network)
    let order = DeviceOrder.setPassword(NewPassword.twice("Fresh-Pass-22"))
    let job = JobRequest(order, targets: [1], current: "")
    let (first, later) = try await bench.outcomes(of: job, network, desk)
    #expect(first == [.refused])
    let restart = JobRequest(.restart, targets: [1], current: "")
    #expect(try await bench.outcomes(of: restart, network, later).outcomes == [.done])
    #expect(device.refusals == 0)
  }

  @Test("Nor is it where the device is found at another address that is named")
  func elsewhere() async throws {
    let bench = try NetworkBench()
    let network = try bench.network()
    bench.devices[0].change { $0.users[0].password = "Another-Pass-1" }
    let desk = try await bench.discovered(network)
    let job = JobRequest(.restart, targets: [1], current: "")
    let (_, later) = try await bench.outcomes(of: job, network, desk)
    bench.answer(.success([bench.found(1, endpoint: 0)]))
    let moved = try await bench.discovered(network, later)
    #expect(try await bench.outcomes(of: job, network, moved).outcomes == [.heldBack])
    #expect(bench.proofs() == [1, 0, 0])
  }

  @Test("Nor where it does not take the one that was set, and the next try would be its last")
  func neither() async throws {
    var habits = StandInHabits()
    habits.pretends = ["SetUser"]
    habits.refusal = .words("You still have 1 attempt(s)", status: 400)
    let bench = try NetworkBench(habits)
    let network = try bench.network()
    let desk = try await bench.discovered(network)
    let order = DeviceOrder.setPassword(NewPassword.twice("Fresh-Pass-22"))
    let job = JobRequest(order, targets: [1], current: "")
    let (first, later) = try await bench.outcomes(of: job, network, desk)
    #expect(first == [.refused])
    let proofs = bench.proofs()
    #expect(try await bench.outcomes(of: job, network, later).outcomes == [.heldBack])
    #expect(bench.proofs() == proofs)
    #expect(bench.devices[0].refusals == 1)
  }
}
