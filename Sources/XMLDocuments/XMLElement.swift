/// One element of a document that was read, with all that stands in it.
public struct XMLElement: Sendable {
  /// Its name.
  public let name: XMLName
  /// Its attributes in their order, without those that declare a namespace.
  public let attributes: [XMLAttribute]
  /// The text that stands in it, without that of its children and without control characters but
  /// tab and line feed.
  public let text: String
  /// The elements in it, in their order.
  public let children: [XMLElement]
  /// Where its tag begins.
  public let position: XMLPosition

  /// Makes an element.
  public init(
    _ name: XMLName, attributes: [XMLAttribute] = [], text: String = "",
    children: [XMLElement] = [], position: XMLPosition = XMLPosition(line: 1, column: 1)
  ) {
    self.name = name
    self.attributes = attributes
    self.text = text
    self.children = children
    self.position = position
  }

  /// The text without the white space around it.
  public var trimmedText: String { text.trimmed }

  /// The first element in it with this local name.
  public func child(_ local: String) -> XMLElement? {
    children.first { $0.name.local == local }
  }

  /// The value of an attribute by its local name.
  public func attribute(_ local: String) -> String? {
    attributes.first { $0.name.local == local }?.value
  }
}

extension XMLElement: Equatable {
  /// Whether both say the same, wherever they stand.
  public static func == (left: XMLElement, right: XMLElement) -> Bool {
    left.name == right.name && left.attributes == right.attributes && left.text == right.text
      && left.children == right.children
  }
}

/// The name of an element or an attribute.
public struct XMLName: Hashable, Sendable {
  /// What stands behind the colon.
  public let local: String
  /// What stands before the colon; nil: there is none.
  public let prefix: String?
  /// What the prefix stands for; nil: no namespace, or a prefix that was never bound.
  public let namespace: String?

  /// Makes a name.
  public init(_ local: String, prefix: String? = nil, namespace: String? = nil) {
    self.local = local
    self.prefix = prefix
    self.namespace = namespace
  }
}

/// An attribute of an element.
public struct XMLAttribute: Hashable, Sendable {
  /// Its name.
  public let name: XMLName
  /// Its value, without control characters.
  public let value: String

  /// Makes an attribute.
  public init(_ name: XMLName, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// A place in a document.
public struct XMLPosition: Hashable, Sendable {
  /// The line, from 1.
  public let line: Int
  /// The byte in its line, from 1.
  public let column: Int

  /// Makes a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}
