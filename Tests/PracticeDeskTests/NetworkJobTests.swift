import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Testing

/// What jobs do to many devices, and what keeps them from it.
@Suite struct NetworkJobTests {
  @Test("A password is set on many, opens them from then on, and the old one no longer does")
  func setsPasswords() throws {
    var bench = try LaptopBench.found()
    let targets = bench.obeying()
    #expect(targets.count > 5)
    let first = try bench.run(
      JobRequest(.setPassword(.twice("Fresh-Pass1")), targets: targets, current: .noted))
    #expect(first.done == targets.count && first.state == .finished)
    let old = try bench.run(JobRequest(.restart, targets: [targets[0]], current: .noted))
    #expect(old.outcomes == [.wrongPassword(left: 4)])
    let new = try bench.run(JobRequest(.restart, targets: targets, current: "Fresh-Pass1"))
    #expect(new.done == targets.count)
  }

  @Test("A device that was never activated is, by its first password, and obeys nothing before")
  func activates() throws {
    var bench = try LaptopBench.found()
    let fresh = try #require(
      bench.numbers { $0.access == .notActivated && $0.presence == .online && !$0.hasConflict }
        .first)
    try bench.run(JobRequest(.restart, targets: [fresh], current: .noted))
    #expect(bench.outcome(of: fresh) == .notActivated)
    try bench.run(JobRequest(.setPassword(.twice("First-Pass1")), targets: [fresh], current: ""))
    #expect(bench.outcome(of: fresh) == .done)
    #expect(bench.laptop.device(fresh)?.access == .inUse)
  }

  @Test("Addresses are changed one by one, and a taken one is left to its owner")
  func changesAddresses() throws {
    var bench = try LaptopBench.found()
    let targets = Array(bench.obeying().prefix(3))
    let other = try #require(bench.laptop.devices.first { !targets.contains($0.number) })
    let mask = IPAddress(255, 255, 255, 0)
    let free = IPAddress(192, 168, 226, 220)
    let plan = AddressPlan(
      addresses: [free, other.address, IPAddress(192, 168, 226, 222)], mask: mask,
      gateway: try TestNetwork.profile.router)
    try bench.run(JobRequest(.changeAddress(plan), targets: targets, current: .noted))
    #expect(targets.map { bench.outcome(of: $0) } == [.done, .addressTaken, .done])
    #expect(bench.laptop.device(targets[0])?.address == free)
  }

  @Test("Tried again, a device gets the address that was planned for it")
  func triesAddressesAgain() throws {
    var bench = try LaptopBench.found()
    let targets = Array(bench.obeying().prefix(3))
    let mask = IPAddress(255, 255, 255, 0)
    let addresses = (220...222).map { IPAddress(192, 168, 226, $0) }
    let gateway = try TestNetwork.profile.router
    func order(_ addresses: [IPAddress]) -> DeviceOrder {
      .changeAddress(AddressPlan(addresses: addresses, mask: mask, gateway: gateway))
    }
    let first = try bench.run(
      JobRequest(
        order(addresses), targets: targets, current: "wrong", stopsAtWarning: false))
    #expect(first.failed == 3)
    let again = try bench.run(
      JobRequest(order([addresses[2]]), targets: [targets[2]], current: .noted, isRetry: true))
    #expect(again.targets == targets && again.done == 1)
    #expect(bench.laptop.device(targets[2])?.address == addresses[2])
  }

  @Test("An address conflict keeps a device from everything but another address")
  func mendsConflicts() throws {
    var bench = try LaptopBench.found(devices: 400)
    let sharing = bench.numbers { $0.hasConflict && $0.access == .inUse && $0.triesLeft == 5 }
    try bench.run(
      JobRequest(.restart, targets: sharing, current: .noted, stopsAtWarning: false))
    #expect(bench.report?.outcomes.allSatisfy { $0 == .addressConflict } == true)
    let addresses = sharing.indices.map { IPAddress(192, 168, 230, UInt8(10 + $0)) }
    let plan = AddressPlan(
      addresses: addresses, mask: IPAddress(255, 255, 0, 0), gateway: try TestNetwork.profile.router
    )
    try bench.run(JobRequest(.changeAddress(plan), targets: sharing, current: .noted))
    let moved = try #require(sharing.first { bench.outcome(of: $0) == .done })
    #expect(bench.laptop.device(moved)?.hasConflict == false)
  }

  @Test("A firmware goes on those of its model that have an older one")
  func upgrades() throws {
    var bench = try LaptopBench.found(devices: 200)
    let targets = bench.obeying()
    try bench.run(JobRequest(.upgrade(.newest), targets: targets, current: .noted))
    let outcomes = Set(targets.compactMap { bench.outcome(of: $0) })
    #expect(outcomes == [.done, .notNewer])
    let upgraded = try #require(targets.first { bench.outcome(of: $0) == .done })
    let device = try #require(bench.laptop.device(upgraded))
    let file = try #require(TestNetwork.profile.files.first { $0.model == device.model })
    #expect(device.details?.firmware == file.version && device.presence == .online)
    let other = try #require(TestNetwork.profile.files.first { $0.model != device.model })
    try bench.run(JobRequest(.upgrade(.file(other.name)), targets: [upgraded], current: .noted))
    #expect(bench.outcome(of: upgraded) == .otherModel)
    let refusals = bench.tell(
      .begin(JobRequest(.upgrade(.file("none.sw")), targets: [upgraded], current: .noted)))
    #expect(refusals == [.refused(.noSuchFile("none.sw"))])
  }

  @Test("A factory default forgets the password; a restarted device greets and is there again")
  func restores() throws {
    var bench = try LaptopBench.found(devices: 200)
    let target = try #require(bench.obeying().first)
    bench.tell(
      .begin(
        JobRequest(.factoryDefault(keepsNetwork: true), targets: [target], current: .noted)))
    bench.watch(.seconds(5))
    #expect(bench.laptop.device(target)?.presence == .restarting)
    bench.watch(.seconds(40))
    #expect(bench.laptop.device(target)?.presence == .online)
    #expect(bench.laptop.device(target)?.access != .inUse)
  }

  @Test("Whoever is unplugged does not answer")
  func offline() throws {
    var bench = try LaptopBench.found()
    let silent = try #require(bench.numbers { $0.presence == .offline }.first)
    bench.tell(.begin(JobRequest(.restart, targets: [silent], current: .noted)))
    bench.watch(.seconds(10))
    #expect(bench.outcome(of: silent) == .noAnswer)
  }

  @Test("The fifth wrong password locks a device, even for the right one, until the time is over")
  func locks() throws {
    var bench = try LaptopBench.found(devices: 200)
    let target = try #require(bench.obeying().first)
    var left: [JobOutcome?] = []
    for _ in 0..<5 {
      bench.tell(
        .begin(
          JobRequest(.restart, targets: [target], current: "wrong", stopsAtWarning: false)))
      bench.watch(.seconds(5))
      left.append(bench.outcome(of: target))
    }
    #expect(
      left == [4, 3, 2, 1].map { .wrongPassword(left: $0) } + [.lockedNow])
    bench.tell(.begin(JobRequest(.restart, targets: [target], current: .noted)))
    bench.watch(.seconds(5))
    #expect(bench.outcome(of: target) == .locked)
    bench.pass(.minutes(30))
    try bench.run(JobRequest(.restart, targets: [target], current: .noted))
    #expect(bench.outcome(of: target) == .done)
  }

  @Test("The first warning of a lock-out stops the job; those that have their turn finish it")
  func stopsAtWarning() throws {
    var bench = try LaptopBench.found(devices: 300)
    let near = try #require(bench.numbers { $0.isAtLastTry && $0.presence == .online }.first)
    let rest = bench.numbers { $0.access == .inUse && $0.triesLeft == 5 }
    let request = JobRequest(
      .restart, targets: [near] + rest, current: "wrong", parallelism: 2)
    let report = try bench.run(request)
    #expect(report.state == .warned(by: near))
    #expect(bench.outcome(of: near) == .lockedNow)
    #expect(report.outcomes.count { $0 == .notTried } >= rest.count - 4)
    #expect(report.left == 0)
  }

  @Test("Without the stop, a warning is only a result")
  func goesOnPastWarnings() throws {
    var bench = try LaptopBench.found(devices: 100)
    let targets = bench.numbers { $0.access == .inUse }
    let report = try bench.run(
      JobRequest(.restart, targets: targets, current: "wrong", stopsAtWarning: false))
    #expect(report.state == .finished && !report.outcomes.contains(.notTried))
  }

  @Test("Never more devices have their turn at once than the limit says", arguments: [1, 7, 64])
  func parallelism(limit: Int) throws {
    var bench = try LaptopBench.found(devices: 300)
    let targets = bench.numbers { _ in true }
    bench.tell(
      .begin(
        JobRequest(
          .restart, targets: targets, current: .noted, parallelism: limit,
          stopsAtWarning: false)))
    var most = bench.report?.underWay ?? 0
    bench.watch(.hours(1)) { most = max(most, $0.report?.underWay ?? 0) }
    #expect(most == limit)
    #expect(bench.report?.state == .finished)
  }

  @Test(
    "A limit below 1 or above 64 is refused",
    arguments: [
      (0, true), (1, false), (2, false), (63, false), (64, false), (65, true),
    ])
  func parallelismLimits(limit: Int, isRefused: Bool) throws {
    var bench = try LaptopBench.found(devices: 3)
    let events = bench.tell(
      .begin(JobRequest(.restart, targets: [1], current: .noted, parallelism: limit)))
    #expect(events.contains(.refused(.parallelism(1...64))) == isRefused)
  }

  @Test("A stopped job gives nobody else a turn, and only the failed are tried again")
  func retries() throws {
    var bench = try LaptopBench.found(devices: 300)
    let targets = bench.obeying()
    bench.tell(
      .begin(JobRequest(.restart, targets: targets, current: .noted, parallelism: 4)))
    bench.watch(.seconds(3))
    bench.tell(.stop)
    bench.watch(.seconds(5))
    let stopped = try #require(bench.report)
    #expect(stopped.state == .stopped && stopped.done > 0 && stopped.failed > 0)
    let failed = stopped.retryPlaces.map { stopped.targets[$0] }
    bench.pass(.minutes(1))
    let before = bench.events.count
    let again = try bench.run(JobRequest(.restart, targets: failed, current: .noted, isRetry: true))
    #expect(again.done == targets.count && again.targets == targets)
    let results = bench.events.dropFirst(before).flatMap { event -> [JobResult] in
      if case .jobMoved(let results, _, _) = event { results } else { [] }
    }
    #expect(Set(results.map { targets[$0.place] }) == Set(failed))
  }

  @Test("What may have been done is not part of a retry, whoever asks for it")
  func unsure() {
    var job = JobRequest(.restart, targets: [1, 2, 3], current: "")
    var report = JobReport(job, parallelism: 1, after: nil, at: Operator.evening)
    report.add(
      [JobResult(place: 0, outcome: .unsure), JobResult(place: 1, outcome: .noAnswer)], begun: 2)
    report.end(.stopped, at: Operator.evening)
    #expect(report.retryPlaces == [1, 2])
    job.isRetry = true
    let again = JobReport(job, parallelism: 1, after: report, at: Operator.evening)
    #expect(again.queue == [1, 2])
    #expect(again.outcomes == [.unsure, nil, nil])
  }

  @Test("One job at a time, for devices that were found")
  func refuses() throws {
    var bench = try LaptopBench.found(devices: 5)
    #expect(
      bench.tell(.begin(JobRequest(.restart, targets: [], current: ""))) == [.refused(.noTargets)])
    #expect(
      bench.tell(.begin(JobRequest(.restart, targets: [99], current: "")))
        == [.refused(.unknownDevice(99))])
    bench.tell(.begin(JobRequest(.restart, targets: [1], current: .noted)))
    #expect(
      bench.tell(.begin(JobRequest(.restart, targets: [2], current: .noted)))
        == [.refused(.jobRunning)])
  }

  @Test("A dry run says what would happen, and changes nothing and nobody")
  func rehearses() throws {
    var bench = try LaptopBench.found(devices: 200)
    let before = try JSONEncoder.sorted.encode(bench.desk)
    let targets = bench.numbers { _ in true }
    bench.tell(.rehearse(JobRequest(.restart, targets: targets, current: .noted)))
    #expect(try JSONEncoder.sorted.encode(bench.desk) == before)
    let rehearsal = try #require(bench.laptop.rehearsal)
    let report = try bench.run(
      JobRequest(.restart, targets: targets, current: .noted, stopsAtWarning: false))
    for (foresight, outcome) in zip(rehearsal.foresights, report.outcomes) {
      guard case .fails(let foreseen) = foresight else { continue }
      #expect(foreseen == outcome)
    }
    #expect(rehearsal.ready > 0 && rehearsal.ready < targets.count && rehearsal.atRisk > 0)
  }
}
