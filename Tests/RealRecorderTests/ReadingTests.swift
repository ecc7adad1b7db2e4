import Foundation
import ONVIFMessages
import RecorderEngine
import Support
import Testing

@testable import RealRecorder

/// What is told becomes the screens' recorder; what is not told is unknown.
@Suite(.besideDevices) struct ReadingTests {
  @Test("Label, names, network, ports and accounts are those of the device")
  func everything() async throws {
    let device = try StandInDevice()
    let recorder = try device.recorder()
    let told = try await recorder.opened()
    #expect(told.profile.identity.model == "IPC-100")
    #expect(told.firmware == FirmwareVersion("5.4.5"))
    #expect(told.profile.title == "Example, IPC-100, V5.4.5 build 170124, 88")
    #expect(told.profile.identity.macAddress == "00:18:AE:00:00:01")
    #expect(told.settings[.deviceName] == "front-door")
    #expect(told.settings[.networkMask] == "255.255.255.0")
    #expect(told.settings[.gateway] == "192.168.1.1")
    #expect(told.settings[.ntpServer] == "pool.ntp.org")
    #expect(told.settings[.rtspPort] == "554")
    #expect(told.accounts.map(\.name.text) == ["admin", "look"])
    #expect(told.accounts.map(\.group) == ["Administrator", "User"])
    #expect(told.profile.channels.map(\.name) == ["Camera 1", "Camera 2"])
    #expect(told.session?.account == .admin)
    #expect(device.refusals == 0)
  }

  @Test("A setting that is not told is none on the screen, and no profile's value stands in for it")
  func untold() async throws {
    var habits = StandInHabits()
    habits.lacks = ["GetNTP", "GetNetworkProtocols", "GetDNS", "GetNetworkInterfaces"]
    let recorder = try StandInDevice(habits).recorder()
    let told = try await recorder.opened()
    for key in [SettingKey.ntpServer, .httpPort, .dns1, .networkAddress, .rtsp] {
      #expect(told.settings[key] == nil && told.profile.setting(key) == nil, "\(key.text)")
    }
    #expect(recorder.capabilities.whyUnknown(.macAddress) != nil)
    #expect(recorder.capabilities.whyUnknown(.firmware) == nil)
    #expect(recorder.capabilities.whyUnknown(.disk) != nil)
  }

  @Test("What is recorded is told by the device's clock, where it has that service")
  func recordings() async throws {
    let device = try StandInDevice()
    let recorder = try device.recorder()
    _ = try await recorder.opened()
    #expect(recorder.capabilities.whyUnknown(.recordingTimes) != nil)
    #expect(!device.asked.contains { $0.operation == "GetRecordingSummary" })
    let other = try StandInDevice()
    let from = CivilTime(year: 2026, month: 10, day: 1, hour: 22, minute: 30, second: 0)
    other.change {
      $0.recordings = RecordingSummary(
        from: from.timestamp, until: from.timestamp.map { $0 + .hours(49) }, count: 3)
    }
    let reader = try other.recorder()
    let told = try await reader.opened()
    #expect(reader.capabilities.whyUnknown(.recordingTimes) == nil)
    #expect(reader.capabilities.whyUnknown(.recordings) != nil, "Single ones are not told.")
    let footage = try #require(told.recordings.told)
    #expect(footage.oldest == from.timestamp && footage.count == 3 && footage.days == 3)
    #expect(!told.recordings.spans.contains { _ in true })
    other.change { $0.recordings = RecordingSummary(from: nil, until: nil, count: 0) }
    let empty = try await reader.connect()
    #expect(empty.recordings.told == ToldRecordings(oldest: nil, newest: nil, count: 0))
  }

  @Test("Empty elements, no accounts and levels that nobody knows")
  func emptiness() async throws {
    let device = try StandInDevice()
    device.change {
      $0.information = DeviceInformation(
        manufacturer: "", model: "", firmwareVersion: "", serialNumber: "")
      $0.hostname = nil
      $0.sources = []
    }
    let recorder = try device.recorder()
    let told = try await recorder.opened()
    for part in [Part.firmware, .serialNumber] {
      #expect(recorder.capabilities.whyUnknown(part) != nil, "\(part)")
    }
    #expect(told.settings[.deviceName] == nil)
    #expect(told.profile.channels.isEmpty)
    device.change { $0.users[1].level = .unknown("Guest") }
    let again = try await recorder.connect()
    #expect(again.account("look")?.group == "Not told")
  }

  @Test("Who may not read the accounts is signed in all the same")
  func accountsForbidden() async throws {
    let device = try StandInDevice()
    let recorder = try device.recorder(user: "look", password: "Look-Only-1")
    let told = try await recorder.opened()
    #expect(recorder.capabilities.whyUnknown(.accounts) != nil)
    #expect(told.session?.account.text == "look")
    #expect(told.account("look")?.group == "Not told")
    // A no after a proven sign-in holds for that operation: it is not asked again.
    let before = device.asked.count { $0.operation == "GetUsers" && $0.isSigned }
    _ = try await recorder.connect()
    #expect(device.asked.count { $0.operation == "GetUsers" && $0.isSigned } == before)
    #expect(before == 1)
  }

  @Test("Services at another host, port or scheme are asked where somebody typed")
  func foreignAddress() async throws {
    for host in ["http://10.1.2.3", "https://camera.example.org:8443", "http://[fe80::1]:99"] {
      var habits = StandInHabits()
      habits.toldHost = host
      let device = try StandInDevice(habits)
      let told = try await device.recorder().opened()
      #expect(told.profile.channels.count == 2, "\(host)")
      #expect(device.asked.contains { $0.target == "/onvif/media_service" })
    }
  }

  @Test("Prefixes that nobody bound")
  func wrongPrefixes() async throws {
    var habits = StandInHabits()
    habits.hasWrongPrefixes = true
    let told = try await StandInDevice(habits).recorder().opened()
    #expect(told.accounts.count == 2)
  }

  @Test(
    "GetServices missing, or GetCapabilities: either is enough",
    arguments: [
      "GetServices", "GetCapabilities",
    ])
  func oneOfTwo(lacking: String) async throws {
    var habits = StandInHabits()
    habits.lacks = [lacking]
    let told = try await StandInDevice(habits).recorder().opened()
    #expect(told.profile.channels.count == 2)
  }

  @Test("Names in UTF-8, with markup, and with what would do something to a terminal")
  func foreignWords() async throws {
    let device = try StandInDevice()
    device.change {
      $0.hostname = "Tür <b>&\u{202E}\u{7}"
      $0.information.model = "模型\u{9B}31m"
      $0.users.append(StandInState.User("Ünal <&>", "x", .known(.operator)))
    }
    let told = try await device.recorder().opened()
    #expect(told.settings[.deviceName] == "Tür <b>&")
    #expect(told.account("Ünal <&>")?.group == "Operator")
    let all = told.profile.title + told.profile.identity.model
    #expect(!all.unicodeScalars.contains { $0.properties.generalCategory == .control })
    #expect(told.profile.identity.model.hasPrefix("模型"))
  }

  @Test("The log in the device's own words; read again, only what is new")
  func log() async throws {
    let device = try StandInDevice()
    let recorder = try device.recorder()
    _ = try await recorder.opened()
    func read() async throws -> [String] {
      try await recorder.perform(.readLog).compactMap { event in
        guard case .logged(let entry) = event, case .told(let words) = entry.action else {
          return nil
        }
        return (entry.isTimed ? "at " : "") + words
      }
    }
    #expect(try await read() == ["at started", "something happened"])
    device.change { $0.log += "\nmore" }
    #expect(try await read() == ["more"])
  }

  @Test("The journal has what was asked and what came, and no secret")
  func journal() async throws {
    let home = try ConsoleHome()
    let device = try StandInDevice()
    let recorder = try device.recorder(journal: Journal(folder: home.url.path))
    _ = try await recorder.opened()
    let path = home.url.appendingPathComponent("journal.jsonl")
    let text = try String(contentsOf: path, encoding: .utf8)
    let lines = text.split(separator: "\n")
    // The maker's own API, which this device does not have, is asked for once.
    #expect(lines.count { $0.contains("POST /GetDeviceInfo (unsigned)") } == 1)
    #expect(lines.count == device.asked.count + 1)
    #expect(text.contains("\"operation\":\"GetUsers\",\"result\":\"answered\""))
    #expect(!text.contains(StandInState.password))
    let mode = try FileManager.default.attributesOfItem(atPath: path.path)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }
}
