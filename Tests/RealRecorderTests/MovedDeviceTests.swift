import HTTPRequests
import ONVIFMessages
import RecorderEngine
import Support
import Testing

@testable import RealRecorder

/// A device that was given another address goes on being asked there, and nowhere else.
@Suite struct MovedDeviceTests {
  private static let move = RecorderCommand.changeSettings([.networkAddress: "127.0.0.2"])

  @Test("Where it is answered now is told, with the path that was typed")
  func address() async throws {
    let device = try StandInDevice(isEverywhere: true)
    let recorder = try device.recorder(path: "/onvif/device_service")
    _ = try await recorder.opened()
    #expect(await recorder.address.text == device.url + "/onvif/device_service")
    #expect(try await recorder.perform(Self.move).refusals.isEmpty)
    #expect(
      await recorder.address.text == "http://127.0.0.2:\(device.port)/onvif/device_service")
  }
}
