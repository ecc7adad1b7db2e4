import RecorderEngine
import Training

extension Format<Condition> {
  /// Conditions within conditions, and no deeper.
  private static var deepest: Int { 8 }
  private static var standIn: Condition { .holds(.running) }

  /// A condition: the name of a happening, a standing, or a group with one leading key.
  static func condition(depth: Int = 1) -> Format {
    Format { item in
      guard let item else { return standIn }
      guard depth <= deepest else {
        item.refuse(expected: "conditions at most \(deepest) deep")
        return standIn
      }
      if let text = item.text { return word(text, item) }
      let what = "a condition such as signed-in or { locked: admin }"
      return Fields.read(item, what) { read($0, depth) }
    }
  }

  /// The conditions that are one word.
  private static func word(_ text: String, _ item: Item) -> Condition {
    if let standing = Standing.words[text] { return .holds(standing) }
    if let happening = Happening(rawValue: text) { return .happened(happening) }
    if let key = ConditionKey(rawValue: text)?.rawValue {
      item.refuse(expected: "“\(key)” with what belongs to it, as { \(key): … }")
    } else {
      let names = Happening.allCases.map(\.rawValue) + Standing.words.keys.sorted()
      item.refuse(expected: choice("a condition", of: names, instead: text))
    }
    return standIn
  }

  /// The conditions that are a group: the first key that is there says which.
  private static func read(_ fields: Fields, _ depth: Int) -> Condition {
    guard let key = ConditionKey.allCases.first(where: { fields.has($0.rawValue) }) else {
      fields.refuseKeys(ConditionKey.allCases.map(\.rawValue))
      return standIn
    }
    let parts = Format<[Condition]>.list(
      of: condition(depth: depth + 1), "a list of conditions", count: 1...20)
    switch key {
    case .all: return .all(fields.read("all", parts))
    case .any: return .any(fields.read("any", parts))
    case .not: return .not(fields.read("not", condition(depth: depth + 1)))
    case .happened:
      return .happened(
        fields.read("happened", .oneOf("a happening")),
        times: fields.optional("times", .number(1...1_000)) ?? 1)
    default: return .holds(standing(key, fields))
    }
  }

  private static func standing(_ key: ConditionKey, _ fields: Fields) -> Standing {
    func account() -> AccountName { AccountName(fields.read(key.rawValue, .line(64))) }
    switch key {
    case .signedInAs: return .signedIn(account())
    case .locked: return .locked(account())
    case .defaultPassword: return .defaultPassword(account())
    case .questionsSet: return .questionsSet(account())
    case .password:
      return .password(account(), atLeast: fields.read("at-least", .oneOf("a level")))
    case .footageKept:
      let length = fields.read(key.rawValue, .length(.days(1) ... .days(3_650)))
      return .footageKept(days: Int(length.milliseconds / 86_400_000))
    case .account: return ofAccount(account(), fields)
    case .setting:
      return .setting(
        SettingKey(fields.read(key.rawValue, .line(64))),
        fields.read("is", .line(128, mayBeEmpty: true)))
    case .recoveredBy: return .recovered(fields.read(key.rawValue, .oneOf("a method")))
    case .clockWithin:
      return .clockRight(within: fields.read(key.rawValue, .length(.seconds(1) ... .days(1))))
    case .all, .any, .not, .happened: return .running
    }
  }
}

extension Format<Condition> {
  /// An account that is there, with the group that it is in or a right that it has.
  private static func ofAccount(_ name: AccountName, _ fields: Fields) -> Standing {
    if let group = fields.optional("group", .line(24)) { return .member(name, group: group) }
    if let right = fields.optional("may", Format<Right>.oneOf("a right")) {
      return .may(name, right)
    }
    return .account(name)
  }
}

/// The keys that begin a condition.
private enum ConditionKey: String, CaseIterable {
  case all, any, not, happened, locked, password, account, setting
  case signedInAs = "signed-in-as"
  case defaultPassword = "default-password"
  case questionsSet = "questions-set"
  case footageKept = "footage-kept"
  case clockWithin = "clock-within"
  case recoveredBy = "recovered-by"
}
