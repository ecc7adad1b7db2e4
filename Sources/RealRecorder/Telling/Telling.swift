import ONVIFMessages
import RecorderEngine

/// A part of what a device was asked.
enum Answered<Value: Equatable & Sendable>: Equatable, Sendable {
  case told(Value)
  /// It said no, or nothing that is understood: a sentence.
  case untold(String)

  /// What was told; nil: nothing.
  var value: Value? { if case .told(let value) = self { value } else { nil } }
  /// Why nothing was told; nil: something was.
  var why: String? { if case .untold(let why) = self { why } else { nil } }
}

/// All that a device has told of itself.
struct Telling: Equatable, Sendable {
  var information: Answered<DeviceInformation> = .untold("")
  var hostname: Answered<HostnameInformation> = .untold("")
  var interfaces: Answered<[NetworkInterface]> = .untold("")
  var protocols: Answered<[NetworkProtocol]> = .untold("")
  var gateway: Answered<NetworkGateway> = .untold("")
  var dns: Answered<ServerList> = .untold("")
  var ntp: Answered<ServerList> = .untold("")
  var users: Answered<[DeviceUser]> = .untold("")
  var sources: Answered<[VideoSource]> = .untold("")
  var profiles: Answered<[MediaProfile]> = .untold("")
  var limits: [AccountLimit: Int] = [:]
  var clock: ClockReading

  /// The network card that is in use.
  var card: NetworkInterface? {
    let cards = interfaces.value ?? []
    return cards.first { $0.isEnabled != false && $0.ipv4?.current != nil } ?? cards.first
  }

  /// A service by its kind.
  func service(_ kind: NetworkProtocolKind) -> NetworkProtocol? {
    protocols.value?.first { $0.kind == .known(kind) }
  }

  /// An account as the device writes it, by the name that the screens show.
  func user(_ shown: AccountName) -> DeviceUser? {
    users.value?.first { AccountName(ForeignText.tamed($0.name.text)) == shown }
  }

  /// Part of what is asked after a change, to see what has become of it.
  enum Reading: CaseIterable, Hashable, Sendable {
    case information, hostname, interfaces, protocols, gateway, dns, ntp, users, clock
    case sources, profiles
  }
}
