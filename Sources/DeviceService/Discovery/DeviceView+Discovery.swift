import ONVIFMessages
import RecorderEngine

/// What the recorder tells whoever searches the network.
extension DeviceView {
  static let discoveryTypes = ["NetworkVideoTransmitter", "Device"]

  /// What it says of itself; `place` tells it from recorders with the same label elsewhere.
  func announcement(from place: String, at addresses: [String], version: Int) -> Announcement {
    Announcement(
      endpoint: endpoint(from: place), types: DeviceView.discoveryTypes,
      scopes: scopes.map { DiscoveryScope(uri: $0.uri) }, addresses: addresses, version: version)
  }

  /// Its name for good: the same after each start, at each address. As new, all recorders of a kind
  /// have the same label.
  private func endpoint(from place: String) -> String {
    let identity = snapshot.profile.identity
    // FNV-1a, as the hashes of Swift differ from start to start.
    let hash = "\(place) \(identity.serialNumber)".utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    let whole = String(repeating: "0", count: 16 - digits.count) + digits
    let node = identity.macAddress.lowercased().filter(\.isHexDigit)
    return "urn:uuid:\(whole.prefix(8))-\(whole.dropFirst(8).prefix(4))-5\(whole.suffix(3))-8000-"
      + node
  }
}
