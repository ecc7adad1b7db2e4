import ONVIFMessages

/// What a searcher wants to know.
struct DiscoveryQuestion: Equatable {
  /// The name of the message that asked.
  let messageID: String
  private let content: DiscoveryMessage.Content

  /// Reads a datagram; nil: it is too large, asks nothing, or has no name to answer to.
  init?(_ datagram: [UInt8]) {
    guard datagram.count <= DiscoveryMessage.largest, let message = try? DiscoveryMessage(datagram),
      !message.messageID.isEmpty
    else { return nil }
    switch message.content {
    case .probe, .resolve: break
    case .hello, .bye, .probeMatches, .resolveMatches: return nil
    }
    messageID = message.messageID
    content = message.content
  }

  /// Whether many may answer, each at another time.
  var isForMany: Bool { if case .probe = content { true } else { false } }

  /// Whether a device is one that is asked for.
  func isFor(_ device: Announcement) -> Bool {
    switch content {
    case .probe(let types, let scopes, let rule):
      device.isFound(byTypes: types, scopes: scopes, rule: rule)
    case .resolve(let endpoint): device.endpoint == endpoint
    case .hello, .bye, .probeMatches, .resolveMatches: false
    }
  }

  /// What is answered of these devices, in as many parts as datagrams have room for.
  func answers(_ devices: [Announcement]) -> [DiscoveryMessage.Content] {
    guard isForMany else { return devices.first.map { [.resolveMatches($0)] } ?? [] }
    return DiscoveryQuestion.parts(of: devices).map { .probeMatches($0) }
  }

  /// How many bytes of devices go into a datagram: the network cuts larger ones into pieces, of which
  /// none may be lost.
  private static let room = 8 << 10

  static func parts(of devices: [Announcement]) -> [[Announcement]] {
    var parts: [[Announcement]] = []
    var left = 0
    for device in devices {
      let size = DiscoveryMessage(messageID: "", .probeMatches([device])).datagram().count
      if size > left || parts.isEmpty {
        parts.append([])
        left = room
      }
      parts[parts.count - 1].append(device)
      left -= size
    }
    return parts
  }
}
