import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Testing

/// The network as the laptop finds it.
@Suite struct NetworkDiscoveryTests {
  @Test("Answers fill the list as time passes, and the silent ones come at the end")
  func fills() throws {
    var bench = try LaptopBench(devices: 200)
    bench.tell(.discover)
    #expect(bench.laptop.search != nil && bench.laptop.devices.isEmpty)
    var counts: [Int] = []
    bench.watch(.seconds(30)) { counts.append($0.laptop.devices.count) }
    #expect(counts.count > 3 && counts == counts.sorted(), "\(counts)")
    #expect(bench.laptop.devices.count == 201)
    #expect(bench.laptop.search == nil)
    #expect(bench.numbers { $0.presence == .offline }.count == 10)
  }

  @Test("Letting the time pass at once finds the same devices as waiting for them")
  func jumps() throws {
    var waited = try LaptopBench(devices: 60)
    waited.tell(.discover)
    waited.watch(.minutes(1))
    let jumped = try LaptopBench.found(devices: 60)
    let one = waited.laptop.devices.sorted { $0.number < $1.number }
    let two = jumped.laptop.devices.sorted { $0.number < $1.number }
    #expect(one == two)
  }

  @Test("The same seed makes the same network, another seed another one")
  func seeds() throws {
    let one = try LaptopBench.found(seed: 9)
    let two = try LaptopBench.found(seed: 9)
    #expect(one.events == two.events)
    #expect(try JSONEncoder.sorted.encode(one.desk) == JSONEncoder.sorted.encode(two.desk))
    #expect(try one.laptop.devices != LaptopBench.found(seed: 10).laptop.devices)
  }

  @Test("The recorder on the desk is one of them while its cable is in and it runs")
  func own() throws {
    var bench = try LaptopBench(devices: 3)
    bench.apply(.recorder(.hands(.plugNetwork(false))))
    bench.tell(.discover)
    bench.pass(.minutes(1))
    #expect(bench.laptop.device(KnownDevice.own) == nil)
    bench.apply(.recorder(.hands(.plugNetwork(true))))
    bench.tell(.discover)
    bench.pass(.minutes(1))
    let own = try #require(bench.laptop.device(KnownDevice.own))
    let identity = bench.known.recorder.profile.identity
    #expect(own.model == identity.model && own.details?.firmware == identity.firmware)
    #expect(own.details?.macAddress.description == identity.macAddress)
    bench.apply(.recorder(.hands(.switchPower(on: false))))
    bench.tell(.discover)
    bench.pass(.minutes(1))
    #expect(bench.laptop.device(KnownDevice.own)?.presence == .offline)
  }

  @Test(
    "A network has at least one and at most ten thousand devices",
    arguments: [
      (0, 1), (1, 1), (2, 2), (9_999, 9_999), (10_000, 10_000), (10_001, 10_000),
    ])
  func sizes(wanted: Int, made: Int) throws {
    let bench = try LaptopBench.found(devices: wanted)
    #expect(bench.laptop.devices.count == made + 1)
    #expect(Set(bench.laptop.devices.map(\.details?.macAddress)).count == made + 1)
  }

  @Test(
    "A network of any usual size has devices of every kind and in every trouble",
    arguments: [
      8, 12, 100, 1_000,
    ])
  func variety(devices: Int) throws {
    let bench = try LaptopBench.found(devices: devices)
    for kind in DeviceKind.allCases { #expect(!bench.numbers { $0.kind == kind }.isEmpty) }
    #expect(!bench.numbers { $0.presence == .offline }.isEmpty)
    #expect(bench.numbers { $0.hasConflict }.count >= 2)
    #expect(!bench.numbers { $0.isAtLastTry }.isEmpty)
  }

  @Test("Somebody who was unplugged is found once the cable is in again")
  func comesBack() throws {
    var bench = try LaptopBench.found(devices: 200)
    let before = bench.numbers { $0.presence == .offline }.count
    bench.pass(.minutes(20))
    bench.tell(.discover)
    bench.pass(.minutes(1))
    let after = bench.numbers { $0.presence == .offline }.count
    #expect(after < before && after > 0)
  }

  @Test("Folding the events over the first snapshot gives the desk's own", arguments: [1, 2, 3])
  func fold(seed: UInt64) throws {
    var bench = try LaptopBench(devices: 30, seed: seed)
    var random = SeededRandom(seed: seed)
    for count in 0..<60 {
      switch random.next() % 6 {
      case 0: bench.tell(.discover)
      case 1: bench.tell(.stop)
      case 2:
        bench.tell(
          .begin(
            JobRequest(
              random.next() % 2 == 0 ? .restart : .factoryDefault(keepsNetwork: false),
              targets: [0, 3, 4, 5], current: .noted, isRetry: random.next() % 2 == 0)))
      case 3: bench.tell(.forgetResults)
      default: bench.pass(.milliseconds(Int64(random.next() % 40_000)))
      }
      #expect(bench.known == bench.desk.snapshot, "command \(count)")
    }
  }
}

extension JSONEncoder {
  /// Keys in order, so that equal values are equal bytes.
  static var sorted: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }
}
