import XMLDocuments

extension DiscoveryMessage {
  private static let everybody = "urn:schemas-xmlsoap-org:ws:2005:04:discovery"

  /// The datagram, in the version of 2005. `sequence` is what a device counts its messages by: when
  /// it was started, in seconds, and how many it has sent since.
  public func datagram(sequence: (instance: Int, number: Int)? = nil) -> [UInt8] {
    let vocabulary = [
      SOAP.namespace, WSA2004.namespace, WSD.namespace, ValueNamespaces.network,
      ValueNamespaces.device,
    ]
    return MessageBody.envelope(
      vocabulary, header: { writeHeader(sequence, to: &$0) }, body: { writeContent(to: &$0) })
  }

  private func writeHeader(
    _ sequence: (instance: Int, number: Int)?, to writer: inout XMLWriter
  ) {
    let anonymous = WSA2004.namespace.uri + "/role/anonymous"
    writer.element(WSA2004.action, text: WSD.namespace.uri + "/" + name)
    writer.element(WSA2004.messageID, text: messageID)
    writer.optional(WSA2004.relatesTo, relatesTo)
    writer.element(WSA2004.to, text: isForAll ? DiscoveryMessage.everybody : anonymous)
    if let sequence {
      writer.element(
        WSD.appSequence,
        XMLAttributes(Attribute.instanceID, String(sequence.instance))
          .with(Attribute.messageNumber, String(sequence.number)))
    }
  }

  private func writeContent(to writer: inout XMLWriter) {
    switch content {
    case .hello(let announcement): announcement.write(WSD.hello, to: &writer)
    case .bye(let endpoint):
      writer.element(WSD.bye) { $0.endpoint(endpoint) }
    case .probe(let types, let scopes, let rule):
      writer.element(WSD.probe) {
        $0.types(types)
        $0.scopes(scopes, rule)
      }
    case .probeMatches(let all):
      writer.element(WSD.probeMatches) { writer in
        for announcement in all { announcement.write(WSD.probeMatch, to: &writer) }
      }
    case .resolve(let endpoint):
      writer.element(WSD.resolve) { $0.endpoint(endpoint) }
    case .resolveMatches(let announcement):
      writer.element(WSD.resolveMatches) { announcement?.write(WSD.resolveMatch, to: &$0) }
    }
  }
}

extension Announcement {
  fileprivate func write(_ name: WSD, to writer: inout XMLWriter) {
    writer.element(name) {
      $0.endpoint(endpoint)
      $0.types(types)
      $0.scopes(scopes)
      if !addresses.isEmpty {
        $0.element(WSD.xAddrs, text: addresses.joined(separator: " "))
      }
      $0.integer(WSD.metadataVersion, version ?? 1)
    }
  }
}

extension XMLWriter {
  fileprivate mutating func endpoint(_ endpoint: String) {
    element(WSA2004.endpointReference) { $0.element(WSA2004.address, text: endpoint) }
  }

  fileprivate mutating func types(_ types: [String]) {
    guard !types.isEmpty else { return }
    let names = types.map { type in
      let isDevice = type == "Device"
      let namespace = isDevice ? ValueNamespaces.device : ValueNamespaces.network
      return namespace.prefix + ":" + type
    }
    element(WSD.types, text: names.joined(separator: " "))
  }

  fileprivate mutating func scopes(_ scopes: [DiscoveryScope], _ rule: ScopeRule = .path) {
    guard !scopes.isEmpty else { return }
    let words = scopes.map(\.uri).joined(separator: " ")
    let attributes = XMLAttributes().with(Attribute.matchBy, rule.uri)
    element(WSD.scopes, attributes, text: words)
  }
}
