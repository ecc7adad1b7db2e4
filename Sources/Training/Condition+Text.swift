import PracticeDesk
import RecorderEngine

extension Condition {
  /// The condition as a file has it.
  public var text: String {
    switch self {
    case .happened(let happening, 1): happening.rawValue
    case .happened(let happening, let times):
      "{ happened: \(happening.rawValue), times: \(times) }"
    case .holds(let standing): standing.text
    case .all(let parts): "{ all: [\(parts.map(\.text).joined(separator: ", "))] }"
    case .any(let parts): "{ any: [\(parts.map(\.text).joined(separator: ", "))] }"
    case .not(let part): "{ not: \(part.text) }"
    }
  }

  /// The parts that keep it from being met; none where it is met.
  public func lacking(
    counts: [String: Int], _ desk: DeskSnapshot, at now: Timestamp
  ) -> [Condition] {
    if case .all(let parts) = self {
      return parts.flatMap { $0.lacking(counts: counts, desk, at: now) }
    }
    return isMet(counts: counts, desk, at: now) ? [] : [self]
  }
}

extension Standing {
  /// The standing as a file has it.
  public var text: String {
    if let word = Standing.words.first(where: { $0.value == self })?.key { return word }
    return "{ " + pairs.map { "\($0): \($1)" }.joined(separator: ", ") + " }"
  }

  /// The leading key with its value, and what belongs to it.
  private var pairs: [(String, String)] {
    switch self {
    case .signedIn(let name): [("signed-in-as", name.text.inYAML)]
    case .online(let name, let address):
      [("online", name.text.inYAML)] + (address.map { [("from", $0)] } ?? [])
    case .locked(let name): [("locked", name.text.inYAML)]
    case .blocked(let address): [("blocked", address)]
    case .defaultPassword(let name): [("default-password", name.text.inYAML)]
    case .password(let name, let level):
      [("password", name.text.inYAML), ("at-least", level.rawValue)]
    case .questionsSet(let name): [("questions-set", name.text.inYAML)]
    case .recoveryEmail(let name, let email):
      [("recovery-email", name.text.inYAML)] + (email.map { [("is", $0.inYAML)] } ?? [])
    case .footageKept(let days): [("footage-kept", "\(days) days")]
    case .setting(let key, let value): [("setting", key.text), ("is", value.inYAML)]
    case .account(let name): [("account", name.text.inYAML)]
    case .member(let name, let group): [("account", name.text.inYAML), ("group", group.inYAML)]
    case .may(let name, let right): [("account", name.text.inYAML), ("may", right.rawValue)]
    case .clockRight(let most): [("clock-within", most.description)]
    case .recovered(let method): [("recovered-by", method.rawValue)]
    case .firmware(let version): [("firmware-at-least", version.description.quoted)]
    case .logged(let word, let name):
      [("logged", word.rawValue)] + (name.map { [("by", $0.text.inYAML)] } ?? [])
    case .devices(let count): count.pairs
    case .caller(let name, let mark): [("caller", name.inYAML), ("was", mark.rawValue)]
    case .running, .nobodySignedIn, .nobodyOnline, .camerasOpen, .cableIn: []
    }
  }
}

extension DeviceCount {
  fileprivate var pairs: [(String, String)] {
    var pairs = [("devices", state.rawValue)]
    if numbers.lowerBound != 1 || numbers.upperBound != .max {
      pairs.append(("at-least", "\(numbers.lowerBound)"))
    }
    if numbers.upperBound != .max { pairs.append(("at-most", "\(numbers.upperBound)")) }
    if let addresses {
      pairs += [("from", "\(addresses.lowerBound)"), ("to", "\(addresses.upperBound)")]
    }
    if let level { pairs.append(("level", level.rawValue)) }
    return pairs
  }
}
