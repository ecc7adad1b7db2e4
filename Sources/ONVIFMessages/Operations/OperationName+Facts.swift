import XMLDocuments

extension OperationName {
  /// What is known of an operation: its service, its element, who may do it, and its SOAP action and
  /// namespace where they are not made of the service's.
  struct Facts {
    let service: ONVIFService
    let element: String
    let access: AccessClass
    var action: String?
    var namespace: XMLNamespace?

    init(
      _ service: ONVIFService, _ element: String, _ access: AccessClass, action: String? = nil,
      namespace: XMLNamespace? = nil
    ) {
      self.service = service
      self.element = element
      self.access = access
      self.action = action
      self.namespace = namespace
    }
  }

  /// The table of operations, by ONVIF's Core, Media and Recording Search specifications.
  var facts: Facts {
    switch self {
    case .getServices: Facts(.device, "GetServices", .preAuthentication)
    case .getServiceCapabilities: Facts(.device, "GetServiceCapabilities", .preAuthentication)
    case .getCapabilities: Facts(.device, "GetCapabilities", .preAuthentication)
    case .getWsdlUrl: Facts(.device, "GetWsdlUrl", .preAuthentication)
    case .getDeviceInformation: Facts(.device, "GetDeviceInformation", .readSystem)
    case .getSystemDateAndTime: Facts(.device, "GetSystemDateAndTime", .preAuthentication)
    case .setSystemDateAndTime: Facts(.device, "SetSystemDateAndTime", .writeSystem)
    case .getHostname: Facts(.device, "GetHostname", .preAuthentication)
    case .setHostname: Facts(.device, "SetHostname", .writeSystem)
    case .getNetworkInterfaces: Facts(.device, "GetNetworkInterfaces", .readSystem)
    case .setNetworkInterfaces: Facts(.device, "SetNetworkInterfaces", .writeSystem)
    case .getNetworkProtocols: Facts(.device, "GetNetworkProtocols", .readSystem)
    case .setNetworkProtocols: Facts(.device, "SetNetworkProtocols", .writeSystem)
    case .getNetworkDefaultGateway: Facts(.device, "GetNetworkDefaultGateway", .readSystem)
    case .setNetworkDefaultGateway: Facts(.device, "SetNetworkDefaultGateway", .writeSystem)
    case .getDNS: Facts(.device, "GetDNS", .readSystem)
    case .setDNS: Facts(.device, "SetDNS", .writeSystem)
    case .getNTP: Facts(.device, "GetNTP", .readSystem)
    case .setNTP: Facts(.device, "SetNTP", .writeSystem)
    case .getUsers: Facts(.device, "GetUsers", .readSystemSecret)
    case .createUsers: Facts(.device, "CreateUsers", .writeSystem)
    case .setUser: Facts(.device, "SetUser", .writeSystem)
    case .deleteUsers: Facts(.device, "DeleteUsers", .writeSystem)
    case .getSystemLog: Facts(.device, "GetSystemLog", .readSystemSecret)
    case .systemReboot: Facts(.device, "SystemReboot", .unrecoverable)
    case .setSystemFactoryDefault: Facts(.device, "SetSystemFactoryDefault", .unrecoverable)
    case .getScopes: Facts(.device, "GetScopes", .readSystem)
    case .getDiscoveryMode: Facts(.device, "GetDiscoveryMode", .readSystem)
    case .setDiscoveryMode: Facts(.device, "SetDiscoveryMode", .writeSystem)
    case .getMediaServiceCapabilities: Facts(.media, "GetServiceCapabilities", .preAuthentication)
    case .getProfiles: Facts(.media, "GetProfiles", .readMedia)
    case .getProfile: Facts(.media, "GetProfile", .readMedia)
    case .getVideoEncoderConfigurations:
      Facts(.media, "GetVideoEncoderConfigurations", .readMedia)
    case .getVideoSources: Facts(.media, "GetVideoSources", .readMedia)
    case .getSnapshotUri: Facts(.media, "GetSnapshotUri", .readMedia)
    case .getStreamUri: Facts(.media, "GetStreamUri", .readMedia)
    case .getSearchServiceCapabilities: Facts(.search, "GetServiceCapabilities", .preAuthentication)
    case .getRecordingSummary: Facts(.search, "GetRecordingSummary", .readMedia)
    case .getEventServiceCapabilities:
      events("GetServiceCapabilities", .preAuthentication, "EventPortType/")
    case .getEventProperties: events("GetEventProperties", .readMedia, "EventPortType/")
    case .createPullPointSubscription:
      events("CreatePullPointSubscription", .readMedia, "EventPortType/")
    case .pullMessages: events("PullMessages", .readMedia, "PullPointSubscription/")
    case .setSynchronizationPoint:
      events("SetSynchronizationPoint", .readMedia, "PullPointSubscription/")
    case .renew: subscription("Renew")
    case .unsubscribe: subscription("Unsubscribe")
    }
  }

  private func events(_ element: String, _ access: AccessClass, _ port: String) -> Facts {
    Facts(
      .events, element, access, action: "\(TEV.namespace.uri)/\(port)\(element)Request")
  }

  private func subscription(_ element: String) -> Facts {
    Facts(
      .events, element, .readMedia,
      action: "http://docs.oasis-open.org/wsn/bw-2/SubscriptionManager/\(element)Request",
      namespace: WSNT.namespace)
  }
}
