import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Training

/// A desk with forty devices around it, of which so many are what; all others take the noted password.
struct DeviceBench {
  private(set) var desk: Desk
  private var now = TestRecorder.start

  init(mix counts: [DeviceTrait: Int]) throws {
    var mix = DeviceMix(counts: [
      .recorders: 0, .notActivated: 0, .factoryPassword: 0, .lostPassword: 0, .nearLockOut: 0,
    ])
    mix.counts.merge(counts) { $1 }
    desk = Desk(
      recorder: TestRecorder.installed().state, seed: 5, now: now, devices: 40, mix: mix)
    tell(.open(try TestNetwork.profile))
  }

  mutating func tell(_ command: NetworkCommand) {
    _ = desk.apply(.network(command), at: now, with: PlainCryptography())
  }

  mutating func pass(_ time: Interval) {
    now = now + time
    _ = desk.apply(.recorder(.passTime), at: now, with: PlainCryptography())
  }

  /// Has a job run to its end.
  mutating func run(_ order: DeviceOrder, _ targets: [Int], with password: Secret = "Site-2024") {
    tell(.begin(JobRequest(order, targets: targets, current: password, stopsAtWarning: false)))
    pass(.hours(1))
  }

  func holds(_ count: DeviceCount) -> Bool {
    Standing.devices(count).holds(in: desk.snapshot, at: now)
  }

  /// The laptop's knowledge as another start of the program reads it.
  func kept() throws -> LaptopKnowledge {
    try JSONDecoder().decode(
      LaptopKnowledge.self, from: JSONEncoder().encode(desk.snapshot.surroundings.laptop))
  }
}
