import ONVIFMessages
import RecorderEngine
import Testing

@testable import DeviceService

/// What the service answers, as the project's own client reads it.
@Suite(.besideDevices) struct OperationTests {
  @Test("What stands on the label, and what the menu says of the network")
  func reads() async throws {
    try await ServedRecorder.serve { device in
      let label = try await device.snapshot.profile.identity
      let information = try await device.done(GetDeviceInformation())
      #expect(information.model == label.model)
      #expect(information.serialNumber == label.serialNumber)
      #expect(information.firmwareVersion == label.firmware.description)
      let card = try #require(try await device.done(GetNetworkInterfaces()).first)
      #expect(card.hardwareAddress == label.macAddress)
      #expect(
        card.ipv4?.current
          == PrefixedAddress(try #require(IPAddress("192.168.226.201")), prefix: 24))
      #expect(
        try await device.done(GetNetworkProtocols()).map(\.ports) == [[80], [443], [554]])
      #expect(
        try await device.done(GetNetworkDefaultGateway()).ipv4.map(\.description)
          == ["192.168.226.1"])
      #expect(try await device.done(GetDNS()).manual.count == 2)
      #expect(try await device.done(GetNTP()).manual == [.name("time.windows.com")])
      #expect(try await device.done(GetHostname()).name == "DVR")
      #expect(try await device.done(GetUsers()).map(\.name) == [.admin])
      #expect(try await device.done(GetSystemLog(.access)).text?.contains("[admin]") == true)
      let footage = try await device.snapshot.recordings.spans
      #expect(
        try await device.done(GetRecordingSummary()).count == Set(footage.map(\.channel)).count)
    }
  }

  @Test("What nobody has to prove anything for")
  func open() async throws {
    try await ServedRecorder.serve { device in
      guard
        case .answered(let services) = try await device.ask(
          GetServices(includesCapabilities: true)),
        case .answered(let list) = try await device.ask(GetCapabilities()),
        case .answered(let clock) = try await device.ask(GetSystemDateAndTime())
      else { return #expect(Bool(false), "an answer") }
      #expect(services.compactMap(\.service) == ONVIFService.allCases)
      #expect(services.allSatisfy { $0.capabilities != nil })
      #expect(list.address(of: .events) == services.first { $0.service == .events }?.address)
      #expect(clock.utc == CivilTime(try await device.utc))
      #expect(clock.local == CivilTime(ServedRecorder.start))
      #expect(clock.zone == "UTC-2")
      for service in ONVIFService.allCases where service != .device {
        #expect(OperationName.allCases.contains { $0.service == service })
      }
    }
  }

  @Test("Profiles, sources and the addresses of pictures")
  func media() async throws {
    try await ServedRecorder.serve { device in
      let profiles = try await device.done(GetProfiles())
      let sources = try await device.done(GetVideoSources())
      #expect(profiles.count == 2 * sources.count && !sources.isEmpty)
      let first = try #require(profiles.first)
      #expect(first.size == PictureSize(width: 1_920, height: 1_080))
      #expect(try await device.done(GetProfile(profile: first.token)) == first)
      let encoders = try await device.done(GetVideoEncoderConfigurations())
      #expect(encoders.count == profiles.count)
      #expect(encoders.first?.size == first.size && encoders.first?.encoding == first.encoding)
      let nobody = try await device.ask(GetProfile(profile: "main_99"), by: .token)
      #expect(nobody.fault?.subcodes.last == "NoProfile")
      let still = try await device.done(GetSnapshotUri(profile: first.token))
      #expect(still.uri == "http://127.0.0.1:\(device.server.address.port)/onvif/snapshot/1")
      let stream = try await device.done(GetStreamUri(profile: first.token, transport: .rtsp))
      #expect(stream.uri == "rtsp://127.0.0.1:554/main/1")
      let none = try await device.ask(GetSnapshotUri(profile: "main_99"), by: .token)
      #expect(none.fault?.subcodes.last == "NoProfile")
    }
  }

  @Test("What is changed is what the menu shows, and what is refused leaves all as it was")
  func changes() async throws {
    try await ServedRecorder.serve { device in
      _ = try await device.done(SetHostname("Front-Desk"))
      _ = try await device.done(
        SetNetworkInterfaces(
          token: "eth0",
          manual: [PrefixedAddress(try #require(IPAddress("10.1.2.3")), prefix: 20)],
          usesDHCP: false))
      _ = try await device.done(SetNTP(isFromDHCP: false, servers: [.name("pool.ntp.org")]))
      _ = try await device.done(
        SetNetworkProtocols([
          NetworkProtocol(.known(.https), isEnabled: true, ports: [8_443])
        ]))
      let settings = try await device.snapshot.settings
      #expect(settings[.deviceName] == "Front-Desk")
      #expect(settings[.networkAddress] == "10.1.2.3" && settings[.networkMask] == "255.255.240.0")
      #expect(settings[.ntpServer] == "pool.ntp.org")
      #expect(settings[.https] == "on" && settings[.httpsPort] == "8443")
      let wrong = try await device.ask(SetHostname("-no name-"), by: .token)
      #expect(wrong.fault?.subcodes.last == "InvalidHostname")
      let card = try await device.ask(
        SetNetworkInterfaces(token: "eth7", usesDHCP: true), by: .token)
      #expect(card.fault?.subcodes.last == "InvalidNetworkInterface")
    }
  }

  @Test("The clock is set in UTC, in its zone, and by the network")
  func clock() async throws {
    try await ServedRecorder.serve { device in
      let noon = CivilTime(year: 2026, month: 12, day: 1, hour: 12)
      _ = try await device.done(
        SetSystemDateAndTime(.manual, observesSummerTime: false, zone: "UTC-5:30", utc: noon))
      let reply = try #require(await device.recorder.glance())
      #expect(reply.snapshot.settings[.timeZone] == "GMT+5:30")
      #expect(CivilTime(reply.deviceTime).text == "2026-12-01 17:30:00")
      guard case .answered(let told) = try await device.ask(GetSystemDateAndTime()) else {
        return #expect(Bool(false), "an answer")
      }
      #expect(told.utc == noon && told.zone == "UTC-5:30")
    }
  }

  @Test("Times and zones that there are not")
  func wrongClock() async throws {
    try await ServedRecorder.serve { device async throws in
      let zone = SetSystemDateAndTime(
        .manual, observesSummerTime: false, zone: "UTC-1:17", utc: CivilTime(ServedRecorder.start))
      #expect(
        try await device.ask(zone, by: .token).fault?.subcodes.last == "InvalidTimeZone")
      let none = SetSystemDateAndTime(.manual, observesSummerTime: false)
      #expect(try await device.ask(none, by: .token).fault?.subcodes.last == "InvalidDateTime")
    }
  }

  @Test("After a restart it is silent until it is up again")
  func restart() async throws {
    try await ServedRecorder.serve { device in
      _ = try await device.done(SystemReboot())
      let silent = try await device.http.ask(
        ONVIFService.device.path, body: GetSystemDateAndTime().request())
      #expect(silent == nil)
      device.clock.pass(.minutes(5))
      guard case .answered = try await device.ask(GetSystemDateAndTime()) else {
        return #expect(Bool(false), "it is up again")
      }
    }
  }

  @Test("Made as from the factory it has the factory's password")
  func factory() async throws {
    try await ServedRecorder.serve { device in
      _ = try await device.done(SetSystemFactoryDefault(.hard))
      device.clock.pass(.minutes(5))
      #expect(try await device.done(GetUsers(), as: .admin, "12345").count == 1)
    }
  }
}
