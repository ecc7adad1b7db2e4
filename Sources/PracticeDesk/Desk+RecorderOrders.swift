import RecorderEngine

extension Desk {
  /// Has the recorder obey a job's order by its own rules, where the network lets that through;
  /// returns what it made of it, and what happened there.
  mutating func askRecorder(
    _ request: JobRequest, _ place: Int, on network: PracticeNetwork, at now: Timestamp,
    with cryptography: any DeviceCryptography
  ) -> (outcome: JobOutcome, events: [RecorderEvent]) {
    let number = request.targets[place]
    let model = recorder.snapshot.profile.identity.model
    if case .fails(let obstacle) = network.foresight(of: number, request.order, place, at: now),
      obstacle.isOnTheWay
    {
      return (obstacle, [])
    }
    let order: RemoteOrder =
      switch request.order {
      case .setPassword(let new): .setPassword(new)
      case .changeAddress(let plan): .changeAddress(settings(for: plan, place))
      case .factoryDefault(let keepsNetwork): .factoryDefault(keepsNetwork: keepsNetwork)
      case .restart: .restart
      case .setTime(let source): .setTime(source)
      case .upgrade(let choice):
        .upgrade(with: network.file(choice, for: model)?.name ?? choice.name)
      }
    let laptop = network.laptop.address.description
    let answer = tellRecorder(
      .remote(.obey(order, request.current, from: laptop)), at: now, with: cryptography)
    // What it refuses stands in the job's result; the monitor has nothing to do with it.
    return (JobOutcome(answer), answer.filter { $0.refusal == nil })
  }

  private func settings(for plan: AddressPlan, _ place: Int) -> [SettingKey: SettingValue] {
    let wanted: [(SettingKey, SettingValue)] = [
      (.networkAddress, plan.addresses[place].description),
      (.networkMask, plan.mask.description), (.gateway, plan.gateway.description),
      (.dhcp, "off"),
    ]
    let there = wanted.filter { recorder.snapshot.settings[$0.0] != nil }
    return Dictionary(there, uniquingKeysWith: { one, _ in one })
  }
}

extension FirmwareChoice {
  fileprivate var name: String { if case .file(let name) = self { name } else { "" } }
}

extension RecorderEvent {
  fileprivate var refusal: Refusal? {
    if case .refused(let refusal) = self { refusal } else { nil }
  }

  fileprivate var isLockOut: Bool { if case .accounts(.lockedOut) = self { true } else { false } }

  fileprivate var isOrderHeard: Bool {
    if case .logged(let entry) = self, case .remoteOrder = entry.action { true } else { false }
  }
}

extension JobOutcome {
  /// What the recorder's answer to an order means for a job.
  fileprivate init(_ answer: [RecorderEvent]) {
    if let refusal = answer.lazy.compactMap(\.refusal).first {
      self.init(refusal, locksNow: answer.contains { $0.isLockOut })
    } else {
      self = answer.contains { $0.isOrderHeard } ? .done : .noAnswer
    }
  }

  private init(_ refusal: Refusal, locksNow: Bool) {
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
