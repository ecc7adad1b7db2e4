/// A namespace, and the prefix that it is written with.
public struct XMLNamespace: Hashable, Sendable {
  /// What stands before the colon.
  public let prefix: String
  /// The name of the namespace.
  public let uri: String

  /// Makes a namespace.
  public init(_ prefix: String, _ uri: String) {
    self.prefix = prefix
    self.uri = uri
  }
}

/// The names of the elements of one namespace: an enumeration, so that a wrong name does not compile.
public protocol XMLElementName: RawRepresentable<String>, Sendable {
  /// Where the names belong.
  static var namespace: XMLNamespace { get }
}

/// The names of attributes: an enumeration as well.
public protocol XMLAttributeName: RawRepresentable<String>, Sendable {
  /// Where the names belong; nil, as for most: to their element.
  static var namespace: XMLNamespace? { get }
}

extension XMLAttributeName {
  /// To their element.
  public static var namespace: XMLNamespace? { nil }
}

extension XMLElement {
  /// Whether it is this element, in this namespace.
  public func `is`<Name: XMLElementName>(_ element: Name) -> Bool {
    name.local == element.rawValue && name.namespace == Name.namespace.uri
  }

  /// The first element in it of this local name, whatever its namespace: devices mix them up.
  public func child(_ name: some XMLElementName) -> XMLElement? { child(name.rawValue) }

  /// All elements in it of this local name.
  public func children(_ name: some XMLElementName) -> [XMLElement] {
    let local = name.rawValue
    return children.filter { $0.name.local == local }
  }

  /// What stands in the first element of this name, without the white space around it; nil where
  /// there is none, or nothing stands in it.
  public func text(_ name: some XMLElementName) -> String? {
    guard let text = child(name)?.trimmedText, !text.isEmpty else { return nil }
    return text
  }

  /// The value of an attribute; nil where it is missing or empty.
  public func attribute(_ name: some XMLAttributeName) -> String? {
    guard let value = attribute(name.rawValue), !value.isEmpty else { return nil }
    return value
  }
}
