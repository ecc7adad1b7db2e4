import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Testing

/// One seed, one network: what is kept of a practice is its seed, so the devices that were written
/// down here, when they were still made of numbers in the program, have to come back for ever.
@Suite struct NetworkOfASeedTests {
  @Test("The devices of a seed are those that were written down")
  func devices() throws {
    let lines = try Self.lines(of: LaptopBench.found(devices: 12, seed: 7))
    #expect(lines == Self.written)
  }

  @Test(
    "Networks of every size are those that were summed up",
    arguments: [
      (5, 12, 10_269_355_651_211_763_174),
      (7, 12, 14_931_240_926_161_484_568),
      (5, 180, 4_123_176_394_798_050_306),
      (5, 181, 11_168_238_862_144_483_709),
      (11, 1_000, 8_922_967_482_657_028_663),
      (3, 1, 3_226_340_648_743_020_286),
      (3, 7, 11_856_769_521_379_615_619),
    ] as [(UInt64, Int, UInt64)])
  func sizes(seed: UInt64, devices: Int, sum: UInt64) throws {
    let lines = try Self.lines(of: LaptopBench.found(devices: devices, seed: seed))
    #expect(Self.sum(of: lines) == sum)
  }

  @Test("An old kept practice comes back as the very same network")
  func kept() throws {
    let desk = try Self.deskAroundKeptNetwork()
    var bench = try LaptopBench(desk: desk, now: Timestamp(milliseconds: 1_795_229_946_250))
    bench.tell(.discover)
    bench.pass(.minutes(1))
    #expect(Self.sum(of: try Self.lines(of: bench)) == 11_940_590_437_467_264_691)
    let opened = bench.numbers { $0.presence == .online && $0.triesLeft == 5 && !$0.hasConflict }
    let report = try bench.run(JobRequest(.restart, targets: opened, current: "Fresh-Pass1"))
    #expect(report.done == 7 && report.failed == 0)
  }

  /// A desk with the network as an older program has kept it: some of its devices were given a
  /// password and a firmware, and are restarting.
  private static func deskAroundKeptNetwork() throws -> Desk {
    let network = #"""
      {"changes":["","","","8=2;10=1;","0x2=4;3=4;5=4;8=4;10x2=4;","4=2;7=3;","4=1795217341000;",
      "","0x2=1;3=1;5=1;8=1;10x2=1;",
      "0x2=1795229966000;3=1795229966000;5=1795229966000;8=1795229966000;10x2=1795229966000;"],
      "deskAddress":3232235864,"seed":5,"since":1795215480250,"size":12,
      "vault":["4499108436606684305:14198790872393839630"]}
      """#
    let desk = Desk(recorder: TestRecorder.installed().state, seed: 1, now: TestRecorder.start)
    let written = try JSONSerialization.jsonObject(with: JSONEncoder().encode(desk))
    var tree = try #require(written as? [String: Any])
    tree["network"] = try JSONSerialization.jsonObject(with: Data(network.utf8))
    return try JSONDecoder().decode(Desk.self, from: JSONSerialization.data(withJSONObject: tree))
  }

  private static let written = """
    Roof 2 camera SC-8160-P12 C0218AE3C6EF9 192.168.226.11 255.255.255.0 192.168.226.1 5.1.0 notActivated online alone 5 notActivated
    Ramp 5 camera SC-8160-P12 C0218AE171564 192.168.226.14 255.255.255.0 192.168.226.1 5.1.0 notActivated online alone 5 notActivated
    Shop 6 camera SC-5120-T40 C0218AEB54CDD 192.168.226.15 255.255.255.0 192.168.226.1 5.0.1 inUse online alone 5 done
    Kiosk 7 recorder SN-0800A-8 N0218AE538456 192.168.226.21 255.255.255.0 192.168.226.1 1.4.1 factoryPassword online conflict 5 addressConflict
    Lobby 11 camera SC-2040-B28 C0218AECC623A 192.168.226.20 255.255.255.0 192.168.226.1 4.1.0 inUse online alone 1 done
    Gate 12 camera SC-4080-D28 C0218AE6A99B3 192.168.226.21 255.255.255.0 192.168.226.1 4.2.5 inUse online conflict 5 addressConflict
    Hall 1 camera SC-2040-B28 C0218AE9E3780 192.168.226.10 255.255.255.0 192.168.226.1 4.2.5 factoryPassword online alone 5 wrongPassword(left: 4)
    Yard 4 camera SC-8160-P12 C0218AE78DDEB 192.168.226.13 255.255.255.0 192.168.226.1 5.1.0 inUse online alone 5 done
    Fence 10 camera SC-8160-P12 C0218AE2E2AC1 192.168.226.19 255.255.255.0 192.168.226.1 5.0.1 inUse online alone 5 done
    Stairs 8 camera SC-8160-P12 C0218AEF1BBCF 192.168.226.17 255.255.255.0 192.168.226.1 5.1.0 inUse online alone 5 done
    Dock 9 camera SC-8160-P12 C0218AE8FF348 192.168.226.18 255.255.255.0 192.168.226.1 5.0.1 inUse online alone 5 done
    Lift 3 camera SC-5120-T40 C0218AEDAA672 192.168.226.12 255.255.255.0 192.168.226.1 5.0.2 inUse offline alone 5 noAnswer
    """.split(separator: "\n").map(String.init)

  /// What each device says of itself, in the order of the search, and what it makes of a restart
  /// with the password on the note.
  private static func lines(of bench: LaptopBench) throws -> [String] {
    var bench = bench
    let found = bench.laptop.devices.filter { !$0.isOwn }
    try bench.run(
      JobRequest(
        .restart, targets: found.map(\.number), current: .noted, stopsAtWarning: false))
    return try found.map { device in
      let details = try #require(device.details)
      let facts = [
        device.name, device.kind.rawValue, device.model, details.serialNumber,
        "\(device.address)", "\(device.mask)", "\(device.gateway)", "\(details.firmware)",
        "\(device.access)", "\(device.presence)", device.hasConflict ? "conflict" : "alone",
        "\(device.triesLeft)", bench.outcome(of: device.number).map { "\($0)" } ?? "nothing",
      ]
      return facts.joined(separator: " ")
    }
  }

  /// FNV-1a.
  private static func sum(of lines: [String]) -> UInt64 {
    lines.joined(separator: "\n").utf8.reduce(0xCBF2_9CE4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3
    }
  }
}
