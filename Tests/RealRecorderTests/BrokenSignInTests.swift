import RecorderEngine
import Support
import Testing

@testable import RealRecorder

/// A sign-in that comes to nothing: nobody is signed in then, and whoever types is let in.
@Suite(.besideDevices) struct BrokenSignInTests {
  private let device: StandInDevice
  private let recorder: RealRecorder
  private let signIn = RecorderCommand.session(.signIn(.admin, Secret(StandInState.password)))

  init() async throws {
    device = try StandInDevice()
    recorder = try device.recorder()
    _ = try await recorder.opened()
    _ = try await recorder.perform(.session(.signOut))
  }

  @Test(
    "The line breaks once the password was good: who types again is let in",
    arguments: ["GetServices", "GetHostname"])
  func broken(operation: String) async throws {
    device.change { $0.habits.deliveries = [operation: .cut] }
    await #expect {
      try await recorder.perform(signIn)
    } throws: { error in
      if case DeviceFault.unreachable = error { true } else { false }
    }
    let asked = device.asked.count
    #expect(try await recorder.connect().session == nil)
    #expect(device.asked.count == asked)
    device.change { $0.habits.deliveries = [:] }
    let events = try await recorder.perform(signIn)
    #expect(events.contains { if case .session(.signedIn) = $0 { true } else { false } })
    #expect(device.refusals == 0)
  }

  @Test("No answer came to the proof: nobody is shown as signed in, and nothing more is signed")
  func unanswered() async throws {
    device.change { $0.habits.dropsProofsOf = ["GetDeviceInformation"] }
    let proofs = device.proofs
    await #expect(throws: DeviceFault.unsure) { try await recorder.perform(signIn) }
    #expect(try await recorder.connect().session == nil)
    #expect(await recorder.isHeldBack)
    #expect(device.proofs == proofs + 1)
  }

  @Test("Signed out, nobody is shown as signed in")
  func signedOut() async throws {
    #expect(try await recorder.connect().session == nil)
  }
}
