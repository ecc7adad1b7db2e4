/// Writes a document: escaped, without a control character, and always the same bytes for the same
/// calls.
public struct XMLWriter {
  /// What is written so far.
  public private(set) var bytes: [UInt8] = []
  private var undeclared: [XMLNamespace]
  /// What an element without a prefix belongs to; empty: to nothing.
  private var defaultNamespace = ""

  /// Begins a document whose outermost element declares these namespaces.
  public init(declaring namespaces: [XMLNamespace]) {
    undeclared = namespaces
    bytes.reserveCapacity(2_048)
    put(#"<?xml version="1.0" encoding="UTF-8"?>"#)
  }

  /// Writes an element with its prefix.
  public mutating func element<Name: XMLElementName>(
    _ name: Name, _ attributes: XMLAttributes = XMLAttributes(),
    _ content: (inout XMLWriter) -> Void = { _ in }
  ) {
    begin(name.rawValue, in: Name.namespace, attributes)
    finish(content) { $0.putName(Name.namespace.prefix, name.rawValue) }
  }

  /// Writes an element whose name stands in a table; with an empty prefix: without one.
  package mutating func element(
    _ local: String, in namespace: XMLNamespace, _ attributes: XMLAttributes = XMLAttributes(),
    _ content: (inout XMLWriter) -> Void = { _ in }
  ) {
    guard !namespace.prefix.isEmpty else {
      return plain(local, in: namespace.uri, attributes, content)
    }
    begin(local, in: namespace, attributes)
    finish(content) { $0.putName(namespace.prefix, local) }
  }

  /// Writes an element without a prefix, and declares its namespace where that is another than around it.
  public mutating func plainElement<Name: XMLElementName>(
    _ name: Name, _ attributes: XMLAttributes = XMLAttributes(),
    _ content: (inout XMLWriter) -> Void = { _ in }
  ) {
    plain(name.rawValue, in: Name.namespace.uri, attributes, content)
  }

  /// Writes an element that holds nothing but a text.
  public mutating func element(
    _ name: some XMLElementName, _ attributes: XMLAttributes = XMLAttributes(), text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that was read, without prefixes.
  public mutating func copy(_ element: XMLElement) {
    // Only what was read leniently can have a second colon, which is no name.
    guard !element.name.local.contains(":") else { return }
    var attributes = XMLAttributes()
    for (index, attribute) in element.attributes.enumerated()
    where !attribute.name.local.contains(":") {
      attributes.add(copied: attribute, prefix: "a\(index)")
    }
    plain(element.name.local, in: element.name.namespace ?? "", attributes) { writer in
      writer.text(element.text)
      for child in element.children { writer.copy(child) }
    }
  }

  /// Writes a text.
  public mutating func text(_ text: String) {
    XMLEscapes.append(text, to: &bytes, inAttribute: false)
  }

  private mutating func begin(
    _ local: String, in namespace: XMLNamespace, _ attributes: XMLAttributes
  ) {
    put("<")
    putName(namespace.prefix, local)
    for namespace in undeclared { putAttribute("xmlns:" + namespace.prefix, namespace.uri) }
    undeclared = []
    bytes += attributes.bytes
  }

  private mutating func plain(
    _ local: String, in namespace: String, _ attributes: XMLAttributes,
    _ content: (inout XMLWriter) -> Void
  ) {
    put("<")
    put(local)
    let before = defaultNamespace
    if namespace != before {
      putAttribute("xmlns", namespace)
      defaultNamespace = namespace
    }
    bytes += attributes.bytes
    finish(content) { $0.put(local) }
    defaultNamespace = before
  }

  private mutating func finish(
    _ content: (inout XMLWriter) -> Void, _ name: (inout XMLWriter) -> Void
  ) {
    put(">")
    let start = bytes.count
    content(&self)
    if bytes.count == start {
      bytes.removeLast()
      put("/>")
    } else {
      put("</")
      name(&self)
      put(">")
    }
  }

  private mutating func putName(_ prefix: String, _ local: String) {
    put(prefix)
    put(":")
    put(local)
  }

  private mutating func putAttribute(_ name: String, _ value: String) {
    put(" ")
    put(name)
    put("=\"")
    XMLEscapes.append(value, to: &bytes, inAttribute: true)
    put("\"")
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }
}

/// The attributes of an element that is written, in their order.
public struct XMLAttributes {
  private(set) var bytes: [UInt8] = []

  /// None.
  public init() {}

  /// One attribute.
  public init(_ name: some XMLAttributeName, _ value: String) { add(name, value) }

  /// Adds an attribute; nil: adds nothing.
  public mutating func add<Name: XMLAttributeName>(_ name: Name, _ value: String?) {
    guard let value else { return }
    put(Name.namespace.map { $0.prefix + ":" + name.rawValue } ?? name.rawValue, value)
  }

  /// These attributes and one more; nil: these.
  public func with(_ name: some XMLAttributeName, _ value: String?) -> XMLAttributes {
    var more = self
    more.add(name, value)
    return more
  }

  fileprivate mutating func add(copied attribute: XMLAttribute, prefix: String) {
    guard let namespace = attribute.name.namespace else {
      return put(attribute.name.local, attribute.value)
    }
    put("xmlns:" + prefix, namespace)
    put(prefix + ":" + attribute.name.local, attribute.value)
  }

  private mutating func put(_ name: String, _ value: String) {
    bytes.append(0x20)
    bytes.append(contentsOf: name.utf8)
    bytes.append(contentsOf: "=\"".utf8)
    XMLEscapes.append(value, to: &bytes, inAttribute: true)
    bytes.append(0x22)
  }
}
