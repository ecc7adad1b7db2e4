import RecorderEngine
import Support
import Testing

/// The services of the network, tried with settings that are right, and with each one wrong.
@Suite struct ServiceTests {
  private static let right: [SettingKey: SettingValue] = [
    .mailServer: "smtp.example.com", .mailPort: "587", .mailEncryption: "STARTTLS",
    .mailSender: "dvr@example.com", .mailRecipient1: "owner@example.com",
    .ftp: "on", .ftpServer: "ftp.example.com", .ftpPort: "21", .ftpFolder: "cctv",
    .ddns: "on", .ddnsProvider: "www.no-ip.com", .ddnsHost: "corner-shop.no-ip.org",
    .ddnsUser: "corner-shop", .upnp: "on", .platform: "on", .platformServer: "203.0.113.10",
    .platformPort: "2009", .ntp: "on", .ntpServer: "pool.ntp.org",
  ]

  private func recorder(_ changes: [SettingKey: SettingValue] = [:]) throws -> TestRecorder {
    let profile = try RepositoryAssets().recorder("classic-dvr-2018")
    var recorder = TestRecorder(
      profile,
      Preparation(
        adminPassword: .known(TestRecorder.password),
        settings: Self.right.merging(changes) { $1 }))
    recorder.signIn()
    return recorder
  }

  @Test("With everything filled in rightly each service works", arguments: NetworkService.allCases)
  func works(service: NetworkService) throws {
    var recorder = try recorder()
    let events = recorder.tell(.testService(service))
    #expect(events.contains(.serviceTested(service)), "\(events)")
    #expect(events.logged == [.serviceTested(service, worked: true)])
  }

  private static let wrong: [(NetworkService, [SettingKey: SettingValue], ServiceProblem)] = [
    (.mail, [.mailServer: ""], .noServer), (.mail, [.mailServer: "mail.example.org"], .noAnswer),
    (.mail, [.mailPort: "26"], .wrongPort), (.mail, [.mailPort: "25"], .wrongEncryption),
    (.mail, [.mailSender: "dvr"], .noSender), (.mail, [.mailRecipient1: ""], .noRecipient),
    (.mail, [.dns1: "9.9.9.9", .dns2: "0.0.0.0"], .noDNS),
    (.mail, [.gateway: "0.0.0.0"], .noNetwork),
    (.ftp, [.ftpServer: ""], .noServer), (.ftp, [.ftpPort: "22"], .wrongPort),
    (.ftp, [.ftpFolder: "film"], .noFolder), (.ddns, [.ddnsHost: ""], .noName),
    (.ddns, [.ddnsUser: "somebody"], .nameRefused),
    (.ddns, [.ddnsProvider: "www.dyndns.com"], .nameRefused),
    (.platform, [.platformServer: "0.0.0.0"], .noServer),
    (.platform, [.platformPort: "2010"], .wrongPort),
    (.time, [.ntpServer: "time.example.org"], .noAnswer),
  ]

  @Test("What is wrong is told", arguments: 0..<17)
  func fails(number: Int) throws {
    #expect(Self.wrong.count == 17)
    let (service, changes, problem) = Self.wrong[number]
    var recorder = try recorder(changes)
    let events = recorder.tell(.testService(service))
    #expect(events.refusals == [.service(service, problem)])
    #expect(events.logged == [.serviceTested(service, worked: false)])
  }

  @Test("One DNS server that answers is enough, and an address needs none")
  func names() throws {
    #expect(
      try recorder([.dns1: "9.9.9.9"]).snapshot.standing(of: .mail) == .works)
    let settings: [SettingKey: SettingValue] = [.dns1: "9.9.9.9", .dns2: "9.9.9.9"]
    #expect(try recorder(settings).snapshot.standing(of: .platform) == .works)
  }

  @Test("What is switched off has nothing to test", arguments: [NetworkService.ftp, .ddns, .upnp])
  func off(service: NetworkService) throws {
    var recorder = try recorder([.ftp: "off", .ddns: "off", .upnp: "off"])
    #expect(recorder.tell(.testService(service)).refusals == [.service(service, nil)])
  }

  @Test("A clock whose time server is wrong is not set right")
  func clock() throws {
    var recorder = try recorder([
      .ntp: "off", .ntpServer: "time.example.org", .ntpInterval: "1",
    ])
    recorder.tell(.setClock(recorder.now + .minutes(7)))
    #expect(recorder.tell(.changeSettings([.ntp: "on"])).logged.contains(.timeServerSilent))
    #expect(recorder.snapshot.clock.offset == .minutes(7))
    recorder.signIn()
    recorder.tell(.changeSettings([.ntpServer: "pool.ntp.org"]))
    #expect(recorder.pass(.hours(2)).logged.contains(.clockSetByNetwork))
    #expect(recorder.snapshot.clock.offset == .zero)
  }

  @Test(
    "Compression, resolution and pictures a second decide how long the disk lasts",
    arguments: [
      (SettingKey.codec(1), "H.265", 600), (.resolution(1), "720p", 700), (.frameRate(1), "5", 200),
    ])
  func disk(key: SettingKey, value: SettingValue, weight: Int) throws {
    var recorder = try recorder()
    recorder.tell(.changeSettings([key: value]))
    let running = recorder.snapshot.recordings.spans.last { $0.channel == 1 && $0.end == nil }
    #expect(running?.weight == weight)
  }
}
