import CExpat
import Glibc

/// Makes the tree of a document out of what expat calls back. It belongs to one parse.
final class TreeBuilder {
  /// An element whose end has not come.
  private struct OpenElement {
    let name: XMLName
    let attributes: [XMLAttribute]
    let position: XMLPosition
    var text: [UInt8] = []
    var children: [XMLElement] = []
    /// The prefixes that it binds.
    let bound: [String]
  }

  private let parser: XML_Parser
  private let mode: XMLReader.Mode
  private let bounds: XMLReader.Bounds
  private var open: [OpenElement] = []
  /// Lenient: what each prefix stands for, the innermost last.
  private var namespaces: [String: [String]] = [:]
  /// Strict: namespaces that have come.
  private var known: [(bytes: [UInt8], text: String)] = []
  private var elements = 0
  private var attributes = 0
  /// The outermost element, when its end has come.
  private(set) var root: XMLElement?
  /// What ended the parse before its time.
  private(set) var fault: XMLFault?

  init(_ parser: XML_Parser, mode: XMLReader.Mode, bounds: XMLReader.Bounds) {
    self.parser = parser
    self.mode = mode
    self.bounds = bounds
  }

  /// Has expat call this builder, which outlives the parse: whoever parses holds it.
  func attach() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetReturnNSTriplet(parser, 1)
    XML_SetXmlDeclHandler(parser) { context, _, encoding, _ in
      TreeBuilder.of(context)?.declare(encoding)
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
      TreeBuilder.of(context)?.stop(.documentType)
    }
    XML_SetElementHandler(
      parser,
      { context, name, attributes in TreeBuilder.of(context)?.begin(name, attributes) },
      { context, _ in TreeBuilder.of(context)?.end() })
    XML_SetCharacterDataHandler(parser) { context, bytes, count in
      TreeBuilder.of(context)?.add(bytes, count)
    }
    XML_SetStartNamespaceDeclHandler(parser) { context, prefix, namespace in
      TreeBuilder.of(context)?.bind(prefix, namespace)
    }
  }

  /// The builder that expat was told; it hands over nothing else.
  private static func of(_ context: UnsafeMutableRawPointer?) -> TreeBuilder? {
    context.map { Unmanaged<TreeBuilder>.fromOpaque($0).takeUnretainedValue() }
  }

  private func stop(_ reason: XMLFault.Reason) {
    guard fault == nil else { return }
    fault = XMLFault(reason, at: parser.position)
    XML_StopParser(parser, 0)
  }

  private func declare(_ encoding: UnsafePointer<CChar>?) {
    guard let encoding else { return }
    let name = String(cString: encoding)
    if !["utf-8", "utf8", "us-ascii"].contains(name.lowercased()) { stop(.encoding(name)) }
  }

  /// In strict mode: a declaration of a namespace, before the element that it stands in.
  private func bind(_ prefix: UnsafePointer<CChar>?, _ namespace: UnsafePointer<CChar>?) {
    count(prefix)
    count(namespace)
    countAttribute()
  }

  private func begin(
    _ name: UnsafePointer<CChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard fault == nil, root == nil, let name, let pairs else { return }
    elements += 1
    if elements > bounds.elements { return stop(.tooMuch(.elements, limit: bounds.elements)) }
    if open.count >= bounds.levels { return stop(.tooMuch(.levels, limit: bounds.levels)) }
    countLocal(name)
    var bound: [String] = []
    let read = attributes(of: pairs, binding: &bound)
    guard fault == nil else { return }
    open.append(
      OpenElement(
        name: self.name(name, isAttribute: false),
        attributes: read.map { XMLAttribute(self.name($0.name, isAttribute: true), $0.value) },
        position: parser.position, bound: bound))
  }

  private func attributes(
    of pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>, binding bound: inout [String]
  ) -> [(name: UnsafePointer<CChar>, value: String)] {
    var found: [(name: UnsafePointer<CChar>, value: String)] = []
    var place = 0
    while let name = pairs[place], let value = pairs[place + 1] {
      place += 2
      countAttribute()
      countLocal(name)
      guard fault == nil else { return [] }
      if mode == .lenient, let prefix = declaredPrefix(name) {
        count(value)
        bound.append(prefix)
        namespaces[prefix, default: []].append(String(cString: value))
      } else {
        found.append((name, String(cString: value).withoutControls(keepingLines: false)))
      }
    }
    return found
  }

  private func countAttribute() {
    attributes += 1
    if attributes > bounds.attributes { stop(.tooMuch(.attributes, limit: bounds.attributes)) }
  }

  /// A name without its namespace and prefix, which were counted where they were declared.
  private func countLocal(_ name: UnsafePointer<CChar>) {
    guard mode == .strict, let end = strchr(name, 0x0A) else { return count(name) }
    if strcspn(end + 1, "\n") > bounds.bytesOfAName {
      stop(.tooMuch(.bytesOfAName, limit: bounds.bytesOfAName))
    }
  }

  private func count(_ text: UnsafePointer<CChar>?) {
    guard let text, strnlen(text, bounds.bytesOfAName + 1) > bounds.bytesOfAName else { return }
    stop(.tooMuch(.bytesOfAName, limit: bounds.bytesOfAName))
  }

  private func end() {
    guard fault == nil, root == nil, let last = open.popLast() else { return }
    for prefix in last.bound { namespaces[prefix]?.removeLast() }
    let element = XMLElement(
      last.name, attributes: last.attributes,
      text: String(decoding: last.text, as: UTF8.self).withoutControls(keepingLines: true),
      children: last.children, position: last.position)
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }

  private func add(_ bytes: UnsafePointer<CChar>?, _ count: Int32) {
    guard fault == nil, root == nil, !open.isEmpty, let bytes else { return }
    let added = UnsafeRawBufferPointer(start: bytes, count: Int(count))
    open[open.count - 1].text.append(contentsOf: added)
  }

  // MARK: Names

  private func name(_ text: UnsafePointer<CChar>, isAttribute: Bool) -> XMLName {
    mode == .strict
      ? boundName(text) : lenientName(String(cString: text), isAttribute: isAttribute)
  }

  /// Strict: `namespace`, local name and prefix in lines of their own, as many as there are.
  private func boundName(_ text: UnsafePointer<CChar>) -> XMLName {
    guard let first = strchr(text, 0x0A) else { return XMLName(String(cString: text)) }
    let namespace = shared(
      UnsafeRawBufferPointer(start: text, count: first - UnsafeMutablePointer(mutating: text)))
    let local = first + 1
    guard let second = strchr(local, 0x0A) else {
      return XMLName(String(cString: local), namespace: namespace)
    }
    let bytes = UnsafeRawBufferPointer(start: local, count: second - local)
    return XMLName(
      String(decoding: bytes, as: UTF8.self), prefix: String(cString: second + 1),
      namespace: namespace)
  }

  /// The namespace as a text, which is made once: most elements have one of a few.
  private func shared(_ bytes: UnsafeRawBufferPointer) -> String {
    if let known = known.first(where: { $0.bytes.elementsEqual(bytes) }) { return known.text }
    let text = String(decoding: bytes, as: UTF8.self)
    if known.count < 8 { known.append((Array(bytes), text)) }
    return text
  }

  private func lenientName(_ text: String, isAttribute: Bool) -> XMLName {
    guard let colon = text.utf8.firstIndex(of: 0x3A) else {
      return XMLName(text, namespace: isAttribute ? nil : namespace(of: ""))
    }
    let prefix = String(text[..<colon])
    return XMLName(
      String(text[text.index(after: colon)...]), prefix: prefix, namespace: namespace(of: prefix))
  }

  private func namespace(of prefix: String) -> String? {
    guard let bound = namespaces[prefix]?.last, !bound.isEmpty else {
      return prefix == "xml" ? "http://www.w3.org/XML/1998/namespace" : nil
    }
    return bound
  }

  /// What an attribute binds: `xmlns` the empty prefix, `xmlns:a` the prefix a.
  private func declaredPrefix(_ name: UnsafePointer<CChar>) -> String? {
    guard strncmp(name, "xmlns", 5) == 0 else { return nil }
    if name[5] == 0 { return "" }
    return name[5] == 0x3A ? String(cString: name + 6) : nil
  }
}
