import Datagrams
import Glibc
import ONVIFMessages
import RecorderEngine

extension DeviceServer {
  /// The cards that the device is reached over; none where it listens by IPv6 alone.
  var cards: [NetworkCard] {
    switch address.host {
    case "0.0.0.0", "::": NetworkCard.all
    default: NetworkCard.all.filter { $0.address.description == address.host }
    }
  }

  /// What it tells a searcher that asks over one of its cards; nil: it does not answer there now.
  func announcement(
    to asker: IPAddress?, over card: NetworkCard, of cards: [NetworkCard]
  ) async -> Announcement? {
    // Whoever asks at one of them is nearest to that one.
    let others = cards.filter { $0 != card && !$0.isLoopback }.map(\.address)
    let bases = ([card.address] + others).map { "http://\($0.description):\(address.port)" }
    return await responder.announcement(
      to: asker, from: "\(DeviceServer.ownName) \(address.port)", at: bases)
  }

  /// What this computer is called.
  private static let ownName: String = {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return name.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
  }()
}

extension DeviceResponder {
  /// Whether anybody who searches is answered.
  var isDiscoverable: Bool { discoveryMode.withLock { $0 } == .discoverable }

  fileprivate func announcement(
    to asker: IPAddress?, from place: String, at bases: [String]
  ) async -> Announcement? {
    guard isDiscoverable, let reply = await recorder.glance(), reply.snapshot.answersONVIF,
      asker.map({ reply.snapshot.accessList.lets($0.description) }) ?? true
    else { return nil }
    let told =
      options.misbehaviours.contains(.privateAddress) ? [privateBase(reply.snapshot)] : bases
    let view = view(of: reply, told[0])
    let version = announced.withLock { $0.version(of: view.scopes) }
    return view.announcement(
      from: place, at: told.map { $0 + ONVIFService.device.path }, version: version)
  }
}

/// What the network was told last.
struct Announced {
  private var scopes: [DeviceScope]?
  // Higher than whatever was told before the last start.
  private var version = time(nil)

  /// The number of what is told now: it rises with each change.
  mutating func version(of scopes: [DeviceScope]) -> Int {
    if let known = self.scopes, known != scopes { version += 1 }
    self.scopes = scopes
    return version
  }
}
