import PracticeDesk
import RecorderEngine
import Support
import Testing

/// A desk with a network, a clock in hand, and what the laptop has learnt from events alone.
struct LaptopBench {
  private(set) var desk: Desk
  private(set) var now = TestRecorder.start
  private(set) var known: DeskSnapshot
  private(set) var events: [NetworkEvent] = []
  private let cryptography: any DeviceCryptography

  init(
    devices: Int = 40, seed: UInt64 = 5, recorder: RecorderState? = nil,
    cryptography: any DeviceCryptography = PlainCryptography()
  ) throws {
    self.cryptography = cryptography
    desk = Desk(
      recorder: recorder ?? TestRecorder.installed().state, seed: seed, now: now,
      devices: devices)
    known = desk.snapshot
    tell(.open(try TestNetwork.profile))
  }

  /// A bench around a desk that was kept.
  init(desk: Desk, now: Timestamp) throws {
    cryptography = PlainCryptography()
    self.desk = desk
    self.now = now
    known = desk.snapshot
    tell(.open(try TestNetwork.profile))
  }

  /// A bench whose laptop has found everybody.
  static func found(devices: Int = 40, seed: UInt64 = 5) throws -> LaptopBench {
    var bench = try LaptopBench(devices: devices, seed: seed)
    bench.tell(.discover)
    bench.pass(.minutes(1))
    return bench
  }

  var laptop: LaptopKnowledge { known.surroundings.laptop }
  var report: JobReport? { laptop.report }

  @discardableResult
  mutating func tell(_ command: NetworkCommand) -> [NetworkEvent] { apply(.network(command)) }

  /// Lets time go by at once, as F8 does.
  @discardableResult
  mutating func pass(_ time: Interval) -> [NetworkEvent] {
    now = now + time
    return apply(.recorder(.passTime))
  }

  /// Lets time go by from one thing that happens to the next, as the console does.
  mutating func watch(_ time: Interval, _ look: (LaptopBench) -> Void = { _ in }) {
    let end = now + time
    while let next = laptop.next, next <= end {
      now = max(now, next)
      apply(.recorder(.passTime))
      look(self)
    }
    now = end
    apply(.recorder(.passTime))
  }

  @discardableResult
  mutating func apply(_ command: DeskCommand) -> [NetworkEvent] {
    var heard: [NetworkEvent] = []
    for event in desk.apply(command, at: now, with: cryptography) {
      known.absorb(event)
      if case .network(let event) = event { heard.append(event) }
    }
    events += heard
    return heard
  }

  /// Has a job run to its end.
  @discardableResult
  mutating func run(_ request: JobRequest) throws -> JobReport {
    tell(.begin(request))
    watch(.hours(2))
    return try #require(report)
  }

  /// The numbers of devices of the network that are so.
  func numbers(_ isWanted: (KnownDevice) -> Bool) -> [Int] {
    laptop.devices.filter { !$0.isOwn && isWanted($0) }.map(\.number).sorted()
  }

  /// Devices that answer, have an address of their own and take the password on the note.
  func obeying() -> [Int] {
    var copy = self
    let candidates = numbers {
      $0.presence == .online && !$0.hasConflict && $0.access == .inUse && $0.triesLeft > 2
    }
    guard
      let report = try? copy.run(
        JobRequest(
          .setPassword(.twice("Probe-Pass1")), targets: candidates,
          current: .noted, stopsAtWarning: false))
    else { return [] }
    return zip(report.targets, report.outcomes).filter { $1 == .done }.map(\.0)
  }

  /// What came of a device in the last job.
  func outcome(of number: Int) -> JobOutcome? {
    guard let report, let place = report.targets.firstIndex(of: number) else { return nil }
    return report.outcomes[place]
  }
}

extension Secret {
  /// The installer's note.
  static let noted: Secret = "Site-2024"
}
