import XMLDocuments

extension DiscoveryMessage {
  /// Reads a datagram, leniently: versions of WS-Discovery and of WS-Addressing differ in their
  /// namespaces only.
  public init(_ datagram: some Collection<UInt8>) throws(Misunderstanding) {
    let bounds = XMLReader.Bounds(
      bytes: DiscoveryMessage.largest, levels: 32, elements: 1_000, attributes: 1_000)
    let root: XMLElement
    do throws(XMLFault) { root = try XMLReader(.lenient, bounds: bounds).read(datagram) } catch {
      throw .document(error)
    }
    guard root.name.local == SOAP.envelope.rawValue else {
      throw root.unexpected("an envelope", found: root.name.local)
    }
    let header = root.child(SOAP.header)
    guard let body = try root.required(SOAP.body).children.first else {
      throw root.unexpected("something in the body", found: "nothing")
    }
    content = try DiscoveryMessage.content(of: body)
    messageID = header?.text(WSA2004.messageID) ?? ""
    relatesTo = header?.text(WSA2004.relatesTo)
  }

  private static func content(of body: XMLElement) throws(Misunderstanding) -> Content {
    switch WSD(rawValue: body.name.local) {
    case .hello: return .hello(try announcement(of: body))
    case .bye: return .bye(endpoint: try endpoint(of: body))
    case .probe:
      return .probe(
        types: types(of: body), scopes: scopes(of: body),
        rule: ScopeRule(uri: body.child(WSD.scopes)?.attribute(Attribute.matchBy)))
    case .probeMatches:
      // One that has no name is not answered to: the others are.
      return .probeMatches(body.children(WSD.probeMatch).compactMap { try? announcement(of: $0) })
    case .resolve: return .resolve(endpoint: try endpoint(of: body))
    case .resolveMatches:
      return .resolveMatches(body.child(WSD.resolveMatch).flatMap { try? announcement(of: $0) })
    default: throw body.unexpected("a message of WS-Discovery", found: body.name.local)
    }
  }

  private static func endpoint(of element: XMLElement) throws(Misunderstanding) -> String {
    try element.required(WSA2004.endpointReference).requiredText(WSA2004.address)
  }

  private static func announcement(
    of element: XMLElement
  ) throws(Misunderstanding) -> Announcement {
    Announcement(
      endpoint: try endpoint(of: element), types: types(of: element), scopes: scopes(of: element),
      addresses: words(element.text(WSD.xAddrs)),
      version: element.text(WSD.metadataVersion).flatMap { Int($0) })
  }

  private static func types(of element: XMLElement) -> [String] {
    words(element.text(WSD.types)).compactMap { $0.split(separator: ":").last.map(String.init) }
  }

  private static func scopes(of element: XMLElement) -> [DiscoveryScope] {
    words(element.text(WSD.scopes)).map { DiscoveryScope(uri: $0) }
  }

  private static func words(_ text: String?) -> [String] {
    text?.split(whereSeparator: \.isWhitespace).map(String.init) ?? []
  }
}
