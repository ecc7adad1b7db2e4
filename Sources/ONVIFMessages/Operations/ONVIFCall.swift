import XMLDocuments

/// What a service was asked, one case for each operation: a switch over it forgets none.
public enum ONVIFCall: Sendable {
  case getServices(GetServices)
  case getServiceCapabilities(GetServiceCapabilities)
  case getCapabilities(GetCapabilities)
  case getWsdlUrl(GetWsdlUrl)
  case getDeviceInformation(GetDeviceInformation)
  case getSystemDateAndTime(GetSystemDateAndTime)
  case setSystemDateAndTime(SetSystemDateAndTime)
  case getHostname(GetHostname)
  case setHostname(SetHostname)
  case getNetworkInterfaces(GetNetworkInterfaces)
  case setNetworkInterfaces(SetNetworkInterfaces)
  case getNetworkProtocols(GetNetworkProtocols)
  case setNetworkProtocols(SetNetworkProtocols)
  case getNetworkDefaultGateway(GetNetworkDefaultGateway)
  case setNetworkDefaultGateway(SetNetworkDefaultGateway)
  case getDNS(GetDNS)
  case setDNS(SetDNS)
  case getNTP(GetNTP)
  case setNTP(SetNTP)
  case getUsers(GetUsers)
  case createUsers(CreateUsers)
  case setUser(SetUser)
  case deleteUsers(DeleteUsers)
  case getSystemLog(GetSystemLog)
  case systemReboot(SystemReboot)
  case setSystemFactoryDefault(SetSystemFactoryDefault)
  case getScopes(GetScopes)
  case getDiscoveryMode(GetDiscoveryMode)
  case setDiscoveryMode(SetDiscoveryMode)
  case getMediaServiceCapabilities(GetMediaServiceCapabilities)
  case getProfiles(GetProfiles)
  case getProfile(GetProfile)
  case getVideoSources(GetVideoSources)
  case getVideoEncoderConfigurations(GetVideoEncoderConfigurations)
  case getSnapshotUri(GetSnapshotUri)
  case getStreamUri(GetStreamUri)
  case getEventServiceCapabilities(GetEventServiceCapabilities)
  case getEventProperties(GetEventProperties)
  case createPullPointSubscription(CreatePullPointSubscription)
  case pullMessages(PullMessages)
  case setSynchronizationPoint(SetSynchronizationPoint)
  case renew(Renew)
  case unsubscribe(Unsubscribe)
  case getSearchServiceCapabilities(GetSearchServiceCapabilities)
  case getRecordingSummary(GetRecordingSummary)

  /// The operation itself, for what goes the same way for all.
  public var operation: any ONVIFOperation {
    switch self {
    case .getServices(let operation): operation
    case .getServiceCapabilities(let operation): operation
    case .getCapabilities(let operation): operation
    case .getWsdlUrl(let operation): operation
    case .getDeviceInformation(let operation): operation
    case .getSystemDateAndTime(let operation): operation
    case .setSystemDateAndTime(let operation): operation
    case .getHostname(let operation): operation
    case .setHostname(let operation): operation
    case .getNetworkInterfaces(let operation): operation
    case .setNetworkInterfaces(let operation): operation
    case .getNetworkProtocols(let operation): operation
    case .setNetworkProtocols(let operation): operation
    case .getNetworkDefaultGateway(let operation): operation
    case .setNetworkDefaultGateway(let operation): operation
    case .getDNS(let operation): operation
    case .setDNS(let operation): operation
    case .getNTP(let operation): operation
    case .setNTP(let operation): operation
    case .getUsers(let operation): operation
    case .createUsers(let operation): operation
    case .setUser(let operation): operation
    case .deleteUsers(let operation): operation
    case .getSystemLog(let operation): operation
    case .systemReboot(let operation): operation
    case .setSystemFactoryDefault(let operation): operation
    case .getScopes(let operation): operation
    case .getDiscoveryMode(let operation): operation
    case .setDiscoveryMode(let operation): operation
    case .getMediaServiceCapabilities(let operation): operation
    case .getProfiles(let operation): operation
    case .getProfile(let operation): operation
    case .getVideoSources(let operation): operation
    case .getVideoEncoderConfigurations(let operation): operation
    case .getSnapshotUri(let operation): operation
    case .getStreamUri(let operation): operation
    case .getEventServiceCapabilities(let operation): operation
    case .getEventProperties(let operation): operation
    case .createPullPointSubscription(let operation): operation
    case .pullMessages(let operation): operation
    case .setSynchronizationPoint(let operation): operation
    case .renew(let operation): operation
    case .unsubscribe(let operation): operation
    case .getSearchServiceCapabilities(let operation): operation
    case .getRecordingSummary(let operation): operation
    }
  }

  /// Which one it is.
  public var name: OperationName { type(of: operation).name }

  init(request: XMLElement) throws(Misunderstanding) {
    guard let name = OperationName(element: request) else {
      throw .unknownOperation(request.name.local, at: request.position)
    }
    switch name {
    case .getServices: self = .getServices(try GetServices(request: request))
    case .getServiceCapabilities:
      self = .getServiceCapabilities(try GetServiceCapabilities(request: request))
    case .getCapabilities: self = .getCapabilities(try GetCapabilities(request: request))
    case .getWsdlUrl: self = .getWsdlUrl(try GetWsdlUrl(request: request))
    case .getDeviceInformation:
      self = .getDeviceInformation(try GetDeviceInformation(request: request))
    case .getSystemDateAndTime:
      self = .getSystemDateAndTime(try GetSystemDateAndTime(request: request))
    case .setSystemDateAndTime:
      self = .setSystemDateAndTime(try SetSystemDateAndTime(request: request))
    case .getHostname: self = .getHostname(try GetHostname(request: request))
    case .setHostname: self = .setHostname(try SetHostname(request: request))
    case .getNetworkInterfaces:
      self = .getNetworkInterfaces(try GetNetworkInterfaces(request: request))
    case .setNetworkInterfaces:
      self = .setNetworkInterfaces(try SetNetworkInterfaces(request: request))
    case .getNetworkProtocols:
      self = .getNetworkProtocols(try GetNetworkProtocols(request: request))
    case .setNetworkProtocols:
      self = .setNetworkProtocols(try SetNetworkProtocols(request: request))
    case .getNetworkDefaultGateway:
      self = .getNetworkDefaultGateway(try GetNetworkDefaultGateway(request: request))
    case .setNetworkDefaultGateway:
      self = .setNetworkDefaultGateway(try SetNetworkDefaultGateway(request: request))
    case .getDNS: self = .getDNS(try GetDNS(request: request))
    case .setDNS: self = .setDNS(try SetDNS(request: request))
    case .getNTP: self = .getNTP(try GetNTP(request: request))
    case .setNTP: self = .setNTP(try SetNTP(request: request))
    case .getUsers: self = .getUsers(try GetUsers(request: request))
    case .createUsers: self = .createUsers(try CreateUsers(request: request))
    case .setUser: self = .setUser(try SetUser(request: request))
    case .deleteUsers: self = .deleteUsers(try DeleteUsers(request: request))
    case .getSystemLog: self = .getSystemLog(try GetSystemLog(request: request))
    case .systemReboot: self = .systemReboot(try SystemReboot(request: request))
    case .setSystemFactoryDefault:
      self = .setSystemFactoryDefault(try SetSystemFactoryDefault(request: request))
    case .getScopes: self = .getScopes(try GetScopes(request: request))
    case .getDiscoveryMode: self = .getDiscoveryMode(try GetDiscoveryMode(request: request))
    case .setDiscoveryMode: self = .setDiscoveryMode(try SetDiscoveryMode(request: request))
    case .getMediaServiceCapabilities:
      self = .getMediaServiceCapabilities(try GetMediaServiceCapabilities(request: request))
    case .getProfiles: self = .getProfiles(try GetProfiles(request: request))
    case .getProfile: self = .getProfile(try GetProfile(request: request))
    case .getVideoEncoderConfigurations:
      self = .getVideoEncoderConfigurations(try GetVideoEncoderConfigurations(request: request))
    case .getVideoSources: self = .getVideoSources(try GetVideoSources(request: request))
    case .getSnapshotUri: self = .getSnapshotUri(try GetSnapshotUri(request: request))
    case .getStreamUri: self = .getStreamUri(try GetStreamUri(request: request))
    case .getEventServiceCapabilities:
      self = .getEventServiceCapabilities(try GetEventServiceCapabilities(request: request))
    case .getEventProperties: self = .getEventProperties(try GetEventProperties(request: request))
    case .createPullPointSubscription:
      self = .createPullPointSubscription(try CreatePullPointSubscription(request: request))
    case .pullMessages: self = .pullMessages(try PullMessages(request: request))
    case .setSynchronizationPoint:
      self = .setSynchronizationPoint(try SetSynchronizationPoint(request: request))
    case .renew: self = .renew(try Renew(request: request))
    case .unsubscribe: self = .unsubscribe(try Unsubscribe(request: request))
    case .getSearchServiceCapabilities:
      self = .getSearchServiceCapabilities(try GetSearchServiceCapabilities(request: request))
    case .getRecordingSummary:
      self = .getRecordingSummary(try GetRecordingSummary(request: request))
    }
  }
}
