import ONVIFMessages
import RecorderEngine
import Support
import Testing

@testable import RealRecorder

/// What a device has not told, or the screens do not show, stays as it is there.
@Suite(.besideDevices) struct UntoldSettingsTests {
  private func opened(
    _ prepare: @Sendable (inout StandInState) -> Void
  ) async throws -> (StandInDevice, RealRecorder) {
    let device = try StandInDevice()
    device.change(prepare)
    let recorder = try device.recorder()
    _ = try await recorder.opened()
    return (device, recorder)
  }

  @Test("Another zone is not set where nobody knows who sets the clock")
  func clockSource() async throws {
    let (device, recorder) = try await opened { $0.habits.tellsClockSource = false }
    let events = try await recorder.perform(.changeSettings([.timeZone: "GMT+2"]))
    #expect(events.refusals == [.setting(.ntp, .unknown)])
    #expect(device.change { $0.done }.isEmpty)
  }

  @Test("Nor is a clock where nobody knows whether it knows summer time")
  func summerTime() async throws {
    let (device, recorder) = try await opened { $0.habits.tellsSummerTime = false }
    let commands: [RecorderCommand] = [
      .changeSettings([.timeZone: "GMT+2"]), .changeSettings([.ntp: "on"]),
      .setClock(StandInState.now),
    ]
    for command in commands {
      let events = try await recorder.perform(command)
      #expect(events.isRefused(with: Sentences.summerUntold), "\(events)")
    }
    #expect(device.change { $0.done }.isEmpty)
  }

  private static func address(_ last: UInt32) -> NetworkHost {
    .ipv4(IPAddress(bits: 0xC000_0200 + last))
  }

  private static let names: [NetworkHost] = [
    address(1), .ipv6("2001:db8::1"), address(2), address(3), .name("dns.example.org"),
  ]

  @Test("Name servers that no field shows stay, and where they are")
  func nameServers() async throws {
    let (device, recorder) = try await opened {
      $0.dns = ServerList(isFromDHCP: false, manual: UntoldSettingsTests.names)
    }
    var events = try await recorder.perform(.changeSettings([.dns1: "192.0.2.9"]))
    #expect(events.refusals.isEmpty)
    #expect(
      device.change { $0.dns.manual } == [Self.address(9)] + UntoldSettingsTests.names.dropFirst())
    // The third one moves up.
    events = try await recorder.perform(.changeSettings([.dns2: "0.0.0.0"]))
    #expect(events.refusals.isEmpty, "\(events)")
    #expect(
      device.change { $0.dns.manual }
        == [Self.address(9), .ipv6("2001:db8::1"), Self.address(3), .name("dns.example.org")])
  }

  @Test("Time servers behind the one that is shown stay")
  func timeServers() async throws {
    let others: [NetworkHost] = [.name("b.example.org"), Self.address(4)]
    let (device, recorder) = try await opened {
      $0.ntp = ServerList(isFromDHCP: false, manual: [.name("a.example.org")] + others)
    }
    let events = try await recorder.perform(.changeSettings([.ntpServer: "c.example.org"]))
    #expect(events.refusals.isEmpty)
    #expect(device.change { $0.ntp.manual } == [.name("c.example.org")] + others)
  }
}
