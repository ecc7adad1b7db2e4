import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Testing

/// The recorder on the desk as one of the many, and what is kept of it all.
@Suite struct NetworkOwnRecorderTests {
  @Test("The desk's recorder obeys through its own rules, first of all, and writes it down")
  func obeys() throws {
    var bench = try LaptopBench.found()
    let target = try #require(bench.obeying().first)
    let new: NewPassword = .twice("Other-Pass2")
    try bench.run(
      JobRequest(
        .setPassword(new), targets: [target, KnownDevice.own], current: TestRecorder.password,
        stopsAtWarning: false))
    #expect(bench.report?.targets == [KnownDevice.own, target])
    #expect(bench.outcome(of: KnownDevice.own) == .done)
    let log = bench.known.recorder.log.entries.map(\.action)
    let laptop = try TestNetwork.profile.laptop.address.description
    #expect(log.contains(.remoteOrder(.setPassword, laptop)))
    bench.apply(.recorder(.session(.signIn(.admin, "Other-Pass2"))))
    #expect(bench.known.recorder.session != nil)
  }

  @Test("Wrong passwords count at the desk's recorder as they do at its own menu")
  func counts() throws {
    var bench = try LaptopBench.found()
    let tries = bench.known.recorder.profile.signIn.tries.value
    for count in 1...tries {
      bench.tell(
        .begin(JobRequest(.restart, targets: [0], current: "wrong", stopsAtWarning: false)))
      bench.watch(.seconds(5))
      #expect(
        bench.outcome(of: 0) == (count < tries ? .wrongPassword(left: tries - count) : .lockedNow))
    }
    #expect(bench.known.recorder.lockOut(of: .admin) != nil)
  }

  @Test("Its address is changed, and the laptop sees it restart and come back")
  func restarts() throws {
    var bench = try LaptopBench.found()
    let plan = AddressPlan(
      addresses: [IPAddress(192, 168, 226, 230)], mask: IPAddress(255, 255, 255, 0),
      gateway: try TestNetwork.profile.router)
    bench.tell(.begin(JobRequest(.restart, targets: [0], current: TestRecorder.password)))
    #expect(bench.known.recorder.power != .running)
    bench.watch(.seconds(5))
    #expect(bench.outcome(of: 0) == .done)
    bench.watch(.minutes(2))
    #expect(bench.laptop.device(0)?.presence == .online)
    bench.tell(
      .begin(JobRequest(.changeAddress(plan), targets: [0], current: TestRecorder.password)))
    bench.watch(.seconds(5))
    #expect(bench.outcome(of: 0) == .done)
  }

  @Test("What the network keeps from it has the same name in the dry run and in the result")
  func obstacles() throws {
    var bench = try LaptopBench.found()
    let own = try #require(bench.laptop.device(0))
    let other = try #require(bench.obeying().first.flatMap { bench.laptop.device($0) })
    let gateway = try TestNetwork.profile.router
    func plan(_ address: IPAddress) -> DeviceOrder {
      .changeAddress(AddressPlan(addresses: [address], mask: own.mask, gateway: gateway))
    }
    let taken = JobRequest(plan(other.address), targets: [0], current: "wrong")
    bench.tell(.rehearse(taken))
    #expect(bench.laptop.rehearsal?.foresights == [.fails(.addressTaken)])
    #expect(try bench.run(taken).outcomes == [.addressTaken])
    try letShare(own, with: other, &bench)
    let restart = JobRequest(.restart, targets: [0], current: "wrong")
    bench.tell(.rehearse(restart))
    #expect(bench.laptop.rehearsal?.foresights == [.fails(.addressConflict)])
    #expect(try bench.run(restart).outcomes == [.addressConflict])
    #expect(bench.desk.recorder.triesLeft(of: .admin) == 5)
  }

  @Test("Once the other one has moved away, its conflict is over at once")
  func conflictOver() throws {
    var bench = try LaptopBench.found()
    let own = try #require(bench.laptop.device(0))
    let other = try #require(bench.obeying().first.flatMap { bench.laptop.device($0) })
    try letShare(own, with: other, &bench)
    let plan = AddressPlan(
      addresses: [other.address], mask: own.mask, gateway: try TestNetwork.profile.router)
    try bench.run(JobRequest(.changeAddress(plan), targets: [other.number], current: .noted))
    #expect(bench.laptop.device(0)?.hasConflict == false)
  }

  /// The other one takes the recorder's address while that is off.
  private func letShare(
    _ own: KnownDevice, with other: KnownDevice, _ bench: inout LaptopBench
  ) throws {
    bench.apply(.recorder(.hands(.switchPower(on: false))))
    let plan = AddressPlan(
      addresses: [own.address], mask: own.mask, gateway: try TestNetwork.profile.router)
    try bench.run(JobRequest(.changeAddress(plan), targets: [other.number], current: .noted))
    bench.apply(.recorder(.hands(.switchPower(on: true))))
    bench.watch(.minutes(2))
    bench.tell(.discover)
    bench.watch(.minutes(1))
    #expect(bench.laptop.device(0)?.hasConflict == true)
  }

  @Test("Without its cable it does not answer, and counts nothing")
  func loose() throws {
    var bench = try LaptopBench.found()
    bench.apply(.recorder(.hands(.plugNetwork(false))))
    bench.tell(.begin(JobRequest(.restart, targets: [0], current: "wrong")))
    bench.watch(.seconds(5))
    #expect(bench.outcome(of: 0) == .noAnswer)
    #expect(bench.desk.recorder.triesLeft(of: .admin) == 5)
  }

  @Test("A desk that is written and read has the same network and the last results")
  func coding() throws {
    var bench = try LaptopBench.found(devices: 300)
    let targets = bench.obeying()
    try bench.run(
      JobRequest(.setPassword(.twice("Fresh-Pass1")), targets: targets, current: .noted))
    try bench.run(JobRequest(.upgrade(.newest), targets: targets, current: "Fresh-Pass1"))
    let read = try JSONDecoder().decode(Desk.self, from: JSONEncoder().encode(bench.desk))
    #expect(read.snapshot.surroundings.laptop.report == bench.report)
    #expect(read.snapshot.surroundings.laptop.devices.isEmpty)
    let again = try JSONDecoder().decode(Desk.self, from: JSONEncoder().encode(read))
    #expect(again == read)
    #expect(try JSONEncoder.sorted.encode(read) == JSONEncoder.sorted.encode(bench.desk))
  }

  @Test("A job that ran while the console ended is said to be cut off, and can be tried again")
  func cutOff() throws {
    var bench = try LaptopBench.found()
    bench.tell(
      .begin(
        JobRequest(
          .restart, targets: bench.numbers { _ in true }, current: .noted, parallelism: 1,
          stopsAtWarning: false)))
    bench.watch(.seconds(3))
    let read = try JSONDecoder().decode(Desk.self, from: JSONEncoder().encode(bench.desk))
    let report = try #require(read.snapshot.surroundings.laptop.report)
    #expect(report.state == .cutOff && report.left == 0)
    #expect(report.outcomes.contains(.notTried))
  }

  @Test("What is kept of ten thousand devices is small, before and after a job for all")
  func size() throws {
    var bench = try LaptopBench.found(devices: 10_000)
    let before = try JSONEncoder().encode(bench.desk).count
    let addresses = try #require(
      AddressPlan.addresses(
        from: IPAddress(192, 168, 150, 1), step: 1, count: 4_000, mask: IPAddress(255, 255, 0, 0))?
        .filter { $0.bits & 255 != 0 && $0.bits & 255 != 255 })
    let targets = Array(bench.numbers { $0.triesLeft == 5 }.prefix(addresses.count))
    let plan = AddressPlan(
      addresses: Array(addresses.prefix(targets.count)), mask: IPAddress(255, 255, 0, 0),
      gateway: try TestNetwork.profile.router)
    try bench.run(
      JobRequest(.changeAddress(plan), targets: targets, current: .noted, stopsAtWarning: false))
    #expect(bench.report?.done ?? 0 > 1_000)
    let after = try JSONEncoder().encode(bench.desk).count
    #expect(after - before < 200_000, "\(before) → \(after)")
  }

  @Test("No typed password is in an event, a snapshot or the kept desk")
  func secrets() throws {
    var bench = try LaptopBench.found()
    let targets = [0] + bench.obeying()
    let request = JobRequest(
      .setPassword(.twice("PLANTED-1new")), targets: targets, current: "PLANTED-1old",
      stopsAtWarning: false)
    bench.tell(.rehearse(request))
    bench.tell(.begin(request))
    let under = try JSONEncoder().encode(bench.desk)
    bench.watch(.minutes(5))
    let kept = try JSONEncoder().encode(bench.desk)
    var dumped = ""
    dump(bench.desk, to: &dumped)
    dump(request, to: &dumped)
    for text in [
      "\(bench.events)", "\(bench.known)", dumped, String(decoding: under, as: UTF8.self),
      String(decoding: kept, as: UTF8.self),
    ] { #expect(!text.contains("PLANTED")) }
  }
}
