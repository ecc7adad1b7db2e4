import ConsoleRuntime
import ONVIFMessages
import PracticeCodes
import PracticeDesk
import RecorderEngine
import ScreenKit
import Support
import Testing

@testable import DeviceService

/// The recorder on the desk and the one on the network are one.
@Suite(.besideDevices) struct PracticeServiceTests {
  @Test("What a client sets is what the console learns, and what opens at the monitor")
  func oneRecorder() async throws {
    let inbox = Inbox {}
    var plan = PracticePlan(recorder: "classic-dvr-2018", lesson: nil, seed: 1)
    plan.factorySettings = [.onvif: "on"]
    let clock = ManualClock(at: ServedRecorder.start)
    let session = PracticeSession(
      plan: plan, assets: RepositoryAssets(), clock: clock,
      cryptography: PracticeCryptography(readableKey: Array(0..<32)), keeper: MemoryKeeper(),
      stick: MemoryStick())
    let link = DeviceLink(session: session, inbox: inbox, textForm: { $0 })
    while await link.glance() == nil { await Task.yield() }
    let threads = ServiceThreads()
    let server = try DeviceServer.start(link, at: ListeningAddress(port: 0), on: threads)
    let device = ServedRecorder(server, on: link, clock: clock)
    let new = UserSetting(.admin, password: ServedRecorder.password, level: .administrator)
    _ = try await device.done(SetUser([new]), as: .admin, "12345")
    _ = try await device.done(
      CreateUsers([UserSetting("guard", password: "Guard-Pass1", level: .user)]))
    let told = inbox.drain().contains { post in
      guard case .message(.changed(let events, _)) = post else { return false }
      return events.contains {
        if case .recorder(.accounts(.added(let account))) = $0 {
          account.name == "guard"
        } else {
          false
        }
      }
    }
    #expect(told)
    link.send(.perform(.recorder(.session(.signIn(.admin, ServedRecorder.password)))))
    #expect(try await device.done(GetUsers()).map(\.name) == [.admin, "guard"])
    let snapshot = try await device.snapshot
    #expect(snapshot.session?.account == .admin)
    #expect(snapshot.remoteSessions.map(\.address) == ["127.0.0.1"])
    await server.stop()
    await threads.end()
    link.finish()
  }

  @Test("Whoever knows a password of a lesson's recorder knows it over the network as well")
  func lesson() throws {
    var random = SeededRandom(seed: 1)
    let profile = try RepositoryAssets().recorder("classic-dvr-2018").with(initial: [.onvif: "on"])
    let state = RecorderState(
      profile: profile, prepared: Preparation(adminPassword: .known(ServedRecorder.password)),
      now: ServedRecorder.start, with: PracticeCryptography(readableKey: Array(0..<32)),
      using: &random)
    #expect(state.knowsDigest(of: .admin))
  }
}
