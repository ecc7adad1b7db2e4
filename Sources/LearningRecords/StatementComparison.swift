import Foundation

/// Whether a server has the statement that it was sent, or another under the same id.
public enum StatementComparison {
  /// Compares by what a statement says: what a server adds of its own (when it stored it, by whose
  /// authority, in which version), the names for people of verbs and activities, defaults and the way to
  /// write a moment make no difference. nil: what came is no statement.
  public static func isSame(_ mine: String, _ theirs: Data) -> Bool? {
    let decoder = JSONDecoder()
    guard let theirs = try? decoder.decode(JSONValue.self, from: theirs),
      let mine = try? decoder.decode(JSONValue.self, from: Data(mine.utf8)),
      case .object(let parts) = theirs, parts["id"] != nil, parts["verb"] != nil
    else { return nil }
    return meaning(of: mine) == meaning(of: theirs)
  }

  private static func meaning(of statement: JSONValue) -> JSONValue {
    guard case .object(var parts) = statement else { return statement }
    for added in ["stored", "authority", "version", "attachments"] { parts[added] = nil }
    parts["id"] = parts["id"]?.lowercased
    parts["actor"] = parts["actor"]?.without("objectType", "Agent")
    parts["verb"] = parts["verb"]?.member("id")
    parts["object"] = parts["object"]?.without("objectType", "Activity").without("definition")
    if case .object(var context) = parts["context"] {
      context["registration"] = context["registration"]?.lowercased
      parts["context"] = .object(context)
    }
    if case .text(let text) = parts["timestamp"], let moment = milliseconds(of: text) {
      parts["timestamp"] = .number(Double(moment))
    }
    return .object(parts)
  }

  /// The milliseconds since 1970 of a moment such as `2026-11-20T23:06:51.25+01:00`.
  private static func milliseconds(of text: String) -> Int64? {
    let form = #/(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(?:Z|([+-])(\d\d):?(\d\d))/#
    guard let parts = text.wholeMatch(of: form)?.output,
      let second = try? Date(parts.1 + "Z", strategy: .iso8601)
    else { return nil }
    let fraction = ((parts.2 ?? "") + "000").prefix(3)
    let minutes = (Int64(parts.4 ?? "") ?? 0) * 60 + (Int64(parts.5 ?? "") ?? 0)
    let offset = minutes * (parts.3 == "-" ? -60_000 : 60_000)
    return Int64(second.timeIntervalSince1970) * 1_000 + (Int64(fraction) ?? 0) - offset
  }
}

/// Any JSON value.
private enum JSONValue: Equatable, Decodable {
  case none
  case truth(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() {
      self = .none
    } else if let truth = try? value.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let text = try? value.decode(String.self) {
      self = .text(text)
    } else if let list = try? value.decode([JSONValue].self) {
      self = .list(list)
    } else {
      self = .object(try value.decode([String: JSONValue].self))
    }
  }

  var lowercased: JSONValue {
    if case .text(let text) = self { .text(text.lowercased()) } else { self }
  }

  func member(_ name: String) -> JSONValue? {
    if case .object(let parts) = self { parts[name] } else { self }
  }

  /// Without a member, whatever it is or where it is what it would be anyway.
  func without(_ name: String, _ usual: String? = nil) -> JSONValue {
    guard case .object(var parts) = self else { return self }
    if usual.map({ parts[name] == .text($0) }) ?? true { parts[name] = nil }
    return .object(parts)
  }
}
