/// A piece of JSON whose form nobody has promised: what an older program wrote.
enum JSONTree: Equatable, Sendable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A whole number that is too large to be signed, such as a seed.
  case large(UInt64)
  case real(Double)
  case text(String)
  case list([JSONTree])
  case object([String: JSONTree])
}

extension JSONTree {
  /// The value of an object's key; setting nil takes the key out. Anything else has no keys.
  subscript(key: String) -> JSONTree? {
    get { if case .object(let members) = self { members[key] } else { nil } }
    set {
      guard case .object(var members) = self else { return }
      members[key] = newValue
      self = .object(members)
    }
  }

  /// Changes what lies at the end of a path of keys; false where the path leads nowhere.
  @discardableResult
  mutating func change(at path: String..., by body: (inout JSONTree) throws -> Void) rethrows
    -> Bool
  {
    try change(at: path[...], by: body)
  }

  private mutating func change(
    at path: ArraySlice<String>, by body: (inout JSONTree) throws -> Void
  ) rethrows -> Bool {
    guard let key = path.first else {
      try body(&self)
      return true
    }
    guard var member = self[key] else { return false }
    let isThere = try member.change(at: path.dropFirst(), by: body)
    self[key] = member
    return isThere
  }
}

extension JSONTree: Codable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: Key.self) {
      var members: [String: JSONTree] = [:]
      for key in container.allKeys {
        members[key.stringValue] = try container.decode(JSONTree.self, forKey: key)
      }
      self = .object(members)
    } else if var container = try? decoder.unkeyedContainer() {
      var list: [JSONTree] = []
      while !container.isAtEnd { list.append(try container.decode(JSONTree.self)) }
      self = .list(list)
    } else {
      self = try JSONTree(single: decoder.singleValueContainer())
    }
  }

  private init(single container: any SingleValueDecodingContainer) throws {
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(UInt64.self) {
      self = .large(value)
    } else {
      self = .real(try container.decode(Double.self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let members):
      var container = encoder.container(keyedBy: Key.self)
      for (key, value) in members { try container.encode(value, forKey: Key(stringValue: key)) }
    case .list(let list):
      var container = encoder.unkeyedContainer()
      for value in list { try container.encode(value) }
    default:
      var container = encoder.singleValueContainer()
      try encode(into: &container)
    }
  }

  private func encode(into container: inout any SingleValueEncodingContainer) throws {
    switch self {
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .large(let value): try container.encode(value)
    case .real(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .null, .list, .object: try container.encodeNil()
    }
  }
}
