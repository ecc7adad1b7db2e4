import RecorderEngine
import XMLDocuments

/// A computer in the network, by its address or its name.
public enum NetworkHost: Equatable, Sendable {
  case ipv4(IPAddress)
  case ipv6(String)
  case name(String)

  /// The kinds of hosts, as they are told.
  private enum Kind: String, CaseIterable {
    case ipv4 = "IPv4"
    case ipv6 = "IPv6"
    case name = "DNS"
  }

  /// Reads a host by whatever it has; nil: by nothing. Devices put names where an address belongs.
  init?(_ element: XMLElement) {
    if let text = element.text(TT.ipv4Address) {
      // 0.0.0.0 stands for none.
      guard text != "0.0.0.0" else { return nil }
      self = IPAddress(text).map { .ipv4($0) } ?? .name(text)
    } else if let text = element.text(TT.dnsName) {
      self = IPAddress(text).map { .ipv4($0) } ?? .name(text)
    } else if let text = element.text(TT.ipv6Address) {
      self = .ipv6(text)
    } else {
      return nil
    }
  }

  /// All hosts in elements of this name.
  static func all(_ name: some XMLElementName, in element: XMLElement) -> [NetworkHost] {
    element.children(name).compactMap { NetworkHost($0) }
  }

  /// All hosts of a request, each of which has to be one.
  static func valid(
    _ name: some XMLElementName, in request: XMLElement
  ) throws(Misunderstanding) -> [NetworkHost] {
    var hosts: [NetworkHost] = []
    for element in request.children(name) {
      guard let host = NetworkHost(element) else {
        throw element.unexpected("an address or a name", found: "none")
      }
      hosts.append(host)
    }
    return hosts
  }

  func write(_ name: some XMLElementName, to writer: inout XMLWriter) {
    writer.element(name) {
      switch self {
      case .ipv4(let address):
        $0.element(TT.type, text: Kind.ipv4.rawValue)
        $0.element(TT.ipv4Address, text: address.description)
      case .ipv6(let address):
        $0.element(TT.type, text: Kind.ipv6.rawValue)
        $0.element(TT.ipv6Address, text: address)
      case .name(let text):
        $0.element(TT.type, text: Kind.name.rawValue)
        $0.element(TT.dnsName, text: text)
      }
    }
  }
}
