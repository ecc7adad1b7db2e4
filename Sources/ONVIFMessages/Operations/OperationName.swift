import XMLDocuments

/// The operations that are known here, over all services.
public enum OperationName: CaseIterable, Hashable, Sendable {
  case getServices, getServiceCapabilities, getCapabilities, getWsdlUrl
  case getDeviceInformation, getSystemDateAndTime, setSystemDateAndTime
  case getHostname, setHostname, getNetworkInterfaces, setNetworkInterfaces
  case getNetworkProtocols, setNetworkProtocols
  case getNetworkDefaultGateway, setNetworkDefaultGateway, getDNS, setDNS, getNTP, setNTP
  case getUsers, createUsers, setUser, deleteUsers
  case getSystemLog, systemReboot, setSystemFactoryDefault
  case getScopes, getDiscoveryMode, setDiscoveryMode
  case getMediaServiceCapabilities, getProfiles, getProfile, getVideoSources
  case getVideoEncoderConfigurations, getSnapshotUri, getStreamUri
  case getEventServiceCapabilities, getEventProperties, createPullPointSubscription
  case pullMessages, setSynchronizationPoint, renew, unsubscribe
  case getSearchServiceCapabilities, getRecordingSummary

  /// The element of its request.
  public var element: String { facts.element }
  /// The service that it belongs to.
  public var service: ONVIFService { facts.service }
  /// Who may do it.
  public var access: AccessClass { facts.access }
  /// The SOAP action of its request.
  public var action: String { facts.action ?? service.namespace.uri + "/" + element }
  /// The SOAP action of its answer.
  public var answerAction: String {
    let stem = action.hasSuffix("Request") ? action.dropLast("Request".count) : action[...]
    return stem + "Response"
  }

  /// The namespace that its elements are in.
  var namespace: XMLNamespace { facts.namespace ?? service.namespace }

  /// The operation of a request's element; nil: it is not known here.
  init?(element: XMLElement) {
    let found = OperationName.byElement[element.name.local]?.first {
      $0.namespace.uri == element.name.namespace
    }
    guard let found else { return nil }
    self = found
  }

  private static let byElement = Dictionary(grouping: allCases, by: \.element)
}

/// The services of ONVIF that are known here.
public enum ONVIFService: CaseIterable, Hashable, Sendable {
  case device, media, events, search

  /// Its namespace, by which it is told as well.
  public var namespace: XMLNamespace {
    switch self {
    case .device: TDS.namespace
    case .media: TRT.namespace
    case .events: TEV.namespace
    case .search: TSE.namespace
    }
  }

  /// What its messages are made of.
  var vocabulary: [XMLNamespace] {
    switch self {
    case .device, .media, .search: [namespace, TT.namespace]
    case .events:
      [
        namespace, TT.namespace, WSNT.namespace, WSA.namespace, WSTOP.namespace,
        ValueNamespaces.topics,
        ValueNamespaces.schema,
      ]
    }
  }
}

/// What somebody has to be allowed, by ONVIF Core.
public enum AccessClass: String, CaseIterable, Sendable {
  case preAuthentication = "PRE_AUTH"
  case readSystem = "READ_SYSTEM"
  case readSystemSensitive = "READ_SYSTEM_SENSITIVE"
  case readSystemSecret = "READ_SYSTEM_SECRET"
  case writeSystem = "WRITE_SYSTEM"
  case unrecoverable = "UNRECOVERABLE"
  case readMedia = "READ_MEDIA"
  case actuate = "ACTUATE"

  /// The least level that is allowed it by the default access policy; nil: nobody has to sign in.
  public var leastLevel: UserLevel? {
    switch self {
    case .preAuthentication: nil
    case .readSystem, .readMedia: .user
    case .readSystemSensitive, .actuate: .operator
    case .readSystemSecret, .writeSystem, .unrecoverable: .administrator
    }
  }

  /// Whether an account of this level is allowed it; nil: nobody has signed in.
  public func isOpen(to level: UserLevel?) -> Bool {
    guard let least = leastLevel else { return true }
    let ranks: [UserLevel] = [.user, .operator, .administrator]
    guard let level, let own = ranks.firstIndex(of: level) else { return false }
    return ranks[...own].contains(least)
  }
}
