/// Where a service listens: `[ADDRESS:]PORT`.
public struct ListeningAddress: Equatable, Sendable {
  /// The address of this computer that it is reached by.
  public var host: String
  /// The port; 0: any that is free.
  public var port: Int

  /// Makes an address; left out, only this computer itself reaches it.
  public init(host: String = "127.0.0.1", port: Int) {
    self.host = host
    self.port = port
  }

  /// Reads `8080`, `192.168.1.10:8080` or `[::1]:8080`; nil for anything else.
  public init?(_ text: String) {
    guard let colon = text.lastIndex(of: ":") else {
      guard let port = ListeningAddress.port(text[...]) else { return nil }
      self.init(port: port)
      return
    }
    var host = text[..<colon]
    if host.hasPrefix("["), host.hasSuffix("]") {
      host = host.dropFirst().dropLast()
    } else if host.contains(":") {
      return nil
    }
    let isAddress = host.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20) || $0 == 0x2E || $0 == 0x3A
    }
    guard isAddress, host.contains(".") || host.contains(":"),
      let port = ListeningAddress.port(text[colon...].dropFirst())
    else { return nil }
    self.init(host: String(host), port: port)
  }

  private static func port(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(text),
      port <= 65_535
    else { return nil }
    return port
  }

  /// The address as it stands in a URL.
  public var description: String { host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)" }
}
