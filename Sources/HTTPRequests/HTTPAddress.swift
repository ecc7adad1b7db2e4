import Foundation

/// Where a server is asked: `https://lrs.example.org/xapi` or `http://localhost:8080`.
public struct HTTPAddress: Equatable, Hashable, Sendable {
  /// Whether the line is encrypted from the first byte: `https`.
  public let isEncrypted: Bool
  /// The name or address, without the brackets of an IPv6 address.
  public let host: String
  /// The port; nil: the usual one.
  public let port: Int?
  /// What stands behind the host, as it goes over the line; empty, or it begins with a slash.
  public let path: String

  /// Reads a URL. A name and a secret have no place in it, nor has a query.
  public init(_ url: String) throws(HTTPAddressFault) {
    // First of all: no message repeats what may be a secret.
    guard !url.contains("@") else { throw HTTPAddressFault("(withheld)", .signIn) }
    guard let parts = URLComponents(string: url, encodingInvalidCharacters: false),
      let scheme = parts.scheme?.lowercased(), ["http", "https"].contains(scheme)
    else { throw HTTPAddressFault(url, .scheme) }
    guard var host = parts.host?.lowercased(), !host.isEmpty,
      host.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-._:[]".contains($0)) })
    else { throw HTTPAddressFault(url, .host) }
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    guard parts.port.map({ (1...65_535).contains($0) }) ?? true else {
      throw HTTPAddressFault(url, .port)
    }
    guard parts.query == nil, parts.fragment == nil else { throw HTTPAddressFault(url, .query) }
    isEncrypted = scheme == "https"
    self.host = host
    port = parts.port
    var path = parts.percentEncodedPath[...]
    while path.last == "/" { path.removeLast() }
    self.path = String(path)
  }

  private init(_ other: HTTPAddress, path: String) {
    isEncrypted = other.isEncrypted
    host = other.host
    port = other.port
    self.path = path
  }

  /// The port that is asked: that of the scheme where none is told.
  public var effectivePort: Int { port ?? (isEncrypted ? 443 : 80) }

  /// The server alone, without a path.
  public var server: HTTPAddress { HTTPAddress(self, path: "") }

  /// The place below this one.
  public func appending(_ part: String) -> HTTPAddress {
    HTTPAddress(self, path: path + "/" + part)
  }

  /// The same server with another path, as it goes over the line, which a query may follow; nil where
  /// it is no such path.
  public func at(_ target: String) -> HTTPAddress? {
    let bytes = target.utf8
    guard bytes.first == UInt8(ascii: "/"), bytes.count <= 2_048,
      bytes.allSatisfy({ (0x21...0x7E).contains($0) && !"\"#<>\\^`{|}".utf8.contains($0) })
    else { return nil }
    return HTTPAddress(self, path: target)
  }

  /// The same place of another host.
  public func moved(to host: String, port: Int?) -> HTTPAddress? {
    let shown = host.contains(":") ? "[\(host)]" : host
    let scheme = isEncrypted ? "https" : "http"
    return try? HTTPAddress("\(scheme)://\(shown)\(port.map { ":\($0)" } ?? "")\(path)")
  }

  /// The URL, always written the same way.
  public var text: String {
    let shown = host.contains(":") ? "[\(host)]" : host
    return "\(isEncrypted ? "https" : "http")://\(shown)\(port.map { ":\($0)" } ?? "")\(path)"
  }

  /// Whether it is this very computer, so that nobody else hears what goes over the line.
  public var isLoopback: Bool {
    host == "localhost" || host == "::1"
      || host.wholeMatch(of: /127\.\d{1,3}\.\d{1,3}\.\d{1,3}/) != nil
  }
}

/// What is wrong with the URL of a server.
public struct HTTPAddressFault: Error, Equatable, Sendable {
  enum Reason: Equatable, Sendable { case scheme, host, port, query, signIn }

  let url: String
  let reason: Reason

  init(_ url: String, _ reason: Reason) {
    self.url = url
    self.reason = reason
  }

  /// What was expected, what came, and what is wrong with it.
  public var message: String {
    "expected https://HOST[:PORT][/PATH], and got “\(url)”: \(complaint)"
  }

  private var complaint: String {
    switch reason {
    case .scheme: "it begins with neither https:// nor http://"
    case .host: "the host is no name and no address (IPv6 in brackets)"
    case .port: "the port is no number from 1 to 65535"
    case .query: "nothing may stand behind ? or # there"
    case .signIn: "a name and a secret do not belong there"
    }
  }
}
