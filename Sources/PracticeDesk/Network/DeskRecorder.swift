import RecorderEngine

/// The recorder on the desk as a device of the network: what it shows at the moment.
struct DeskRecorder: NetworkMember, Equatable, Sendable {
  private let shown: KnownDevice
  let turnsLaptopAway: Bool
  let judgesPasswords = true

  /// The recorder as it is now; nil where nobody hears of it: nothing reaches it, and the laptop has
  /// not found it before.
  init?(_ recorder: RecorderState, seenFrom laptop: LaptopKnowledge, at now: Timestamp) {
    let snapshot = recorder.snapshot
    let presence = snapshot.presence
    guard presence != .offline || laptop.device(KnownDevice.own) != nil else { return nil }
    let identity = snapshot.profile.identity
    func address(_ key: SettingKey) -> IPAddress {
      snapshot.settings[key].flatMap { IPAddress($0) } ?? IPAddress(bits: 0)
    }
    let lockOut = snapshot.lockOut(of: .admin)
    shown = KnownDevice(
      number: KnownDevice.own, kind: .recorder,
      name: snapshot.settings[.deviceName] ?? identity.model, model: identity.model,
      details: KnownDevice.Details(
        serialNumber: identity.serialNumber,
        macAddress: MACAddress(identity.macAddress) ?? MACAddress(bits: 0),
        firmware: snapshot.firmware),
      address: address(.networkAddress), mask: address(.networkMask), gateway: address(.gateway),
      access: snapshot.access, mayHaveEmptyPassword: true,
      presence: presence, hasConflict: false,
      lockedUntil: lockOut.map { $0.until ?? now + .longerThanAnyPractice },
      triesLeft: recorder.triesLeft(of: .admin))
    turnsLaptopAway = laptop.setup.map { !snapshot.accessList.lets("\($0.address)") } ?? false
  }

  var heldAddress: IPAddress? { shown.presence == .online ? shown.address : nil }

  func answers(at now: Timestamp) -> Bool { shown.presence == .online }
  func said(at now: Timestamp) -> KnownDevice { shown }
}

extension RecorderSnapshot {
  fileprivate var presence: KnownDevice.Presence {
    guard hasNetworkLink else { return .offline }
    return switch power {
    case .off: .offline
    case .running: .online
    case .starting, .resetting: .restarting
    case .upgrading: .upgrading
    }
  }

  fileprivate var access: KnownDevice.Access {
    if needsSetup { return .notActivated }
    return account(.admin)?.password == .factoryDefault ? .factoryPassword : .inUse
  }
}
