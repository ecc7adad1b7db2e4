import HTTPRequests
import ONVIFMessages
import RecorderEngine
import Support
import Testing

@testable import DeviceService
@testable import RealRecorder

/// The adapter of real recorders before the service of practised ones: what is told at both ends.
@Suite(.besideDevices) struct RealRecorderTests {
  private func adapter(_ device: ServedRecorder) throws -> RealRecorder {
    let url = "http://127.0.0.1:\(device.server.address.port)"
    return RealRecorder(
      try RealRecorder.Setup(
        patientlyAt: url, as: Credentials(.admin, ServedRecorder.password),
        systemClock: { ServedRecorder.start }, localClock: { device.clock.now }))
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

/// One recorder, two ways in: what ONVIF can tell agrees with what stands on the spot.
extension RealRecorderTests {
  private func expectAgreement(
    _ adapter: RealRecorder, _ device: ServedRecorder, _ when: Comment
  ) async throws {
    let told = try await adapter.connect()
    let real = try await device.snapshot
    let levels = told.accounts.map { "\($0.name.text): \($0.group)" }.sorted()
    let expected = real.accounts.compactMap { account in
      real.remoteLevel(of: account.name).map {
        "\(account.name.text): \(UserLevel($0).rawValue)"
      }
    }
    #expect(levels == expected.sorted(), when)
    for (key, value) in told.settings.values where real.settings[key] != nil {
      #expect(value == real.settings[key], "\(key.text), \(when)")
    }
    for key: SettingKey in [.deviceName, .networkAddress, .networkMask, .gateway, .httpPort] {
      #expect(told.settings[key] != nil, "\(key.text), \(when)")
    }
    let now = device.clock.now
    let difference = told.deviceTime(at: now) - real.deviceTime(at: now)
    #expect(difference < .seconds(2) && .zero - difference < .seconds(2), when)
    // The service tells of channels that have a camera, each as the larger of its two streams.
    let names = real.profile.channels.enumerated().filter { $0.element.scene != nil }
      .compactMap { real.settings[.channelName($0.offset + 1)] }
    #expect(told.profile.channels.map(\.name) == names.map { $0 + " main" }, when)
    #expect(told.profile.identity.model == real.profile.identity.model, when)
    #expect(told.profile.identity.serialNumber == real.profile.identity.serialNumber, when)
    #expect(told.profile.identity.macAddress == real.profile.identity.macAddress, when)
    #expect(told.firmware == real.firmware, when)
  }

  @Test("Over ONVIF and on the spot it is one recorder, whoever has changed it")
  func agreement() async throws {
    try await ServedRecorder.serve { device in
      let adapter = try adapter(device)
      _ = try await adapter.open()
      try await expectAgreement(adapter, device, "at first")
      for command: RecorderCommand in [
        .changeSettings([.deviceName: "back-room"]),
        .accounts(.add(AccountDetails(name: "guard", group: "User"), .twice("Guard-Pass1"))),
        .changeSettings([.gateway: "192.168.226.9"]),
        .setClock(device.clock.now + .hours(3)),
      ] {
        let events = try await adapter.perform(command)
        #expect(!events.contains { if case .refused = $0 { true } else { false } }, "\(events)")
        try await expectAgreement(adapter, device, "after \(command)")
      }
      await device.recorder.perform(.session(.signIn(.admin, ServedRecorder.password)))
      for command: RecorderCommand in [
        .changeSettings([.deviceName: "front-room", .channelName(2): "Yard"]),
        .accounts(.remove("guard")), .setClock(device.clock.now - .hours(1)),
      ] {
        await device.recorder.perform(command)
        try await expectAgreement(adapter, device, "on the spot, \(command)")
      }
      await adapter.disconnect()
    }
  }
}
