import ONVIFMessages
import RecorderEngine

/// A recorder as ONVIF shows it: what it tells to whoever may ask.
struct DeviceView: Sendable {
  /// The recorder.
  let snapshot: RecorderSnapshot
  /// The time around it.
  let now: Timestamp
  /// Its clock.
  let time: DeviceTime
  /// How its addresses begin: `http://127.0.0.1:8080`.
  let base: String
  /// Whether it answers whoever searches the network.
  let discoveryMode: DiscoveryMode
  /// Whether there is anybody who would answer them.
  let canBeDiscovered: Bool
  /// Who made it.
  let manufacturer: String
  /// What may be taken of its service.
  let bounds: ServiceBounds

  /// The channels that have a camera.
  var channels: [Int] {
    snapshot.profile.channels.indices.filter { snapshot.profile.channels[$0].scene != nil }
      .map { $0 + 1 }
  }

  /// How many contacts it has at its back.
  var contacts: [Int] { (1...16).filter { snapshot.settings[.sensor($0)] != nil } }

  /// Where a service is.
  func address(of service: ONVIFService) -> String { base + service.path }

  func setting(_ key: SettingKey) -> String? { snapshot.settings[key] }

  func isOn(_ key: SettingKey) -> Bool? { setting(key).map { $0 == "on" } }
}

extension ONVIFService {
  /// Where it is, below the address of the device.
  var path: String {
    switch self {
    case .device: "/onvif/device_service"
    case .media: "/onvif/media_service"
    case .events: "/onvif/event_service"
    case .search: "/onvif/search_service"
    }
  }

  /// The version of the specification that it follows.
  var version: ServiceVersion { ServiceVersion(2, 60) }
}

extension UserLevel {
  /// What an account may do, as ONVIF names it.
  init(_ level: RemoteLevel) {
    switch level {
    case .user: self = .user
    case .operator: self = .operator
    case .administrator: self = .administrator
    }
  }
}
