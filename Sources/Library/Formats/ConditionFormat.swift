import RecorderEngine
import Training

extension Format<Condition> {
  /// Conditions within conditions, and no deeper.
  private static var deepest: Int { 8 }
  private static var standIn: Condition { .holds(.running) }

  /// A condition: the name of a happening, a standing, or a group with one leading key.
  static func condition(_ trial: Trial, depth: Int = 1) -> Format {
    Format { item in
      guard let item else { return standIn }
      guard depth <= deepest else {
        item.refuse(expected: "conditions at most \(deepest) deep")
        return standIn
      }
      if let text = item.text { return word(text, item) }
      let what = "a condition such as signed-in or { locked: admin }"
      return Fields.read(item, what) { read($0, trial, depth) }
    }
  }

  /// The conditions that are one word.
  private static func word(_ text: String, _ item: Item) -> Condition {
    if let standing = Standing.words[text] { return .holds(standing) }
    if let happening = Happening(rawValue: text) { return .happened(happening) }
    if let key = ConditionKey(rawValue: text)?.rawValue ?? StandingKey(rawValue: text)?.rawValue {
      item.refuse(expected: "“\(key)” with what belongs to it, as { \(key): … }")
    } else {
      let names = Happening.allCases.map(\.rawValue) + Standing.words.keys.sorted()
      item.refuse(expected: choice("a condition", of: names, instead: text))
    }
    return standIn
  }

  /// The conditions that are a group: the first key that is there says which.
  private static func read(_ fields: Fields, _ trial: Trial, _ depth: Int) -> Condition {
    let parts = Format<[Condition]>.list(
      of: condition(trial, depth: depth + 1), "a list of conditions", count: 1...20)
    switch ConditionKey.allCases.first(where: { fields.has($0.rawValue) }) {
    case .all: return .all(fields.read("all", parts))
    case .any: return .any(fields.read("any", parts))
    case .not: return .not(fields.read("not", condition(trial, depth: depth + 1)))
    case .happened:
      return .happened(
        fields.read("happened", .oneOf("a happening")),
        times: fields.optional("times", .number(1...1_000)) ?? 1)
    case nil: break
    }
    guard let key = StandingKey.allCases.first(where: { fields.has($0.rawValue) }) else {
      let names = ConditionKey.allCases.map(\.rawValue) + StandingKey.allCases.map(\.rawValue)
      fields.refuseKeys(names)
      return standIn
    }
    return .holds(Format<Standing>.standing(key, fields, trial))
  }
}

/// The keys that begin a condition made of others, or of what happened.
private enum ConditionKey: String, CaseIterable { case all, any, not, happened }
