import Foundation
import PracticeDesk
import RecorderEngine
import Support
import Testing

/// Faults that begin and end by themselves.
@Suite struct FaultPlanTests {
  private static let start = TestRecorder.start

  /// The power is away from minute 2 to minute 12.
  private func desk() -> Desk {
    var desk = Desk(recorder: TestRecorder.installed().state, seed: 1, now: Self.start)
    desk.plan(.powerCut, nil, at: Self.start + .minutes(12))
    desk.plan(.powerCut, .zero, at: Self.start + .minutes(2))
    return desk
  }

  private func pass(_ desk: inout Desk, until minutes: Int64) -> [DeskEvent] {
    desk.apply(
      .recorder(.passTime), at: Self.start + .minutes(minutes), with: PlainCryptography())
  }

  @Test("The power goes and comes back by itself, each at its own time")
  func cut() {
    var desk = desk()
    #expect(desk.snapshot.nextDeadline == Self.start + .minutes(2))
    _ = pass(&desk, until: 1)
    #expect(desk.recorder.snapshot.power == .running)
    _ = pass(&desk, until: 2)
    #expect(desk.recorder.snapshot.power == .off && desk.surroundings.faults.has(.powerCut))
    #expect(desk.snapshot.nextDeadline == Self.start + .minutes(12))
    let pressed = desk.apply(
      .recorder(.hands(.switchPower(on: true))), at: Self.start + .minutes(3),
      with: PlainCryptography())
    #expect(pressed == [.noMains])
    _ = pass(&desk, until: 12)
    #expect(!desk.surroundings.faults.has(.powerCut))
    _ = pass(&desk, until: 20)
    #expect(desk.recorder.snapshot.power == .running)
  }

  @Test("Slept through at once, it has happened all the same, and the log has the times")
  func atOnce() {
    var desk = desk()
    _ = pass(&desk, until: 60)
    #expect(desk.recorder.snapshot.power == .running)
    let entries = desk.recorder.snapshot.log.entries
    let lost = entries.last { $0.action == .powerLost }?.time
    let started = entries.last { $0.action == .started }?.time
    #expect(lost == (Self.start + .minutes(2)).wholeSecond)
    #expect(lost.flatMap { lost in started.map { $0 - lost >= .minutes(10) } } == true)
  }

  @Test("A desk that is written and read still has its plan")
  func kept() throws {
    let written = desk()
    var read = try JSONDecoder().decode(Desk.self, from: JSONEncoder().encode(written))
    _ = pass(&read, until: 5)
    #expect(read.recorder.snapshot.power == .off)
  }

  @Test("What the events tell leads to the same snapshot")
  func fold() {
    var desk = desk()
    var seen = desk.snapshot
    for minute in 1...20 as ClosedRange<Int64> {
      for event in pass(&desk, until: minute) { seen.absorb(event) }
      #expect(seen == desk.snapshot)
    }
  }
}
