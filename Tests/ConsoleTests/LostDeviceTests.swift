import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

@testable import Console

/// A real recorder that does not answer any more: it is said since when, and tried again.
@Suite struct LostDeviceTests {
  private let clock = ManualClock(at: Operator.evening)

  private func signedIn() async throws -> (Operator, PartialAdapter) {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    let desk = Desk(
      recorder: RecorderState(profile: profile, now: clock.now), seed: 7, now: clock.now)
    let adapter = PartialAdapter(desk, clock: clock, missing: [], unknown: [])
    let admin = try await Operator.sitsDown(before: adapter, clock: clock)
    await admin.signIn()
    await admin.press(.escape)
    try #require(admin.recorder?.session != nil, "\(admin.picture)")
    return (admin, adapter)
  }

  private func lose(_ admin: Operator, _ adapter: PartialAdapter, silences: Int) async {
    for _ in 0..<silences { await adapter.fallSilent(with: .tooSlow) }
    await adapter.fail(with: .unreachable("the line is dead"))
    await admin.ask(.readLog)
    await admin.press(.escape)
  }

  @Test("It is tried again after 5, 10, 20, 40 s and then each minute, without a key")
  func pauses() async throws {
    let (admin, adapter) = try await signedIn()
    let before = await adapter.connects
    await lose(admin, adapter, silences: 6)
    #expect(admin.titleRow.contains("NO ANSWER"), "\(admin.picture)")
    #expect(admin.coach.contains("has not answered since 23:04"), "\(admin.picture)")
    for (count, pause) in [Int64(5), 10, 20, 40, 60, 60].enumerated() {
      await admin.pass(Interval.seconds(pause) - .milliseconds(200))
      #expect(await adapter.connects == before + count, "before \(pause) s")
      await admin.pass(.milliseconds(200))
      #expect(await adapter.connects == before + count + 1, "after \(pause) s")
      #expect(admin.titleRow.contains("NO ANSWER"))
    }
    await admin.pass(.minutes(1))
    #expect(admin.titleRow.contains("LIVE DEVICE"), "\(admin.picture)")
    #expect(admin.coach.contains("answers again"), "\(admin.picture)")
    let last = await adapter.connects
    await admin.pass(.minutes(10))
    #expect(await adapter.connects == last)
  }

  @Test("What is typed meanwhile stays, and a command that is answered ends it")
  func typing() async throws {
    let (admin, adapter) = try await signedIn()
    await admin.open(.cameraNames)
    await admin.type("X")
    await adapter.fallSilent(with: .tooSlow)
    await admin.receive(.fault(.tooSlow))
    await admin.pass(.seconds(6))
    #expect(admin.screenContains("DrivewayX"), "\(admin.picture)")
    await admin.ask(.readLog)
    #expect(admin.titleRow.contains("LIVE DEVICE"), "\(admin.picture)")
    #expect(admin.screenContains("DrivewayX"), "\(admin.picture)")
  }

  @Test("What is answered without the recorder is no sign of it: it is tried, and stays lost")
  func answeredHere() async throws {
    let (admin, adapter) = try await signedIn()
    await lose(admin, adapter, silences: 10)
    let before = await adapter.connects
    await admin.ask(.acknowledgeAlarms)
    #expect(await adapter.connects == before + 1)
    #expect(admin.titleRow.contains("NO ANSWER"), "\(admin.picture)")
    #expect(admin.console.wait.lost?.since == Operator.evening)
  }

  @Test("A key is nothing to a real recorder, however long after the sign-in")
  func keys() async throws {
    let (admin, adapter) = try await signedIn()
    await admin.pass(.minutes(5))
    let asked = await adapter.asked.count
    await admin.press(.right, .left)
    #expect(await adapter.asked.count == asked)
    #expect(admin.recorder?.session != nil)
  }

  @Test("A recorder that holds back is there: it is not tried again")
  func heldBack() async throws {
    let (admin, adapter) = try await signedIn()
    await adapter.fallSilent(with: .heldBack)
    await adapter.fail(with: .tooSlow)
    await admin.ask(.readLog)
    let before = await adapter.connects
    await admin.pass(.minutes(30))
    #expect(await adapter.connects == before + 1)
  }
}
