import PracticeDesk
import RecorderEngine
import Training

/// The keys that begin a condition on how the desk stands.
enum StandingKey: String, CaseIterable {
  case locked, password, account, setting, online, blocked, logged, devices, caller
  case signedInAs = "signed-in-as"
  case defaultPassword = "default-password"
  case questionsSet = "questions-set"
  case recoveryEmail = "recovery-email"
  case footageKept = "footage-kept"
  case clockWithin = "clock-within"
  case recoveredBy = "recovered-by"
  case firmwareAtLeast = "firmware-at-least"
}

extension Format<Standing> {
  /// What a group says whose leading key is this one.
  static func standing(_ key: StandingKey, _ fields: Fields, _ trial: Trial) -> Standing {
    func account() -> AccountName { AccountName(fields.read(key.rawValue, .line(64))) }
    switch key {
    case .signedInAs: return .signedIn(account())
    case .online:
      return .online(account(), from: fields.optional("from", .internetAddress)?.description)
    case .locked: return .locked(account())
    case .blocked: return .blocked(fields.read(key.rawValue, .internetAddress).description)
    case .defaultPassword: return .defaultPassword(account())
    case .questionsSet: return .questionsSet(account())
    case .recoveryEmail: return .recoveryEmail(account(), fields.optional("is", .email))
    case .password:
      return .password(account(), atLeast: fields.read("at-least", .oneOf("a level")))
    case .footageKept:
      let length = fields.read(key.rawValue, .length(.days(1) ... .days(3_650)))
      return .footageKept(days: Int(length.milliseconds / 86_400_000))
    case .account: return ofAccount(account(), fields)
    case .setting: return ofSetting(fields, trial)
    case .recoveredBy: return .recovered(fields.read(key.rawValue, .oneOf("a method")))
    case .firmwareAtLeast: return .firmware(atLeast: fields.read(key.rawValue, .firmware))
    case .logged:
      return .logged(
        fields.read(key.rawValue, .oneOf("a kind of log entry")),
        by: fields.optional("by", .line(64)).map { AccountName($0) })
    case .devices: return .devices(devices(fields))
    case .caller: return ofCaller(fields, trial)
    case .clockWithin:
      return .clockRight(within: fields.read(key.rawValue, .length(.seconds(1) ... .days(1))))
    }
  }

  /// An account that is there, with the group that it is in or a right that it has.
  private static func ofAccount(_ name: AccountName, _ fields: Fields) -> Standing {
    if let group = fields.optional("group", .line(24)) { return .member(name, group: group) }
    if let right = fields.optional("may", Format<Right>.oneOf("a right")) {
      return .may(name, right)
    }
    return .account(name)
  }

  /// Somebody who calls the support desk, and what must have come to pass in their call.
  private static func ofCaller(_ fields: Fields, _ trial: Trial) -> Standing {
    let name = fields.read("caller", .line(40))
    let mark = fields.read("was", Format<CallMark>.oneOf("what comes to pass in a call"))
    fields.check(
      "caller", isTrue: trial.callers.contains(name),
      expected: trial.callers.isEmpty
        ? "no caller: the situation has none"
        : choice("a caller", of: trial.callers, instead: name),
      came: quoted(name))
    return .caller(name, mark)
  }

  /// A setting of the scenario's recorder, and a value that it can have.
  private static func ofSetting(_ fields: Fields, _ trial: Trial) -> Standing {
    let key = SettingKey(fields.read("setting", .line(64)))
    let place = fields.everything.first { $0.key == "setting" }?.item.valuePlace
    let value = fields.read("is", .settingValue(of: key, place ?? .init(1, 1), trial))
    return .setting(key, value)
  }

  /// So many devices of the practice network: `at-least` one where nothing is said.
  private static func devices(_ fields: Fields) -> DeviceCount {
    let state = fields.read("devices", Format<DeviceCount.State>.oneOf("a state of devices"))
    let counts = Format<Int>.number(0...NetworkSize.possible.upperBound + 1)
    let most = fields.optional("at-most", counts)
    let least = fields.optional("at-least", counts) ?? (most == nil ? 1 : 0)
    fields.check(
      "at-most", isTrue: least <= most ?? .max, expected: "a number from \(least) on",
      came: "\(most ?? 0)")
    var count = DeviceCount(state, numbers: least...max(least, most ?? .max))
    if let first = fields.optional("from", .internetAddress) {
      let last = fields.read("to", .internetAddress)
      fields.check(
        "to", isTrue: first <= last, expected: "an address behind \(first)", came: "\(last)")
      count.addresses = first...max(first, last)
    }
    count.level = fields.optional("level", .oneOf("a level"))
    return count
  }
}
