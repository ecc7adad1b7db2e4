import HTTPRequests
import ONVIFMessages
import RecorderEngine
import Support
import Testing

@testable import DeviceService
@testable import RealRecorder

/// The adapter of real recorders before the service of practised ones: what is told at both ends.
@Suite struct RealRecorderTests {
  private func adapter(_ device: ServedRecorder) throws -> RealRecorder {
    var setup = RealRecorder.Setup(
      address: try HTTPAddress("http://127.0.0.1:\(device.server.address.port)"),
      credentials: Credentials(.admin, ServedRecorder.password), mayChange: true,
      profile: try RepositoryAssets().recorder("onvif"),
      systemClock: { ServedRecorder.start }, localClock: { device.clock.now })
    // Both ends share this computer with all other tests.
    setup.limits.overall = .seconds(600)
    return RealRecorder(setup)
  }

  @Test("What happens in front of a camera is an alarm at the other end, until it is over")
  func events() async throws {
    try await ServedRecorder.serve { device in
      let adapter = try adapter(device)
      _ = try await adapter.open()
      _ = try await adapter.connect()
      var events = adapter.events().makeAsyncIterator()
      await device.recorder.perform(.hands(.coverCamera(channel: 2, true)))
      guard case .alarms(.began(let alarm)) = await events.next() else {
        Issue.record("no alarm")
        return
      }
      #expect(alarm.cause == .tampered(2))
      await device.recorder.perform(.hands(.coverCamera(channel: 2, false)))
      guard case .alarms(.ended(.tampered(2), _)) = await events.next() else {
        Issue.record("it does not end")
        return
      }
      await adapter.disconnect()
    }
  }
}
