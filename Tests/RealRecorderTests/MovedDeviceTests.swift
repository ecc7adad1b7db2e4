import HTTPRequests
import ONVIFMessages
import RecorderEngine
import Support
import Testing

@testable import RealRecorder

/// A device that was given another address goes on being asked there, and nowhere else.
@Suite(.besideDevices) struct MovedDeviceTests {
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

  /// What becomes of a fetch that still waits where the device was.
  enum LastFetch: CaseIterable { case answered, cut, hungUp }

  @Test(
    "Events are fetched where it is now: nothing signed goes to whoever has its old address",
    arguments: LastFetch.allCases)
  func events(last: LastFetch) async throws {
    var habits = StandInHabits()
    habits.hasEvents = true
    let device = try StandInDevice(habits, isEverywhere: true)
    let recorder = try device.recorder(rest: { _ in await Task.yield() })
    _ = try await recorder.opened()
    func fetches() -> [String] {
      device.asked.filter { $0.operation == "PullMessages" }.map(\.host)
    }
    func happen() {
      device.change {
        $0.tell(EventMessage(.motion, isActive: true, source: "video_1", at: StandInState.now))
      }
    }
    await wait { !fetches().isEmpty }
    if last == .cut { device.change { $0.habits.cutsOnce = ["PullMessages"] } }
    // Over a kept line the second one would be asked again by itself.
    happen()
    await wait { fetches().count == 2 }
    #expect(try await recorder.perform(Self.move).refusals.isEmpty)
    if last == .hungUp { device.change { $0.habits.dropsFetchOnce = true } } else { happen() }
    await wait { fetches().count >= 3 }
    #expect(Set(fetches().prefix(2)) == ["127.0.0.1:\(device.port)"])
    #expect(Set(fetches().dropFirst(2)) == ["127.0.0.2:\(device.port)"])
    await recorder.disconnect()
  }
}
