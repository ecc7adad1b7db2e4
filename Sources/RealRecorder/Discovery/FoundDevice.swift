import HTTPRequests
import ONVIFMessages

/// A device that has answered a search.
public struct FoundDevice: Equatable, Sendable {
  /// Its name for good: one of it is one device, however many addresses it has.
  public let endpoint: String
  /// What it calls itself.
  public private(set) var name: String
  /// Its model.
  public private(set) var hardware: String
  /// Where it says that it stands.
  public private(set) var location: String
  /// Where it is best reached; nil: it told no address that could be.
  public private(set) var address: HTTPAddress?
  /// Whether it says that it is a camera or a recorder.
  public private(set) var isVideoDevice: Bool

  /// Makes one of what it told, and of the address that its answer came from.
  init(_ told: Announcement, from sender: String) {
    endpoint = ForeignText.tamed(told.endpoint)
    func scope(_ category: String) -> String {
      let found = told.scopes.lazy.compactMap(\.onvif).first { $0.category == category }
      return found.map { ForeignText.tamed($0.value) } ?? ""
    }
    name = scope("name")
    hardware = scope("hardware")
    location = scope("location")
    address = FoundDevice.best(of: told.addresses, from: sender)
    isVideoDevice = told.isVideoDevice
  }

  /// Takes in what another answer of the same device tells beside.
  mutating func add(_ other: FoundDevice) {
    if name.isEmpty { name = other.name }
    if hardware.isEmpty { hardware = other.hardware }
    if location.isEmpty { location = other.location }
    address = address ?? other.address
    isVideoDevice = isVideoDevice || other.isVideoDevice
  }

  /// The address at which the answer came, else the first that is not good on one cable alone.
  static func best(of addresses: [String], from sender: String) -> HTTPAddress? {
    let usable = addresses.compactMap { try? HTTPAddress($0) }.filter { !isLinkLocal($0) }
    return usable.first { $0.host == sender } ?? usable.first
  }

  private static func isLinkLocal(_ address: HTTPAddress) -> Bool {
    address.host.hasPrefix("169.254.") || address.host.hasPrefix("fe80:")
  }
}

/// What was heard so far, each device once.
struct FoundDevices {
  /// More than any network of cameras has.
  static let most = 10_000

  private(set) var all: [FoundDevice] = []
  private var places: [String: Int] = [:]
  private let asked: Set<String>

  /// Takes answers to messages of these names only.
  init(asked: Set<String>) { self.asked = asked }

  /// Takes in a datagram; one that is too large, or answers nobody here, is left.
  mutating func take(_ datagram: some Collection<UInt8>, from sender: String) {
    guard datagram.count <= DiscoveryMessage.largest,
      let message = try? DiscoveryMessage(datagram),
      message.relatesTo.map(asked.contains) == true,
      case .probeMatches(let announcements) = message.content
    else { return }
    for announcement in announcements {
      let found = FoundDevice(announcement, from: sender)
      if let place = places[found.endpoint] {
        all[place].add(found)
      } else if all.count < FoundDevices.most {
        places[found.endpoint] = all.count
        all.append(found)
      }
    }
  }
}
