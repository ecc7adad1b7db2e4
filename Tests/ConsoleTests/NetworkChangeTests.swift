import DeskScreens
import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

@testable import Console

/// What is asked before real devices are changed by the IP Manager.
@Suite struct NetworkChangeTests {
  private func laptop(_ count: Int) throws -> LaptopKnowledge {
    var desk = DeskSnapshot(
      recorder: RecorderState(
        profile: try RepositoryAssets().recorder("onvif"), now: Operator.evening
      ).snapshot, surroundings: Surroundings())
    let devices = (1...count).map { number in
      KnownDevice(
        found: number, name: "cam-\(number)", model: "IPC",
        address: IPAddress(bits: 0xC000_0200 + UInt32(number)))
    }
    desk.absorb(.network(.answered(devices)))
    return desk.surroundings.laptop
  }

  private func change(_ order: DeviceOrder, _ count: Int) throws -> NetworkChange {
    NetworkChange(
      JobRequest(order, targets: Array(1...count), current: ""), try laptop(count))
  }

  @Test("One device is named and its name is typed; of many the number is")
  func typed() throws {
    let one = try change(.restart, 1)
    #expect(one.title.spoken == "Restart of 1 device?")
    #expect(one.typed?.text == "cam-1")
    let many = try change(.factoryDefault(keepsNetwork: true), 12)
    #expect(many.typed?.text == "12")
    #expect(many.lines.map(\.spoken).contains("and 6 devices more"))
    #expect(many.lines.first?.spoken == "cam-1, 192.0.2.1")
  }

  @Test("What is typed is never nothing, nor more than the field takes")
  func names() {
    #expect(TypedAnswer.name("", "  ", "IPC-100") == "IPC-100")
    #expect(TypedAnswer.name("", "-", "…") == "recorder")
    #expect(TypedAnswer.name(" Door ") == "Door")
    let long = TypedAnswer.name(String(repeating: "ab ", count: 60))
    #expect(long.count <= TypedAnswer.longest && long.hasSuffix("a"))
  }

  @Test("Carried out before real devices, the dry run stays until the job has begun")
  func dryRun() async throws {
    let clock = ManualClock(at: Operator.evening)
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    let desk = Desk(
      recorder: RecorderState(profile: profile, now: clock.now), seed: 7, now: clock.now)
    let admin = try await Operator.sitsDown(
      before: PartialAdapter(desk, clock: clock, missing: [], unknown: []), clock: clock)
    let context = try #require(admin.console.context(at: clock.now))
    let request = JobRequest(.restart, targets: [1, 2], current: "")
    var screen = DryRunScreen(
      request,
      Rehearsal(
        act: .restart, targets: [1, 2], foresights: [.ready, .fails(.notNamed)], addresses: [],
        versions: []))
    guard case .perform(.network(.begin(let begun))) = screen.handle(.key(.enter), in: context)
    else {
      Issue.record("It asks twice, or nothing.")
      return
    }
    #expect(begun.targets == [1], "only where it will be accepted")
    let report = JobReport(request, parallelism: 4, after: nil, at: clock.now)
    guard case .all(let outcomes) = screen.notice(.network(.jobBegan(report)), in: context) else {
      Issue.record("It stays.")
      return
    }
    #expect(outcomes.count == 3)
  }

  @Test("A password is asked about without typing; addresses stand as they are and as they will be")
  func lines() throws {
    let password = try change(.setPassword(.twice("Fresh-Pass-22")), 2)
    #expect(password.typed == nil)
    #expect(!password.lines.contains { $0.spoken.contains("Fresh") })
    let plan = AddressPlan(
      addresses: [IPAddress(bits: 0xC000_0250)], mask: IPAddress(bits: 0xFFFF_FF00),
      gateway: IPAddress(bits: 0xC000_0201))
    let moved = try change(.changeAddress(plan), 1)
    #expect(moved.lines.first?.spoken == "cam-1: now 192.0.2.1, then 192.0.2.80")
    #expect(moved.typed?.text == "cam-1")
  }
}
