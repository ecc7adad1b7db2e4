import RecorderEngine

extension Desk {
  /// The address of the desk's recorder, where it is on the network.
  var ownAddress: IPAddress? {
    let snapshot = recorder.snapshot
    guard snapshot.hasNetworkLink, snapshot.power == .running else { return nil }
    return snapshot.settings[.networkAddress].flatMap { IPAddress($0) }
  }

  /// What the desk's recorder says of itself; nil where nothing reaches it at all.
  func ownDevice(in network: PracticeNetwork, at now: Timestamp) -> KnownDevice? {
    let snapshot = recorder.snapshot
    let presence: KnownDevice.Presence
    switch snapshot.power {
    case _ where !snapshot.hasNetworkLink: presence = .offline
    case .off: presence = .offline
    case .running: presence = .online
    case .starting, .resetting: presence = .restarting
    case .upgrading: presence = .upgrading
    }
    guard presence != .offline || surroundings.laptop.device(KnownDevice.own) != nil else {
      return nil
    }
    let identity = snapshot.profile.identity
    func address(_ key: SettingKey) -> IPAddress {
      snapshot.settings[key].flatMap { IPAddress($0) } ?? IPAddress(bits: 0)
    }
    let own = address(.networkAddress)
    let lockOut = snapshot.lockOut(of: .admin)
    return KnownDevice(
      number: KnownDevice.own, kind: .recorder,
      name: snapshot.settings[.deviceName] ?? identity.model, model: identity.model,
      serialNumber: identity.serialNumber,
      macAddress: MACAddress(identity.macAddress) ?? MACAddress(bits: 0), address: own,
      mask: address(.networkMask), gateway: address(.gateway),
      firmware: snapshot.firmware, access: ownAccess, presence: presence,
      hasConflict: network.owners[own] != nil,
      lockedUntil: lockOut.map { $0.until ?? now + .days(36_500) },
      triesLeft: recorder.triesLeft(of: .admin))
  }

  private var ownAccess: KnownDevice.Access {
    if recorder.snapshot.needsSetup { return .notActivated }
    let isDefault = recorder.snapshot.account(.admin)?.password == .factoryDefault
    return isDefault ? .factoryPassword : .inUse
  }

  /// The firmware files of the recorder's own.
  var ownFiles: [FirmwareFile] { recorder.snapshot.profile.maintenance.firmwareFiles.value }

  /// The file of the recorder's own that a choice of firmware means.
  func ownFile(for choice: FirmwareChoice) -> FirmwareFile? {
    switch choice {
    case .file(let name): return ownFiles.first { $0.name == name }
    case .newest:
      return ownFiles.filter { $0.model == recorder.snapshot.profile.identity.model }
        .max { $0.version < $1.version }
    }
  }

  /// What the desk's recorder would do.
  func ownForesight(
    of request: JobRequest, in network: PracticeNetwork, at now: Timestamp
  ) -> Foresight {
    guard let own = ownDevice(in: network, at: now), own.presence == .online else {
      return .fails(.noAnswer)
    }
    if request.order.act != .changeAddress, own.hasConflict { return .fails(.addressConflict) }
    if own.isLocked(at: now) { return .fails(.locked) }
    if own.access == .notActivated {
      return request.order.act == .setPassword ? .activates : .fails(.notActivated)
    }
    if !recorder.snapshot.accessList.lets(network.profile.laptop.address.description) {
      return .fails(.refused)
    }
    if let address = request.order.addresses.first, address != own.address,
      network.isTaken(address)
    {
      return .fails(.addressTaken)
    }
    if case .upgrade(let choice) = request.order, let problem = ownProblem(with: choice) {
      return .fails(problem)
    }
    return own.isAtLastTry ? .lastTry : .ready
  }

  private func ownProblem(with choice: FirmwareChoice) -> JobOutcome? {
    guard let file = ownFile(for: choice) else {
      return choice == .newest ? .notNewer : .otherModel
    }
    if file.model != recorder.snapshot.profile.identity.model { return .otherModel }
    return recorder.snapshot.firmware < file.version ? nil : .notNewer
  }

  /// Orders the desk's recorder what a job orders everybody, through its own rules.
  mutating func orderOwn(
    _ request: JobRequest, in network: PracticeNetwork, at now: Timestamp,
    with cryptography: any DeviceCryptography
  ) -> [RecorderEvent] {
    if case .fails(let outcome) = ownForesight(of: request, in: network, at: now),
      [.addressConflict, .addressTaken, .noAnswer].contains(outcome)
    {
      return []
    }
    let order: RemoteOrder =
      switch request.order {
      case .setPassword(let new): .setPassword(new)
      case .changeAddress(let plan): .changeAddress(ownSettings(for: plan))
      case .factoryDefault(let keepsNetwork): .factoryDefault(keepsNetwork: keepsNetwork)
      case .restart: .restart
      case .upgrade(let choice): .upgrade(with: ownFile(for: choice)?.name ?? choice.name)
      }
    let laptop = network.profile.laptop.address.description
    return tellRecorder(
      .remote(.obey(order, request.current, from: laptop)), at: now, with: cryptography)
  }

  private func ownSettings(for plan: AddressPlan) -> [SettingKey: SettingValue] {
    let wanted: [(SettingKey, SettingValue)] = [
      (.networkAddress, (plan.addresses.first ?? IPAddress(bits: 0)).description),
      (.networkMask, plan.mask.description), (.gateway, plan.gateway.description),
      (.dhcp, "off"),
    ]
    let there = wanted.filter { recorder.snapshot.settings[$0.0] != nil }
    return Dictionary(there, uniquingKeysWith: { one, _ in one })
  }

  /// What the recorder's answer means for a job.
  func ownOutcome(of answer: [RecorderEvent]) -> JobOutcome {
    for event in answer {
      guard case .refused(let refusal) = event else { continue }
      return JobOutcome(refusal, locksNow: answer.contains { $0.isLockOut })
    }
    let wasHeard = answer.contains {
      if case .logged(let entry) = $0, case .remoteOrder = entry.action { true } else { false }
    }
    return wasHeard ? .done : .noAnswer
  }
}

extension FirmwareChoice {
  fileprivate var name: String { if case .file(let name) = self { name } else { "" } }
}

extension RecorderEvent {
  fileprivate var isLockOut: Bool { if case .accounts(.lockedOut) = self { true } else { false } }
}

extension JobOutcome {
  /// A refusal of the recorder's, as a job's result.
  fileprivate init(_ refusal: Refusal, locksNow: Bool) {
    switch refusal {
    case .wrongNameOrPassword(let left): self = .wrongPassword(left: left)
    case .lockedOut: self = locksNow ? .lockedNow : .locked
    case .notRunning: self = .noAnswer
    case .setup: self = .notActivated
    case .upgrade(.noSuchFile): self = .noSuchFile
    case .upgrade(.otherModel): self = .otherModel
    case .upgrade(.notNewer): self = .notNewer
    default: self = .refused
    }
  }
}
