import Foundation
import Library
import RecorderEngine
import Support
import Testing
import Training

/// What a real recorder tells, as a practice recorder.
@Suite struct PracticeCopyTests {
  private let recorders: [RecorderProfile]
  private let library: Library

  init() throws {
    let assets = RepositoryAssets()
    recorders = try ["smart-nvr", "nvr-1-4-12", "classic-dvr-2018"].map { try assets.recorder($0) }
    library = Library(folder: try AssetFolder.find(explicit: nil))
  }

  private func told(
    channels: Int = 4, identity: Identity? = nil, settings: [SettingKey: SettingValue] = [:],
    accounts: [AccountSummary] = []
  ) throws -> RecorderSnapshot {
    let label =
      identity
      ?? Identity(
        model: "IPC-\u{1F4F7}100", firmware: FirmwareVersion(numbers: [5, 4, 5]),
        macAddress: "00:18:AE:00:00:01", serialNumber: "SN-0001")
    let profile = try RepositoryAssets().recorder("onvif").telling(
      "Example \"IPC\": #100", label,
      channels: (0..<channels).map { ChannelProfile(name: "Gate \($0 + 1)", scene: nil) },
      settings: { settings[$0] != nil })
    return RecorderSnapshot(
      told: profile, settings: settings, accounts: accounts, session: nil, clockOffset: .zero,
      cameras: Array(repeating: .live, count: channels))
  }

  private func copy(
    _ told: RecorderSnapshot, unknown: [Part] = []
  ) throws -> (PracticeCopy, read: Scenario) {
    let copy = try #require(
      PracticeCopy(
        of: told,
        Capabilities(isPractice: false, unknown: unknown.map { Lack($0, why: "not told") }),
        from: "http://192.0.2.10", named: "shop-copy", on: recorders, at: Operator.evening))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("copy-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("shop-copy.yaml")
    try copy.scenario.situationText.write(to: file, atomically: true, encoding: .utf8)
    return (copy, try library.scenario(file: file.path))
  }

  @Test("Model, firmware, label, network, names and users are the same in the file")
  func whole() throws {
    let users = [
      AccountSummary(name: .admin, group: "Administrator", password: .untold),
      AccountSummary(name: "look", group: "User", password: .untold),
      AccountSummary(name: "gate", group: "Operator", password: .untold),
    ]
    let settings: [SettingKey: SettingValue] = [
      .deviceName: "front \"door\"", .networkAddress: "192.168.1.77", .httpPort: "8080",
      .ntpServer: "pool.ntp.org",
    ]
    let (copy, read) = try copy(told(settings: settings, accounts: users))
    #expect(read.situation == copy.scenario.situation)
    #expect(copy.leftOut.isEmpty, "\(copy.leftOut)")
    let label = try #require(read.situation.identity)
    #expect(label.model == "IPC-\u{1F4F7}100" && label.serialNumber == "SN-0001")
    #expect(label.firmware == FirmwareVersion(numbers: [5, 4, 5]))
    #expect(label.macAddress == "00:18:AE:00:00:01")
    #expect(read.situation.settings[.networkAddress] == "192.168.1.77")
    #expect(read.situation.settings[.deviceName] == "front \"door\"")
    #expect(read.situation.settings[.channelName(2)] == "Gate 2")
    #expect(read.situation.accounts.map(\.name) == ["look", "gate"])
    #expect(read.situation.accounts.map(\.group) == ["Ordinary", "Advanced"])
    #expect(read.situation.adminPassword == .known(PracticeCopy.password))
    #expect(read.steps.isEmpty)
  }

  @Test(
    "It stands on the smallest recorder with room for its channels",
    arguments: [(1, "classic-dvr-2018"), (8, "classic-dvr-2018"), (9, "nvr-1-4-12")])
  func base(channels: Int, recorder: String) throws {
    let (copy, read) = try copy(told(channels: channels))
    let least = recorders.filter { $0.channels.count >= channels }.map(\.channels.count).min()
    let base = try #require(recorders.first { $0.id == read.recorder })
    #expect(base.channels.count == least, "\(recorder)")
    #expect(copy.leftOut.isEmpty)
  }

  @Test("What has no place in it is said, and left out")
  func leftOut() throws {
    let long = String(repeating: "x", count: 65)
    let users = [AccountSummary(name: AccountName(long), group: "User", password: .untold)]
    let settings: [SettingKey: SettingValue] = [.httpPort: "0", .networkAddress: "nowhere"]
    let (copy, read) = try copy(told(channels: 40, settings: settings, accounts: users))
    #expect(copy.leftOut.count == 2, "\(copy.leftOut)")
    #expect(read.situation.accounts.isEmpty)
    #expect(read.situation.settings[.httpPort] == nil)
    #expect(read.situation.settings[.networkAddress] == nil)
  }

  @Test("What is not told is as the practice recorder has it, and no mark of nonsense is copied")
  func untold() throws {
    let poison = Identity(
      model: "-", firmware: FirmwareVersion(numbers: []), macAddress: "POISON",
      serialNumber: "POISON")
    let users = [AccountSummary(name: "poison", group: "POISON", password: .untold)]
    let (copy, read) = try copy(
      told(identity: poison, accounts: users),
      unknown: [.firmware, .serialNumber, .macAddress, .accounts])
    let base = try #require(recorders.first { $0.id == read.recorder })
    #expect(read.situation.identity == base.identity)
    #expect(!copy.scenario.situationText.lowercased().contains("poison"))
    #expect(read.situation.accounts.isEmpty)
  }
}
