import ONVIFMessages
import RecorderEngine

/// A part of what a device was asked.
enum Answered<Value: Equatable & Sendable>: Equatable, Sendable {
  case told(Value)
  /// It said no, or nothing that is understood: a sentence.
  case untold(String)
  /// It did not say anything this time: what it said before is still the best that is known.
  case missed(String)

  /// What was told; nil: nothing.
  var value: Value? { if case .told(let value) = self { value } else { nil } }
  /// Why nothing was told; nil: something was.
  var why: String? {
    switch self {
    case .told: nil
    case .untold(let why), .missed(let why): why
    }
  }
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
  /// What is recorded, in all: its service need not be there.
  var recordings: Answered<RecordingSummary> = .untold("")
  var limits: [AccountLimit: Int] = [:]
  /// Where it was asked: an address, or a name.
  var host = ""
  /// What the maker's own API told beside it; nil: nothing.
  var maker: MakerTelling?
  var clock: ClockReading
  /// What was asked for last and not said: what stands here of it is older.
  var missed: Set<Reading> = []

  /// The network card that is in use: of several, that which is asked.
  var card: NetworkInterface? {
    let cards = interfaces.value ?? []
    return askedCard ?? cards.first { $0.isEnabled != false && $0.ipv4?.current != nil }
      ?? cards.first
  }

  /// The network card with the address that was asked; nil: none, as behind a router.
  var askedCard: NetworkInterface? {
    guard let asked = IPAddress(host) else { return nil }
    return interfaces.value?.first { $0.ipv4?.current?.address == asked }
  }

  /// A service by its kind.
  func service(_ kind: NetworkProtocolKind) -> NetworkProtocol? {
    protocols.value?.first { $0.kind == .known(kind) }
  }

  /// An account as the device writes it, by the name that the screens show; nil where it has none, or
  /// two that look the same.
  func user(_ shown: AccountName) -> DeviceUser? {
    let found = (users.value ?? []).filter { $0.shownName == shown }
    return found.count == 1 ? found[0] : nil
  }

  /// Takes in what was said of a part; nil: it was not asked about.
  mutating func take<Value>(
    _ new: Answered<Value>?, of part: Reading, at place: WritableKeyPath<Telling, Answered<Value>>
  ) {
    guard let new else { return }
    if case .missed = new {
      missed.insert(part)
      if case .told = self[keyPath: place] { return }
    }
    self[keyPath: place] = new
  }

  /// Part of what is asked after a change, to see what has become of it.
  enum Reading: CaseIterable, Hashable, Sendable {
    case information, hostname, interfaces, protocols, gateway, dns, ntp, users, clock
    case sources, profiles, recordings
  }
}

extension DeviceUser {
  /// The name as the screens show it.
  var shownName: AccountName { AccountName(ForeignText.tamed(name.text, longest: 64)) }
}
