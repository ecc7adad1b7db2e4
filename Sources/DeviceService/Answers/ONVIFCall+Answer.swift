import ONVIFMessages
import RecorderEngine

/// What is answered once the recorder has done what was asked.
extension ONVIFCall {
  /// The body of the answer; throws where what was asked for is not there. Those of pull points are
  /// answered by them.
  func answer(
    _ view: DeviceView, words: (LogEntry) -> String, to asked: Addressing
  ) throws(StandardFault) -> [UInt8] {
    switch self {
    case .getServices(let operation):
      operation.answer(
        view.services(withCapabilities: operation.includesCapabilities), to: asked)
    case .getServiceCapabilities(let operation):
      operation.answer(view.deviceCapabilities, to: asked)
    case .getCapabilities(let operation):
      operation.answer(view.capabilities(operation.categories), to: asked)
    case .getWsdlUrl(let operation):
      operation.answer("http://www.onvif.org/onvif/ver10/device/wsdl/devicemgmt.wsdl", to: asked)
    case .getDeviceInformation(let operation): operation.answer(view.information, to: asked)
    case .getSystemDateAndTime(let operation): operation.answer(view.clock, to: asked)
    case .getHostname(let operation): operation.answer(view.hostname, to: asked)
    case .getNetworkInterfaces(let operation): operation.answer(view.interfaces, to: asked)
    case .getNetworkProtocols(let operation): operation.answer(view.protocols, to: asked)
    case .getNetworkDefaultGateway(let operation): operation.answer(view.gateway, to: asked)
    case .getDNS(let operation): operation.answer(view.dns, to: asked)
    case .getNTP(let operation): operation.answer(view.ntp, to: asked)
    case .getUsers(let operation): operation.answer(view.users, to: asked)
    case .getSystemLog(let operation):
      operation.answer(view.log(operation.kind, words: words), to: asked)
    case .getScopes(let operation): operation.answer(view.scopes, to: asked)
    case .getDiscoveryMode(let operation): operation.answer(.known(view.discoveryMode), to: asked)
    case .getMediaServiceCapabilities(let operation):
      operation.answer(view.mediaCapabilities, to: asked)
    case .getProfiles(let operation): operation.answer(view.profiles, to: asked)
    case .getProfile(let operation):
      operation.answer(try view.profile(operation.profile), to: asked)
    case .getVideoEncoderConfigurations(let operation):
      operation.answer(view.profiles.compactMap(\.encoder), to: asked)
    case .getVideoSources(let operation): operation.answer(view.videoSources, to: asked)
    case .getSnapshotUri(let operation):
      operation.answer(try view.snapshotAddress(ofProfile: operation.profile), to: asked)
    case .getStreamUri(let operation):
      operation.answer(
        try view.streamAddress(ofProfile: operation.profile, operation.transport), to: asked)
    case .getEventServiceCapabilities(let operation):
      operation.answer(view.eventCapabilities, to: asked)
    case .getEventProperties(let operation):
      operation.answer(EventProperties(view.topics), to: asked)
    case .getSearchServiceCapabilities(let operation):
      operation.answer(view.searchCapabilities, to: asked)
    case .getRecordingSummary(let operation): operation.answer(view.recordingSummary, to: asked)
    case .systemReboot(let operation):
      operation.answer("The recorder restarts.", to: asked)
    case .setNetworkInterfaces(let operation): operation.answer(false, to: asked)
    case .setSystemDateAndTime(let operation): operation.answer(Done(), to: asked)
    case .setHostname(let operation): operation.answer(Done(), to: asked)
    case .setNetworkProtocols(let operation): operation.answer(Done(), to: asked)
    case .setNetworkDefaultGateway(let operation): operation.answer(Done(), to: asked)
    case .setDNS(let operation): operation.answer(Done(), to: asked)
    case .setNTP(let operation): operation.answer(Done(), to: asked)
    case .createUsers(let operation): operation.answer(Done(), to: asked)
    case .setUser(let operation): operation.answer(Done(), to: asked)
    case .deleteUsers(let operation): operation.answer(Done(), to: asked)
    case .setSystemFactoryDefault(let operation): operation.answer(Done(), to: asked)
    case .setDiscoveryMode(let operation): operation.answer(Done(), to: asked)
    case .createPullPointSubscription, .pullMessages, .setSynchronizationPoint, .renew,
      .unsubscribe:
      throw .unknownSubscription
    }
  }
}
