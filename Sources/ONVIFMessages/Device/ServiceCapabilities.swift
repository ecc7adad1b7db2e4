import XMLDocuments

/// What a device's network can.
public enum NetworkCapability: String, XMLAttributeName, CaseIterable {
  case ipFilter = "IPFilter"
  case zeroConfiguration = "ZeroConfiguration"
  case ipVersion6 = "IPVersion6"
  case dynDNS = "DynDNS"
  case hostnameFromDHCP = "HostnameFromDHCP"
  case dhcpv6 = "DHCPv6"
}

/// How many of something a device's network can have.
public enum NetworkCount: String, XMLAttributeName, CaseIterable {
  case ntp = "NTP"
}

/// How a device keeps others out.
public enum SecurityCapability: String, XMLAttributeName, CaseIterable {
  case tls10 = "TLS1.0"
  case tls11 = "TLS1.1"
  case tls12 = "TLS1.2"
  case onboardKeyGeneration = "OnboardKeyGeneration"
  case accessPolicyConfig = "AccessPolicyConfig"
  case defaultAccessPolicy = "DefaultAccessPolicy"
  case remoteUserHandling = "RemoteUserHandling"
  case usernameToken = "UsernameToken"
  case httpDigest = "HttpDigest"
}

/// How many accounts a device has room for, and how long their names and passwords may be.
public enum AccountLimit: String, XMLAttributeName, CaseIterable {
  case users = "MaxUsers"
  case usernameLength = "MaxUserNameLength"
  case passwordLength = "MaxPasswordLength"
}

/// What a device can be asked to do with itself.
public enum SystemCapability: String, XMLAttributeName, CaseIterable {
  case discoveryResolve = "DiscoveryResolve"
  case discoveryBye = "DiscoveryBye"
  case remoteDiscovery = "RemoteDiscovery"
  case systemBackup = "SystemBackup"
  case systemLogging = "SystemLogging"
  case firmwareUpgrade = "FirmwareUpgrade"
}

/// What the device service can, as far as it was told.
public struct DeviceServiceCapabilities: ServiceCapabilities {
  /// In the network.
  public var network: FlagTable<NetworkCapability>
  /// How many of something.
  public var networkCounts: [NetworkCount: Int]
  /// Against others.
  public var security: FlagTable<SecurityCapability>
  /// With accounts; a limit that is not told is none that is known.
  public var limits: [AccountLimit: Int]
  /// With itself.
  public var system: FlagTable<SystemCapability>

  /// Makes what it can.
  public init(
    network: FlagTable<NetworkCapability> = [:], networkCounts: [NetworkCount: Int] = [:],
    security: FlagTable<SecurityCapability> = [:], limits: [AccountLimit: Int] = [:],
    system: FlagTable<SystemCapability> = [:]
  ) {
    self.network = network
    self.networkCounts = networkCounts
    self.security = security
    self.limits = limits
    self.system = system
  }

  /// Reads the element of an answer.
  public init(_ element: XMLElement) {
    let network = element.child(TDS.network)
    let security = element.child(TDS.security)
    self.init(
      network: network?.flags() ?? [:], networkCounts: network?.numbers() ?? [:],
      security: security?.flags() ?? [:], limits: security?.numbers() ?? [:],
      system: element.child(TDS.system)?.flags() ?? [:])
  }

  /// Writes the element of an answer.
  public func write(to writer: inout XMLWriter) {
    var network = XMLAttributes()
    network.add(self.network)
    network.add(networkCounts)
    var security = XMLAttributes()
    security.add(self.security)
    security.add(limits)
    var system = XMLAttributes()
    system.add(self.system)
    writer.element(TDS.capabilities) {
      $0.element(TDS.network, network)
      $0.element(TDS.security, security)
      $0.element(TDS.system, system)
    }
  }
}

/// What the device service can.
public struct GetServiceCapabilities: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getServiceCapabilities
  /// What comes back.
  public typealias Answer = DeviceServiceCapabilities
  /// Makes the operation.
  public init() {}
}
