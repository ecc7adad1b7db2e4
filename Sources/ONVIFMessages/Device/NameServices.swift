import XMLDocuments

/// The name of a device in its network.
public struct HostnameInformation: Equatable, Sendable {
  /// Whether a DHCP server gives it.
  public var isFromDHCP: Bool?
  /// The name.
  public var name: String?

  /// Makes a name.
  public init(isFromDHCP: Bool? = nil, name: String? = nil) {
    self.isFromDHCP = isFromDHCP
    self.name = name
  }
}

/// The device's name in its network.
public struct GetHostname: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getHostname
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(
    _ element: XMLElement
  ) throws(Misunderstanding) -> HostnameInformation {
    let found = try element.required(TDS.hostnameInformation)
    return HostnameInformation(isFromDHCP: found.flag(TT.fromDHCP), name: found.text(TT.name))
  }

  /// Writes what comes back.
  public static func write(_ answer: HostnameInformation, to writer: inout XMLWriter) {
    writer.element(TDS.hostnameInformation) {
      $0.flag(TT.fromDHCP, answer.isFromDHCP)
      $0.optional(TT.name, answer.name)
    }
  }
}

/// Gives the device a name.
public struct SetHostname: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.setHostname
  /// What comes back.
  public typealias Answer = Done

  /// The name.
  public let hostname: String

  /// Makes the operation.
  public init(_ hostname: String) { self.hostname = hostname }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    hostname = try request.requiredText(TDS.name)
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) { writer.element(TDS.name, text: hostname) }
}

/// Whom a device asks for addresses or for the time.
public struct ServerList: Equatable, Sendable {
  /// Whether a DHCP server names them.
  public var isFromDHCP: Bool?
  /// Where names without a dot are searched: for DNS only.
  public var searchDomains: [String]
  /// Those that the DHCP server has named.
  public var automatic: [NetworkHost]
  /// Those that a person has named.
  public var manual: [NetworkHost]

  /// Makes a list.
  public init(
    isFromDHCP: Bool? = nil, searchDomains: [String] = [], automatic: [NetworkHost] = [],
    manual: [NetworkHost] = []
  ) {
    self.isFromDHCP = isFromDHCP
    self.searchDomains = searchDomains
    self.automatic = automatic
    self.manual = manual
  }
}

/// Whom the device asks for addresses.
public struct GetDNS: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getDNS
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> ServerList {
    let found = try element.required(TDS.dnsInformation)
    return ServerList(
      isFromDHCP: found.flag(TT.fromDHCP), searchDomains: found.texts(TT.searchDomain),
      automatic: NetworkHost.all(TT.dnsFromDHCP, in: found),
      manual: NetworkHost.all(TT.dnsManual, in: found))
  }

  /// Writes what comes back.
  public static func write(_ answer: ServerList, to writer: inout XMLWriter) {
    writer.element(TDS.dnsInformation) {
      $0.flag(TT.fromDHCP, answer.isFromDHCP)
      for domain in answer.searchDomains { $0.element(TT.searchDomain, text: domain) }
      for host in answer.automatic { host.write(TT.dnsFromDHCP, to: &$0) }
      for host in answer.manual { host.write(TT.dnsManual, to: &$0) }
    }
  }
}

/// Tells the device whom to ask for addresses.
public struct SetDNS: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.setDNS
  /// What comes back.
  public typealias Answer = Done

  /// Whether a DHCP server names them.
  public let isFromDHCP: Bool
  /// Where names without a dot are searched.
  public let searchDomains: [String]
  /// Those that are named here.
  public let servers: [NetworkHost]

  /// Makes the operation.
  public init(isFromDHCP: Bool, searchDomains: [String] = [], servers: [NetworkHost] = []) {
    self.isFromDHCP = isFromDHCP
    self.searchDomains = searchDomains
    self.servers = servers
  }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    isFromDHCP = try request.requiredFlag(TDS.fromDHCP)
    searchDomains = request.texts(TDS.searchDomain)
    servers = try NetworkHost.valid(TDS.dnsManual, in: request)
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    writer.flag(TDS.fromDHCP, isFromDHCP)
    for domain in searchDomains { writer.element(TDS.searchDomain, text: domain) }
    for host in servers { host.write(TDS.dnsManual, to: &writer) }
  }
}

/// Whom the device asks for the time.
public struct GetNTP: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getNTP
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> ServerList {
    let found = try element.required(TDS.ntpInformation)
    return ServerList(
      isFromDHCP: found.flag(TT.fromDHCP), automatic: NetworkHost.all(TT.ntpFromDHCP, in: found),
      manual: NetworkHost.all(TT.ntpManual, in: found))
  }

  /// Writes what comes back.
  public static func write(_ answer: ServerList, to writer: inout XMLWriter) {
    writer.element(TDS.ntpInformation) {
      $0.flag(TT.fromDHCP, answer.isFromDHCP)
      for host in answer.automatic { host.write(TT.ntpFromDHCP, to: &$0) }
      for host in answer.manual { host.write(TT.ntpManual, to: &$0) }
    }
  }
}

/// Tells the device whom to ask for the time.
public struct SetNTP: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.setNTP
  /// What comes back.
  public typealias Answer = Done

  /// Whether a DHCP server names them.
  public let isFromDHCP: Bool
  /// Those that are named here.
  public let servers: [NetworkHost]

  /// Makes the operation.
  public init(isFromDHCP: Bool, servers: [NetworkHost] = []) {
    self.isFromDHCP = isFromDHCP
    self.servers = servers
  }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    isFromDHCP = try request.requiredFlag(TDS.fromDHCP)
    servers = try NetworkHost.valid(TDS.ntpManual, in: request)
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    writer.flag(TDS.fromDHCP, isFromDHCP)
    for host in servers { host.write(TDS.ntpManual, to: &writer) }
  }
}
