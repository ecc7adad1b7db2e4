import RecorderEngine

/// What a real recorder tells, as a practice recorder to rehearse on before anybody touches it.
///
/// No secret is copied, for none is told: all accounts have the same practice password.
public struct PracticeCopy: Equatable, Sendable {
  /// The password of all accounts of a copy: everybody may know it.
  public static let password = "Practice-1!"

  /// The situation to practise in.
  public let scenario: Scenario
  /// What the practice recorder cannot be like, each a sentence.
  public let leftOut: [String]

  /// Makes a copy in a file of that name, on the recorder among these that has as many channels or the
  /// next larger number; nil: there are none. `source` is where the real one was asked.
  public init?(
    of told: RecorderSnapshot, _ capabilities: Capabilities, from source: String,
    named name: String,
    on recorders: [RecorderProfile], at now: Timestamp
  ) {
    guard let base = PracticeCopy.base(for: told.profile.channels.count, among: recorders) else {
      return nil
    }
    var leftOut: [String] = []
    let channels = told.profile.channels
    if channels.count > base.channels.count {
      leftOut.append("It has \(channels.count) channels; the copy has \(base.channels.count).")
    }
    let accounts = PracticeCopy.accounts(of: told, capabilities, base, &leftOut)
    var settings = PracticeCopy.settings(of: told, base)
    for (place, channel) in channels.prefix(base.channels.count).enumerated() {
      let key = SettingKey.channelName(place + 1)
      settings[key] = base.setting(key)?.fitting(channel.name)
    }
    var situation = Situation(
      adminPassword: .known(PracticeCopy.password), accounts: accounts, settings: settings)
    situation.identity = PracticeCopy.identity(of: told, capabilities, base)
    situation.notes = PracticeCopy.notes(of: told, source, leftOut)
    let title = PracticeCopy.line("Copy of \(told.profile.title)", 60)
    scenario = Scenario(
      id: name, title: title,
      story: "A practice recorder after what \(source) told at \(CivilTime(now).text.prefix(16)). "
        + "Nothing that is done here reaches it. The notebook has the practice password.",
      recorder: base.id, start: now, situation: situation, steps: [], goals: [], remarks: [])
    self.leftOut = leftOut
  }

  private static func base(for channels: Int, among recorders: [RecorderProfile])
    -> RecorderProfile?
  {
    let bySize = recorders.sorted { ($0.channels.count, $0.id) < ($1.channels.count, $1.id) }
    return bySize.first { $0.channels.count >= channels } ?? bySize.last
  }

  private static func identity(
    of told: RecorderSnapshot, _ capabilities: Capabilities, _ base: RecorderProfile
  ) -> Identity {
    func known(_ part: Part, _ text: String) -> String? {
      capabilities.whyUnknown(part) == nil && !text.isEmpty ? text : nil
    }
    let (own, other) = (base.identity, told.profile.identity)
    let mac = known(.macAddress, other.macAddress).flatMap { MACAddress($0) }
    let hasModel = other.model.contains { $0.isLetter || $0.isNumber }
    return Identity(
      model: hasModel ? line(other.model, 24) : own.model,
      firmware: capabilities.whyUnknown(.firmware) == nil ? other.firmware : own.firmware,
      macAddress: mac?.description ?? own.macAddress,
      serialNumber: known(.serialNumber, other.serialNumber).map { line($0, 32) }
        ?? own.serialNumber)
  }

  private static func settings(
    of told: RecorderSnapshot, _ base: RecorderProfile
  ) -> [SettingKey: SettingValue] {
    var settings: [SettingKey: SettingValue] = [:]
    for definition in base.settings {
      guard let value = told.settings[definition.key], value != definition.initial.value else {
        continue
      }
      settings[definition.key] = definition.fitting(value)
    }
    return settings
  }

  private static func accounts(
    of told: RecorderSnapshot, _ capabilities: Capabilities, _ base: RecorderProfile,
    _ leftOut: inout [String]
  ) -> [Situation.Account] {
    guard capabilities.whyUnknown(.accounts) == nil else {
      leftOut.append("It does not tell its accounts.")
      return []
    }
    let groups = base.accounts.groups.value.map(\.name)
    let rules = base.accounts
    var accounts: [Situation.Account] = []
    for account in told.accounts where account.name != .admin {
      let name = account.name.text
      guard name.count <= rules.longestName.value, !name.isEmpty,
        name.allSatisfy(rules.nameLetters.value.holds), accounts.count < rules.most.value - 1
      else {
        leftOut.append("The account “\(name)” has no place in it.")
        continue
      }
      // The levels of ONVIF and the groups of a practice recorder both go from the most to the least.
      let level = told.profile.accounts.groups.value.firstIndex { $0.name == account.group }
      let group = groups[min(level ?? groups.count - 1, groups.count - 1)]
      accounts.append(
        Situation.Account(name: name, group: group, password: password, isEnabled: true))
    }
    return accounts
  }

  private static func notes(
    of told: RecorderSnapshot, _ source: String, _ leftOut: [String]
  ) -> String {
    let lines =
      [
        "Copy of \(line(told.profile.title, 80)), \(source)",
        "Password of all accounts: \(password)",
      ]
      + leftOut
    return String(lines.joined(separator: "\n").prefix(1_900))
  }

  /// Foreign text as one line of a file.
  private static func line(_ text: String, _ longest: Int) -> String {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var cut = words.prefix(longest)
    while cut.last == " " { cut.removeLast() }
    return cut.isEmpty ? "-" : String(cut)
  }
}

extension SettingDefinition {
  /// The value, where this recorder takes it; nil: it does not.
  fileprivate func fitting(_ value: SettingValue) -> SettingValue? {
    problem(with: value) == nil ? value : nil
  }
}
