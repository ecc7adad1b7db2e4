import XMLDocuments

/// Elements of the device service.
enum TDS: String, XMLElementName {
  static let namespace = XMLNamespace(
    "tds", "http://www.onvif.org/ver10/device/wsdl")

  case includeCapability = "IncludeCapability"
  case service = "Service"
  case namespaceURI = "Namespace"
  case xAddr = "XAddr"
  case capabilities = "Capabilities"
  case version = "Version"
  case network = "Network"
  case security = "Security"
  case system = "System"
  case manufacturer = "Manufacturer"
  case model = "Model"
  case firmwareVersion = "FirmwareVersion"
  case serialNumber = "SerialNumber"
  case hardwareId = "HardwareId"
  case systemDateAndTime = "SystemDateAndTime"
  case dateTimeType = "DateTimeType"
  case daylightSavings = "DaylightSavings"
  case timeZone = "TimeZone"
  case utcDateTime = "UTCDateTime"
  case factoryDefault = "FactoryDefault"
  case message = "Message"
  case logType = "LogType"
  case systemLog = "SystemLog"
  case scopes = "Scopes"
  case discoveryMode = "DiscoveryMode"
  case user = "User"
  case username = "Username"
  case wsdlUrl = "WsdlUrl"
  case category = "Category"
  case hostnameInformation = "HostnameInformation"
  case name = "Name"
  case dnsInformation = "DNSInformation"
  case fromDHCP = "FromDHCP"
  case searchDomain = "SearchDomain"
  case dnsManual = "DNSManual"
  case ntpInformation = "NTPInformation"
  case ntpManual = "NTPManual"
  case networkInterfaces = "NetworkInterfaces"
  case interfaceToken = "InterfaceToken"
  case networkInterface = "NetworkInterface"
  case rebootNeeded = "RebootNeeded"
  case networkProtocols = "NetworkProtocols"
  case networkGateway = "NetworkGateway"
  case ipv4Address = "IPv4Address"
  case ipv6Address = "IPv6Address"
}

/// Elements of the media service.
enum TRT: String, XMLElementName {
  static let namespace = XMLNamespace(
    "trt", "http://www.onvif.org/ver10/media/wsdl")

  case profiles = "Profiles"
  case profile = "Profile"
  case configurations = "Configurations"
  case videoSources = "VideoSources"
  case profileToken = "ProfileToken"
  case mediaUri = "MediaUri"
  case streamSetup = "StreamSetup"
  case capabilities = "Capabilities"
  case profileCapabilities = "ProfileCapabilities"
  case streamingCapabilities = "StreamingCapabilities"
}

/// Elements of the search service.
enum TSE: String, XMLElementName {
  static let namespace = XMLNamespace(
    "tse", "http://www.onvif.org/ver10/search/wsdl")

  case summary = "Summary"
  case capabilities = "Capabilities"
}

/// Elements of the event service.
enum TEV: String, XMLElementName {
  static let namespace = XMLNamespace(
    "tev", "http://www.onvif.org/ver10/events/wsdl")

  case filter = "Filter"
  case initialTerminationTime = "InitialTerminationTime"
  case subscriptionReference = "SubscriptionReference"
  case timeout = "Timeout"
  case messageLimit = "MessageLimit"
  case currentTime = "CurrentTime"
  case terminationTime = "TerminationTime"
  case topicNamespaceLocation = "TopicNamespaceLocation"
  case messageContentFilterDialect = "MessageContentFilterDialect"
  case messageContentSchemaLocation = "MessageContentSchemaLocation"
  case capabilities = "Capabilities"
}
