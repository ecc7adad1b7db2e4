import XMLDocuments

/// Elements of SOAP 1.2.
enum SOAP: String, XMLElementName {
  static let namespace = XMLNamespace(
    "s", "http://www.w3.org/2003/05/soap-envelope")

  case envelope = "Envelope"
  case header = "Header"
  case body = "Body"
  case fault = "Fault"
  case code = "Code"
  case subcode = "Subcode"
  case value = "Value"
  case reason = "Reason"
  case text = "Text"
  case detail = "Detail"
}

/// Elements of WS-Addressing.
enum WSA: String, XMLElementName {
  static let namespace = XMLNamespace(
    "wsa", "http://www.w3.org/2005/08/addressing")

  case action = "Action"
  case to = "To"
  case messageID = "MessageID"
  case relatesTo = "RelatesTo"
  case replyTo = "ReplyTo"
  case address = "Address"
  case referenceParameters = "ReferenceParameters"
}

/// Elements of WS-Security.
enum WSSE: String, XMLElementName {
  static let namespace = XMLNamespace(
    "wsse", "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd")

  case security = "Security"
  case usernameToken = "UsernameToken"
  case username = "Username"
  case password = "Password"
  case nonce = "Nonce"
}

/// Elements of WS-Security's utilities.
enum WSU: String, XMLElementName {
  static let namespace = XMLNamespace(
    "wsu", "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd")

  case created = "Created"
}
