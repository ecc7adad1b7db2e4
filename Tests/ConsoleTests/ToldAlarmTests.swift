import ConsoleRuntime
import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing
import TextUI

@testable import Console

/// Alarms of a real recorder: what it tells by itself, on the screens.
@Suite struct ToldAlarmTests {
  private let clock = ManualClock(at: Operator.evening)
  private let motion = Alarm(
    cause: .motion(2), began: Operator.evening, shownBegan: Operator.evening)

  private func signedIn() async throws -> (Operator, PartialAdapter) {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    let desk = Desk(
      recorder: RecorderState(profile: profile, now: clock.now), seed: 7, now: clock.now)
    let adapter = PartialAdapter(
      desk, clock: clock, missing: [], unknown: [.alarmLog, .alarmOutputs])
    let admin = try await Operator.sitsDown(before: adapter, clock: clock)
    await admin.signIn()
    await admin.press(.escape)
    return (admin, adapter)
  }

  @Test("A motion alarm stands at its picture for as long as it goes on")
  func tile() async throws {
    let (admin, _) = try await signedIn()
    #expect(!admin.screenContains("▲ motion"), "\(admin.picture)")
    await admin.receive(.happened(.alarms(.began(motion))))
    #expect(admin.screenContains("▲ motion"), "\(admin.picture)")
    await admin.receive(.happened(.alarms(.ended(.motion(2), at: clock.now))))
    #expect(!admin.screenContains("▲ motion"), "\(admin.picture)")
  }

  @Test("The page of alarms says since when it knows, and nothing of what is not told")
  func page() async throws {
    let (admin, _) = try await signedIn()
    await admin.receive(.happened(.alarms(.began(motion))))
    await admin.open(.alarmStatus)
    #expect(admin.screenContains("Only what the recorder has told since"), "\(admin.picture)")
    #expect(admin.screenContains("goes on"), "\(admin.picture)")
    #expect(!admin.screenContains("Buzzer:"), "\(admin.picture)")
  }

  @Test("A recorder that is read anew keeps the alarms that it told meanwhile")
  func readAnew() async throws {
    let (admin, adapter) = try await signedIn()
    await admin.receive(.happened(.alarms(.began(motion))))
    await admin.receive(.refreshed(try await adapter.connect()))
    #expect(admin.recorder?.isAlarmed(.motion(2)) == true)
  }

  @Test("What happens before the recorder is shown is told after that")
  func early() async throws {
    let inbox = Inbox {}
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    let adapter = EagerAdapter(
      RecorderState(profile: profile, now: clock.now).snapshot, .alarms(.began(motion)))
    let session = RecorderSession(
      adapter: adapter, assets: RepositoryAssets(), stick: MemoryStick())
    let link = DeviceLink(session: session, inbox: inbox, textForm: { $0 })
    var names: [String] = []
    while !names.contains("happened") {
      await Task.yield()
      names += inbox.drain().compactMap { post in
        switch post {
        case .message(.connected): "connected"
        case .message(.happened): "happened"
        default: nil
        }
      }
    }
    #expect(names == ["connected", "happened"])
    link.finish()
  }
}

/// A recorder that tells something while somebody connects to it.
private actor EagerAdapter: DeviceAdapter {
  nonisolated let capabilities = Capabilities(isPractice: false)
  private let snapshot: RecorderSnapshot
  private let event: RecorderEvent
  private let stream = AsyncStream<RecorderEvent>.makeStream()

  init(_ snapshot: RecorderSnapshot, _ event: RecorderEvent) {
    self.snapshot = snapshot
    self.event = event
  }

  func connect() async throws(DeviceFault) -> RecorderSnapshot {
    stream.continuation.yield(event)
    // Whoever listens has every opportunity to hear it first.
    for _ in 1...1_000 { await Task.yield() }
    return snapshot
  }

  func perform(_ command: RecorderCommand) async throws(DeviceFault) -> [RecorderEvent] { [] }
  nonisolated func events() -> AsyncStream<RecorderEvent> { stream.stream }
  func disconnect() async { stream.continuation.finish() }
}
