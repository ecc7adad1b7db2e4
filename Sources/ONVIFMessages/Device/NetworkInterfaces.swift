import RecorderEngine
import XMLDocuments

/// An address and the network around it.
public struct PrefixedAddress: Equatable, Sendable {
  /// The address.
  public let address: IPAddress
  /// How many bits all addresses of the network have in common; nil: not told, or no such number.
  public let prefix: Int?

  /// Makes an address in a network.
  public init(_ address: IPAddress, prefix: Int?) {
    self.address = address
    self.prefix = prefix
  }

  init?(_ element: XMLElement) {
    guard let address = element.text(TT.address).flatMap({ IPAddress($0) }) else { return nil }
    let prefix = element.integer(TT.prefixLength)
    self.init(address, prefix: prefix.flatMap { (0...32).contains($0) ? $0 : nil })
  }

  func write(_ name: some XMLElementName, to writer: inout XMLWriter) {
    writer.element(name) {
      $0.element(TT.address, text: address.description)
      $0.integer(TT.prefixLength, prefix)
    }
  }
}

/// How a device is in its network by IPv4.
public struct IPv4Configuration: Equatable, Sendable {
  /// Whether it uses IPv4 at all.
  public var isEnabled: Bool?
  /// What a person has set.
  public var manual: [PrefixedAddress]
  /// What it has given itself.
  public var linkLocal: PrefixedAddress?
  /// What the DHCP server has given it.
  public var fromDHCP: PrefixedAddress?
  /// Whether it asks a DHCP server.
  public var usesDHCP: Bool?

  /// Makes a configuration.
  public init(
    isEnabled: Bool? = nil, manual: [PrefixedAddress] = [], linkLocal: PrefixedAddress? = nil,
    fromDHCP: PrefixedAddress? = nil, usesDHCP: Bool? = nil
  ) {
    self.isEnabled = isEnabled
    self.manual = manual
    self.linkLocal = linkLocal
    self.fromDHCP = fromDHCP
    self.usesDHCP = usesDHCP
  }

  /// The address in use: that of the DHCP server where one is asked, else what a person has set.
  public var current: PrefixedAddress? {
    (usesDHCP == true ? fromDHCP : nil) ?? manual.first ?? fromDHCP ?? linkLocal
  }

  init?(_ element: XMLElement) {
    let configuration = element.child(TT.config)
    func addresses(_ name: TT) -> [PrefixedAddress] {
      configuration?.children(name).compactMap { PrefixedAddress($0) } ?? []
    }
    self.init(
      isEnabled: element.flag(TT.enabled), manual: addresses(.manual),
      linkLocal: addresses(.linkLocal).first, fromDHCP: addresses(.fromDHCP).first,
      usesDHCP: configuration?.flag(TT.dhcp))
  }

  func write(to writer: inout XMLWriter) {
    writer.element(TT.ipv4) {
      $0.flag(TT.enabled, isEnabled)
      $0.element(TT.config) {
        for address in manual { address.write(TT.manual, to: &$0) }
        linkLocal?.write(TT.linkLocal, to: &$0)
        fromDHCP?.write(TT.fromDHCP, to: &$0)
        $0.flag(TT.dhcp, usesDHCP)
      }
    }
  }
}

/// A network card of a device.
public struct NetworkInterface: Equatable, Sendable {
  /// What it is called in requests.
  public var token: String?
  /// Whether it is in use.
  public var isEnabled: Bool?
  /// Its name.
  public var name: String?
  /// Its number, as the device writes it.
  public var hardwareAddress: String?
  /// How many bytes it sends at once.
  public var mtu: Int?
  /// How it is in its network; nil: not told.
  public var ipv4: IPv4Configuration?

  /// Makes a card.
  public init(
    token: String?, isEnabled: Bool? = nil, name: String? = nil, hardwareAddress: String? = nil,
    mtu: Int? = nil, ipv4: IPv4Configuration? = nil
  ) {
    self.token = token
    self.isEnabled = isEnabled
    self.name = name
    self.hardwareAddress = hardwareAddress
    self.mtu = mtu
    self.ipv4 = ipv4
  }
}

/// The network cards of a device.
public struct GetNetworkInterfaces: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getNetworkInterfaces
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(
    _ element: XMLElement
  ) throws(Misunderstanding) -> [NetworkInterface] {
    element.children(TDS.networkInterfaces).map { card in
      let info = card.child(TT.info)
      return NetworkInterface(
        token: card.attribute(Attribute.token), isEnabled: card.flag(TT.enabled),
        name: info?.text(TT.name), hardwareAddress: info?.text(TT.hwAddress),
        mtu: info?.integer(TT.mtu), ipv4: card.child(TT.ipv4).flatMap { IPv4Configuration($0) })
    }
  }

  /// Writes what comes back.
  public static func write(_ answer: [NetworkInterface], to writer: inout XMLWriter) {
    for card in answer {
      var attributes = XMLAttributes()
      attributes.add(Attribute.token, card.token)
      writer.element(TDS.networkInterfaces, attributes) {
        $0.flag(TT.enabled, card.isEnabled)
        if card.name != nil || card.hardwareAddress != nil || card.mtu != nil {
          $0.element(TT.info) {
            $0.optional(TT.name, card.name)
            $0.element(TT.hwAddress, text: card.hardwareAddress ?? "")
            $0.integer(TT.mtu, card.mtu)
          }
        }
        card.ipv4?.write(to: &$0)
      }
    }
  }
}

/// Changes how a network card is in its network: what is nil stays as it is.
public struct SetNetworkInterfaces: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.setNetworkInterfaces
  /// Whether the device has to be restarted for it; nil: not told.
  public typealias Answer = Bool?

  /// Which card.
  public let token: String
  /// Whether it is to be in use.
  public let isEnabled: Bool?
  /// The addresses that a person sets; nil: as they are.
  public let manual: [PrefixedAddress]?
  /// Whether it is to ask a DHCP server.
  public let usesDHCP: Bool?

  /// Makes the operation.
  public init(
    token: String, isEnabled: Bool? = nil, manual: [PrefixedAddress]? = nil, usesDHCP: Bool? = nil
  ) {
    self.token = token
    self.isEnabled = isEnabled
    self.manual = manual
    self.usesDHCP = usesDHCP
  }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    token = try request.requiredText(TDS.interfaceToken)
    let card = try request.required(TDS.networkInterface)
    isEnabled = card.flag(TT.enabled)
    let ipv4 = card.child(TT.ipv4)
    usesDHCP = ipv4?.flag(TT.dhcp)
    var addresses: [PrefixedAddress] = []
    for element in ipv4?.children(TT.manual) ?? [] {
      guard let address = PrefixedAddress(element), address.prefix != nil else {
        throw element.unexpected("an address and a prefix up to 32", found: "another")
      }
      addresses.append(address)
    }
    manual = addresses.isEmpty ? nil : addresses
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    writer.element(TDS.interfaceToken, text: token)
    writer.element(TDS.networkInterface) {
      $0.flag(TT.enabled, isEnabled)
      guard manual != nil || usesDHCP != nil else { return }
      $0.element(TT.ipv4) {
        $0.flag(TT.enabled, true)
        for address in manual ?? [] { address.write(TT.manual, to: &$0) }
        $0.flag(TT.dhcp, usesDHCP)
      }
    }
  }

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> Bool? {
    element.flag(TDS.rebootNeeded)
  }

  /// Writes what comes back.
  public static func write(_ answer: Bool?, to writer: inout XMLWriter) {
    writer.flag(TDS.rebootNeeded, answer)
  }
}
