import XMLDocuments

/// Elements of WS-Discovery, in the version that ONVIF asks for.
enum WSD: String, XMLElementName {
  static let namespace = XMLNamespace(
    "d", "http://schemas.xmlsoap.org/ws/2005/04/discovery")

  case hello = "Hello"
  case bye = "Bye"
  case probe = "Probe"
  case probeMatches = "ProbeMatches"
  case probeMatch = "ProbeMatch"
  case resolve = "Resolve"
  case resolveMatches = "ResolveMatches"
  case resolveMatch = "ResolveMatch"
  case types = "Types"
  case scopes = "Scopes"
  case xAddrs = "XAddrs"
  case metadataVersion = "MetadataVersion"
  case appSequence = "AppSequence"
}

/// Elements of WS-Addressing, in the version that WS-Discovery asks for.
enum WSA2004: String, XMLElementName {
  static let namespace = XMLNamespace(
    "a", "http://schemas.xmlsoap.org/ws/2004/08/addressing")

  case action = "Action"
  case to = "To"
  case messageID = "MessageID"
  case relatesTo = "RelatesTo"
  case endpointReference = "EndpointReference"
  case address = "Address"
}
