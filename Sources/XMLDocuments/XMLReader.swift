import CExpat

/// Reads documents by expat into small trees, within bounds: whatever comes, it ends with a tree or
/// a fault in time and memory that go by the bounds.
public struct XMLReader: Sendable {
  /// What is forgiven.
  public enum Mode: Sendable {
    /// For what real devices send: prefixes need no declaration, control characters and what stands
    /// around the outermost element are left out.
    case lenient
    /// For what a service is sent: namespaces in XML have to be right.
    case strict
  }

  /// How much is read.
  public struct Bounds: Sendable {
    /// Of the whole document.
    public var bytes: Int
    /// Of elements within one another.
    public var levels: Int
    /// In the whole document.
    public var elements: Int
    /// In the whole document, declarations of namespaces included.
    public var attributes: Int
    /// Of a name, or of what a prefix stands for.
    public var bytesOfAName: Int

    /// Makes bounds.
    public init(
      bytes: Int = 2 << 20, levels: Int = 64, elements: Int = 20_000, attributes: Int = 20_000,
      bytesOfAName: Int = 1_024
    ) {
      self.bytes = bytes
      self.levels = levels
      self.elements = elements
      self.attributes = attributes
      self.bytesOfAName = bytesOfAName
    }
  }

  let mode: Mode
  let bounds: Bounds

  /// Makes a reader.
  public init(_ mode: Mode, bounds: Bounds = Bounds()) {
    self.mode = mode
    self.bounds = bounds
  }

  /// Reads a document. Bytes that are no UTF-8 become U+FFFD before.
  public func read(_ bytes: some Collection<UInt8>) throws(XMLFault) -> XMLElement {
    guard bytes.count <= bounds.bytes else {
      throw XMLFault(
        .tooMuch(.bytes, limit: bounds.bytes), at: XMLPosition(line: 1, column: 1))
    }
    // An array first: of any other collection each byte would cost a call.
    return try parse(RepairedBytes.repaired(Array(bytes), dropsControls: mode == .lenient))
  }

  private func parse(_ text: [UInt8]) throws(XMLFault) -> XMLElement {
    // Namespaces cannot hold a line feed: expat refuses one that does.
    let made = mode == .strict ? XML_ParserCreateNS("UTF-8", 0x0A) : XML_ParserCreate("UTF-8")
    guard let parser = made else {
      throw XMLFault(.noMemory, at: XMLPosition(line: 1, column: 1))
    }
    defer { XML_ParserFree(parser) }
    let builder = TreeBuilder(parser, mode: mode, bounds: bounds)
    builder.attach()
    let status = text.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        // Without bytes, expat wants no address either; it then says that there is no element.
        XML_Parse(parser, $0.baseAddress, Int32($0.count), 1)
      }
    }
    if let fault = builder.fault { throw fault }
    // Lenient: what comes behind the outermost element is not looked at.
    if let root = builder.root, status == XML_STATUS_OK || mode == .lenient { return root }
    throw fault(of: parser)
  }

  private func fault(of parser: XML_Parser) -> XMLFault {
    let code = XML_GetErrorCode(parser)
    let reason: XMLFault.Reason =
      switch code {
      case XML_ERROR_NO_ELEMENTS, XML_ERROR_UNCLOSED_TOKEN, XML_ERROR_PARTIAL_CHAR,
        XML_ERROR_UNCLOSED_CDATA_SECTION:
        .incomplete
      default: .malformed(XML_ErrorString(code).map { String(cString: $0) } ?? "an unknown error")
      }
    return XMLFault(reason, at: parser.position)
  }
}

extension XML_Parser {
  /// Where the parser stands.
  var position: XMLPosition {
    XMLPosition(
      line: Int(XML_GetCurrentLineNumber(self)), column: Int(XML_GetCurrentColumnNumber(self)) + 1)
  }
}
