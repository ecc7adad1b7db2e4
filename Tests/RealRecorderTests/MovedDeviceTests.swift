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

  @Test("Whoever is at its new address is asked without a proof first")
  func unsignedFirst() async throws {
    let device = try StandInDevice(isEverywhere: true)
    let recorder = try device.recorder()
    _ = try await recorder.opened()
    _ = try await recorder.perform(Self.move)
    let first = try #require(device.asked.first { $0.host.hasPrefix("127.0.0.2:") })
    #expect(first.operation == "GetSystemDateAndTime" && !first.isSigned)
  }

  @Test("Whoever does not answer as a device there is shown no proof", arguments: [404, 401, 403])
  func stranger(status: Int) async throws {
    let device = try StandInDevice(isEverywhere: true)
    let recorder = try device.recorder()
    _ = try await recorder.opened()
    device.change { $0.habits.statuses["GetSystemDateAndTime"] = status }
    await #expect(throws: DeviceFault.self) { try await recorder.perform(Self.move) }
    await #expect(throws: DeviceFault.self) { try await recorder.connect() }
    #expect(!device.asked.contains { $0.host.hasPrefix("127.0.0.2:") && $0.isSigned })
  }

  @Test("Where no answer came it is looked for at the new address alone")
  func unsure() async throws {
    var habits = StandInHabits()
    habits.deliveries = ["SetNetworkInterfaces": .cut]
    let device = try StandInDevice(habits, isEverywhere: true)
    let recorder = try device.recorder()
    _ = try await recorder.opened()
    await #expect(throws: DeviceFault.unsure) { try await recorder.perform(Self.move) }
    let asked = device.asked.count
    #expect(try await recorder.connect().settings[.networkAddress] == "127.0.0.2")
    #expect(device.asked.dropFirst(asked).allSatisfy { $0.host.hasPrefix("127.0.0.2:") })
  }

  @Test(
    "An answer that says nothing is none: it is looked for there as well", arguments: [200, 500])
  func emptyAnswer(status: Int) async throws {
    var habits = StandInHabits()
    habits.answersEmptily = ["SetNetworkInterfaces": status]
    let device = try StandInDevice(habits, isEverywhere: true)
    let recorder = try device.recorder()
    _ = try await recorder.opened()
    await #expect(throws: DeviceFault.unsure) { try await recorder.perform(Self.move) }
    let asked = device.asked.count
    #expect(try await recorder.connect().settings[.networkAddress] == "127.0.0.2")
    #expect(device.asked.dropFirst(asked).allSatisfy { $0.host.hasPrefix("127.0.0.2:") })
  }

  @Test("Of several network cards the one that is asked is given the address")
  func cards() async throws {
    let device = try StandInDevice(isEverywhere: true)
    device.change { $0.otherCards = [.other] }
    let recorder = try device.recorder()
    #expect(try await recorder.opened().settings[.networkAddress] == "127.0.0.1")
    #expect(try await recorder.perform(Self.move).refusals.isEmpty)
    #expect(device.change { $0.changedCards } == ["eth0"])
  }

  @Test(
    "Where nobody knows its new address nothing more is said to whoever has the old one",
    arguments: [("127.0.0.1", SettingKey.dhcp, "on"), ("localhost", .networkAddress, "127.0.0.2")])
  func unknown(host: String, key: SettingKey, value: String) async throws {
    let device = try StandInDevice(isEverywhere: true)
    let recorder = try device.recorder(host: host)
    _ = try await recorder.opened()
    let events = try await recorder.perform(.changeSettings([key: value]))
    #expect(events.isRefused(with: Sentences.elsewhere), "\(events)")
    #expect(events.contains(.session(.signedOut(.restarted))))
    #expect(device.operations().last == "SetNetworkInterfaces")
    let asked = device.asked.count
    await #expect(throws: DeviceFault.unreachable(Sentences.elsewhere)) {
      try await recorder.perform(.session(.signIn(.admin, Secret(StandInState.password))))
    }
    #expect(device.asked.count == asked)
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
