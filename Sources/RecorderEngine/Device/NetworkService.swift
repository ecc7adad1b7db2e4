/// Something beyond the recorder that it uses, where the settings ask for it.
public enum NetworkService: String, Sendable, Codable, CaseIterable {
  case mail, ftp, ddns, upnp, platform, time
}

/// How a service stands.
public enum ServiceStanding: Equatable, Sendable {
  /// The settings do not ask for it.
  case off
  case works
  case fails(ServiceProblem)
}

/// Why a service does not work.
public enum ServiceProblem: String, Equatable, Sendable, Codable, CaseIterable {
  /// The cable is out, or there is no way beyond the own network.
  case noNetwork
  /// No DNS server that answers: a name has no address.
  case noDNS
  case noServer
  /// Nobody answers under that name or address.
  case noAnswer
  case wrongPort
  /// The port is right for another encryption.
  case wrongEncryption
  case noSender
  case noRecipient
  case noName
  /// The provider does not know the name, or it is somebody else's.
  case nameRefused
  case noFolder
  /// The router does not open ports.
  case routerRefuses
}
