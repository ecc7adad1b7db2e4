import XMLDocuments

/// Attributes that belong to their element.
enum Attribute: String, XMLAttributeName {
  case token
  case fixed
  case type = "Type"
  case encodingType = "EncodingType"
  case x
  case y
  case width
  case height
  case dialect = "Dialect"
  case utcTime = "UtcTime"
  case propertyOperation = "PropertyOperation"
  case name = "Name"
  case value = "Value"
  case isProperty = "IsProperty"
  case instanceID = "InstanceId"
  case messageNumber = "MessageNumber"
  case matchBy = "MatchBy"
}

/// Attributes of SOAP.
enum SOAPAttribute: String, XMLAttributeName {
  static let namespace: XMLNamespace? = SOAP.namespace

  case mustUnderstand
}

/// Attributes of WS-Topics.
enum TopicAttribute: String, XMLAttributeName {
  static let namespace: XMLNamespace? = WSTOP.namespace

  case topic
}

/// Attributes of XML itself.
enum LanguageAttribute: String, XMLAttributeName {
  static let namespace: XMLNamespace? = XMLNamespace(
    "xml", "http://www.w3.org/XML/1998/namespace")

  case lang
}

/// Namespaces of which no element is written, but values.
enum ValueNamespaces {
  /// ONVIF's own topics.
  static let topics = XMLNamespace("tns1", "http://www.onvif.org/ver10/topics")
  /// The codes of ONVIF's faults.
  static let errors = XMLNamespace("ter", "http://www.onvif.org/ver10/error")
  /// The faults of WS-Resource.
  static let resource = XMLNamespace("wsrf-rw", "http://docs.oasis-open.org/wsrf/rw-2")
  /// The types of devices in WS-Discovery.
  static let network = XMLNamespace("dn", "http://www.onvif.org/ver10/network/wsdl")
  /// The types that a device may have beside.
  static let device = XMLNamespace("tds", "http://www.onvif.org/ver10/device/wsdl")
  /// The types of values.
  static let schema = XMLNamespace("xs", "http://www.w3.org/2001/XMLSchema")
}
