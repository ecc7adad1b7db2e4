import HTTPRequests
import RecorderEngine

/// Where a device answers: its address and its port. The usual ports of both schemes are one place,
/// because one device has both.
struct DevicePlace: Hashable, Sendable {
  let address: IPAddress
  /// nil: a usual one.
  private let port: Int?

  /// The place of a server; nil: it is told by a name, and nobody knows where that leads tomorrow.
  init?(_ server: HTTPAddress) {
    guard let address = IPAddress(server.host) else { return nil }
    self.address = address
    port = [80, 443].contains(server.effectivePort) ? nil : server.effectivePort
  }

  /// Reads `192.0.2.7`, `192.0.2.7:8080` or a URL as a search shows it; nil: it is none of these.
  init?(parsing text: String) {
    let url = text.contains("://") ? text : "http://\(text)"
    guard let server = try? HTTPAddress(url) else { return nil }
    self.init(server)
  }
}
