import XMLDocuments

/// What of a device's capabilities is asked.
public enum CapabilityCategory: String, CaseIterable, Equatable, Sendable {
  case all = "All"
  case analytics = "Analytics"
  case device = "Device"
  case events = "Events"
  case imaging = "Imaging"
  case media = "Media"
  case ptz = "PTZ"
}

/// What a device's network can, in the older form.
public enum NetworkFlag: String, XMLElementName, CaseIterable {
  /// Where the names belong.
  public static let namespace = XMLNamespace("tt", "http://www.onvif.org/ver10/schema")
  case ipFilter = "IPFilter"
  case zeroConfiguration = "ZeroConfiguration"
  case ipVersion6 = "IPVersion6"
  case dynDNS = "DynDNS"
}

/// What a device can be asked to do with itself, in the older form.
public enum SystemFlag: String, XMLElementName, CaseIterable {
  /// Where the names belong.
  public static let namespace = XMLNamespace("tt", "http://www.onvif.org/ver10/schema")
  case discoveryResolve = "DiscoveryResolve"
  case discoveryBye = "DiscoveryBye"
  case remoteDiscovery = "RemoteDiscovery"
  case systemBackup = "SystemBackup"
  case systemLogging = "SystemLogging"
  case firmwareUpgrade = "FirmwareUpgrade"
}

/// How a device keeps others out, in the older form.
public enum SecurityFlag: String, XMLElementName, CaseIterable {
  /// Where the names belong.
  public static let namespace = XMLNamespace("tt", "http://www.onvif.org/ver10/schema")
  case tls11 = "TLS1.1"
  case tls12 = "TLS1.2"
  case onboardKeyGeneration = "OnboardKeyGeneration"
  case accessPolicyConfig = "AccessPolicyConfig"
  case x509Token = "X.509Token"
  case samlToken = "SAMLToken"
  case kerberosToken = "KerberosToken"
  case relToken = "RELToken"
}

/// How a device streams.
public enum StreamingFlag: String, XMLElementName, CaseIterable {
  /// Where the names belong.
  public static let namespace = XMLNamespace("tt", "http://www.onvif.org/ver10/schema")
  case multicast = "RTPMulticast"
  case tcp = "RTP_TCP"
  case rtspTCP = "RTP_RTSP_TCP"
}

/// The services of a device, in the form that is older than GetServices: incomplete on some devices.
public struct CapabilityList: Equatable, Sendable {
  /// The device service.
  public struct Device: Equatable, Sendable {
    /// Where it is.
    public var address: String?
    /// What its network can; nil: not told.
    public var network: FlagTable<NetworkFlag>?
    /// What it can do with itself; nil: not told.
    public var system: FlagTable<SystemFlag>?
    /// How many inputs for contacts it has.
    public var inputs: Int?
    /// How many outputs for relays it has.
    public var outputs: Int?
    /// How it keeps others out; nil: not told.
    public var security: FlagTable<SecurityFlag>?

    /// Makes what is told of it.
    public init(
      address: String?, network: FlagTable<NetworkFlag>? = nil,
      system: FlagTable<SystemFlag>? = nil, inputs: Int? = nil, outputs: Int? = nil,
      security: FlagTable<SecurityFlag>? = nil
    ) {
      self.address = address
      self.network = network
      self.system = system
      self.inputs = inputs
      self.outputs = outputs
      self.security = security
    }
  }

  /// The event service.
  public struct Events: Equatable, Sendable {
    /// Where it is.
    public var address: String?
    /// Whether events can be fetched.
    public var hasPullPoints: Bool?

    /// Makes what is told of it.
    public init(address: String?, hasPullPoints: Bool? = nil) {
      self.address = address
      self.hasPullPoints = hasPullPoints
    }
  }

  /// The media service.
  public struct Media: Equatable, Sendable {
    /// Where it is.
    public var address: String?
    /// How it streams.
    public var streaming: FlagTable<StreamingFlag>

    /// Makes what is told of it.
    public init(address: String?, streaming: FlagTable<StreamingFlag> = [:]) {
      self.address = address
      self.streaming = streaming
    }
  }

  /// The device service.
  public var device: Device?
  /// The event service.
  public var events: Events?
  /// The media service.
  public var media: Media?
  /// Where the search service is.
  public var searchAddress: String?

  /// Makes a list.
  public init(
    device: Device? = nil, events: Events? = nil, media: Media? = nil,
    searchAddress: String? = nil
  ) {
    self.device = device
    self.events = events
    self.media = media
    self.searchAddress = searchAddress
  }

  /// Where a service is.
  public func address(of service: ONVIFService) -> String? {
    switch service {
    case .device: device?.address
    case .media: media?.address
    case .events: events?.address
    case .search: searchAddress
    }
  }
}
