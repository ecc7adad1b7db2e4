import RecorderEngine
import XMLDocuments

/// What a device serves on its ports.
public enum NetworkProtocolKind: String, CaseIterable, Equatable, Sendable {
  case http = "HTTP"
  case https = "HTTPS"
  case rtsp = "RTSP"
}

/// A service of a device, and where it is reached.
public struct NetworkProtocol: Equatable, Sendable {
  /// Which service.
  public let kind: Told<NetworkProtocolKind>
  /// Whether it is switched on.
  public let isEnabled: Bool?
  /// Its ports.
  public let ports: [Int]

  /// Makes a service.
  public init(_ kind: Told<NetworkProtocolKind>, isEnabled: Bool?, ports: [Int]) {
    self.kind = kind
    self.isEnabled = isEnabled
    self.ports = ports
  }

  init?(_ element: XMLElement) {
    guard let kind: Told<NetworkProtocolKind> = element.told(TT.name) else { return nil }
    let ports = element.texts(TT.port).compactMap { Int($0) }
    self.init(
      kind, isEnabled: element.flag(TT.enabled), ports: ports.filter { (1...65_535).contains($0) })
  }

  func write(to writer: inout XMLWriter) {
    writer.element(TDS.networkProtocols) {
      $0.element(TT.name, text: kind.text)
      $0.flag(TT.enabled, isEnabled)
      for port in ports { $0.integer(TT.port, port) }
    }
  }
}

/// What the device serves, and on which ports.
public struct GetNetworkProtocols: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getNetworkProtocols
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(
    _ element: XMLElement
  ) throws(Misunderstanding) -> [NetworkProtocol] {
    element.children(TDS.networkProtocols).compactMap { NetworkProtocol($0) }
  }

  /// Writes what comes back.
  public static func write(_ answer: [NetworkProtocol], to writer: inout XMLWriter) {
    for service in answer { service.write(to: &writer) }
  }
}

/// Changes what the device serves: what is not named stays as it is.
public struct SetNetworkProtocols: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.setNetworkProtocols
  /// What comes back.
  public typealias Answer = Done

  /// What is to be changed.
  public let protocols: [NetworkProtocol]

  /// Makes the operation.
  public init(_ protocols: [NetworkProtocol]) { self.protocols = protocols }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    _ = try request.required(TDS.networkProtocols)
    var protocols: [NetworkProtocol] = []
    for element in request.children(TDS.networkProtocols) {
      guard let service = NetworkProtocol(element), !service.ports.isEmpty else {
        throw element.unexpected("a name and a port from 1 to 65535", found: "another")
      }
      protocols.append(service)
    }
    self.protocols = protocols
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    for service in protocols { service.write(to: &writer) }
  }
}

/// By which way a device reaches other networks.
public struct NetworkGateway: Equatable, Sendable {
  /// By IPv4.
  public var ipv4: [IPAddress]
  /// By IPv6, as it is told.
  public var ipv6: [String]

  /// Makes a gateway.
  public init(ipv4: [IPAddress] = [], ipv6: [String] = []) {
    self.ipv4 = ipv4
    self.ipv6 = ipv6
  }
}

/// The device's way to other networks.
public struct GetNetworkDefaultGateway: PlainOperation {
  /// Which operation it is.
  public static let name = OperationName.getNetworkDefaultGateway
  /// Makes the operation.
  public init() {}

  /// Reads what comes back.
  public static func readAnswer(_ element: XMLElement) throws(Misunderstanding) -> NetworkGateway {
    let found = try element.required(TDS.networkGateway)
    // 0.0.0.0 stands for none.
    let addresses = found.texts(TT.ipv4Address).compactMap { IPAddress($0) }
    return NetworkGateway(
      ipv4: addresses.filter { $0.bits != 0 }, ipv6: found.texts(TT.ipv6Address))
  }

  /// Writes what comes back.
  public static func write(_ answer: NetworkGateway, to writer: inout XMLWriter) {
    writer.element(TDS.networkGateway) {
      for address in answer.ipv4 { $0.element(TT.ipv4Address, text: address.description) }
      for address in answer.ipv6 { $0.element(TT.ipv6Address, text: address) }
    }
  }
}

/// Sets the device's way to other networks.
public struct SetNetworkDefaultGateway: ONVIFOperation, Equatable {
  /// Which operation it is.
  public static let name = OperationName.setNetworkDefaultGateway
  /// What comes back.
  public typealias Answer = Done

  /// The way.
  public let gateway: NetworkGateway

  /// Makes the operation.
  public init(_ gateway: NetworkGateway) { self.gateway = gateway }

  /// Reads what is asked.
  public init(request: XMLElement) throws(Misunderstanding) {
    var addresses: [IPAddress] = []
    for element in request.children(TDS.ipv4Address) {
      guard let address = IPAddress(element.trimmedText) else {
        throw element.unexpected("an address", found: "“\(element.trimmedText.prefix(40))”")
      }
      addresses.append(address)
    }
    gateway = NetworkGateway(ipv4: addresses, ipv6: request.texts(TDS.ipv6Address))
  }

  /// Writes what is asked.
  public func write(to writer: inout XMLWriter) {
    for address in gateway.ipv4 { writer.element(TDS.ipv4Address, text: address.description) }
    for address in gateway.ipv6 { writer.element(TDS.ipv6Address, text: address) }
  }
}
