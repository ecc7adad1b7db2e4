import RecorderEngine

/// What opens a lock: devices with the same key open to the same password.
enum DeviceKey: Hashable, Sendable {
  case factory(model: Int)
  case noted
  case kept(Int)

  /// The key of a device; nil where no password opens it.
  init?(_ device: NetworkDevice) {
    switch device.lock {
    case .notActivated, .lost: return nil
    case .factoryPassword: self = .factory(model: device.model)
    case .notedPassword: self = .noted
    case .kept(let place): self = .kept(place)
    }
  }
}

/// A job that runs. It holds no secret: what the typed password opens was found out at its
/// beginning, once for each key, and the new one is sealed already.
struct NetworkJob: Equatable, Sendable {
  /// What is done to a device.
  enum Act: Equatable, Sendable {
    case setPassword(DeviceLock)
    case changeAddress([IPAddress], mask: IPAddress, gateway: IPAddress)
    case factoryDefault(keepsNetwork: Bool)
    case restart
    case upgrade(FirmwareChoice)
  }

  /// A device that has its turn.
  struct Turn: Equatable, Sendable {
    let place: Int
    let ends: Timestamp
  }

  let act: Act
  let targets: [Int]
  let queue: [Int]
  let opened: Set<DeviceKey>
  let parallelism: Int
  let stopsAtWarning: Bool
  /// What the desk's recorder has answered already, where it is one of the targets.
  let ownOutcome: JobOutcome?
  var begun = 0
  var turns: [Turn] = []
  /// Why no further device has its turn; nil: they go on.
  var stop: JobReport.State?

  /// When the next device answers.
  var next: Timestamp? { turns.map(\.ends).min() }
  /// Whether nobody has a turn and nobody will.
  var isOver: Bool { turns.isEmpty && (stop != nil || begun == queue.count) }
}

extension DeviceOrder {
  /// The new address of each target, where addresses are changed.
  var addresses: [IPAddress] {
    if case .changeAddress(let plan) = self { plan.addresses } else { [] }
  }
}

extension PracticeNetwork {
  /// Why a job cannot even begin; nil: it can.
  func refusal(
    of request: JobRequest, known: LaptopKnowledge, files: [FirmwareFile],
    passwordProblem: (NewPassword) -> PasswordProblem?
  ) -> NetworkRefusal? {
    if job != nil { return .jobRunning }
    if request.targets.isEmpty { return .noTargets }
    if let unknown = request.targets.first(where: { known.place(of: $0) == nil }) {
      return .unknownDevice(unknown)
    }
    if Set(request.targets).count < request.targets.count { return .noTargets }
    let parallelism = profile.laptop.parallelism
    guard request.parallelism.map(parallelism.contains) ?? true else {
      return .parallelism(parallelism)
    }
    switch request.order {
    case .setPassword(let new): return passwordProblem(new).map { .password($0) }
    case .changeAddress(let plan):
      let isWhole =
        plan.addresses.count == request.targets.count
        && Set(plan.addresses).count == plan.addresses.count
      return isWhole ? nil : .addresses
    case .upgrade(.file(let name)):
      return files.contains { $0.name == name } ? nil : .noSuchFile(name)
    case .factoryDefault, .restart, .upgrade(.newest): return nil
    }
  }

  /// Gives the first devices their turn. `ownOutcome` is what the desk's recorder has answered.
  mutating func beginJob(
    _ request: JobRequest, after report: JobReport?, ownOutcome: JobOutcome?, at now: Timestamp,
    with cryptography: any DeviceCryptography, salt: Salt
  ) -> [NetworkEvent] {
    let act = act(of: request.order, with: cryptography, salt: salt)
    let parallelism = request.parallelism ?? profile.laptop.usualParallelism
    let begun = JobReport(request, parallelism: parallelism, after: report, at: now)
    var job = NetworkJob(
      act: act, targets: begun.targets, queue: begun.queue,
      opened: keys(of: request.targets, opening: request.current, with: cryptography),
      parallelism: parallelism, stopsAtWarning: request.stopsAtWarning,
      ownOutcome: ownOutcome)
    giveTurns(&job, at: now)
    self.job = job
    return [.jobBegan(begun), .jobMoved([], begun: job.begun, changed: [])]
  }

  private mutating func act(
    of order: DeviceOrder, with cryptography: any DeviceCryptography, salt: Salt
  ) -> NetworkJob.Act {
    switch order {
    case .setPassword(let new):
      clearVault()
      vault.append(cryptography.seal(new.password, salt: salt))
      return .setPassword(.kept(vault.count - 1))
    case .changeAddress(let plan):
      return .changeAddress(plan.addresses, mask: plan.mask, gateway: plan.gateway)
    case .factoryDefault(let keepsNetwork): return .factoryDefault(keepsNetwork: keepsNetwork)
    case .restart: return .restart
    case .upgrade(let choice): return .upgrade(choice)
    }
  }

  /// Forgets sealed passwords that no device has any more.
  private mutating func clearVault() {
    var kept: [Int: Int] = [:]
    var rest: [SealedSecret] = []
    for place in devices.indices {
      guard case .kept(let old) = devices[place].lock, vault.indices.contains(old) else { continue }
      if kept[old] == nil {
        kept[old] = rest.count
        rest.append(vault[old])
      }
      devices[place].lock = .kept(kept[old] ?? 0)
    }
    vault = rest
  }

  /// Which keys of the targets a password opens: each is tried once, however many devices have it.
  private func keys(
    of targets: [Int], opening password: Secret, with cryptography: any DeviceCryptography
  ) -> Set<DeviceKey> {
    var tried: Set<DeviceKey> = []
    for number in targets where number != KnownDevice.own {
      if let key = DeviceKey(devices[number - 1]) { tried.insert(key) }
    }
    return tried.filter { key in
      switch key {
      case .factory(let model):
        let text = profile.models[model].defaultPassword
        return text.map { password.matches(Secret($0)) } ?? false
      case .noted: return password.matches(Secret(profile.laptop.notedPassword))
      case .kept(let place):
        return vault.indices.contains(place) && cryptography.opens(vault[place], with: password)
      }
    }
  }

  func giveTurns(_ job: inout NetworkJob, at now: Timestamp) {
    while job.stop == nil, job.turns.count < job.parallelism, job.begun < job.queue.count {
      let place = job.queue[job.begun]
      job.begun += 1
      let ends = now + time(of: job, for: job.targets[place], at: now)
      job.turns.append(NetworkJob.Turn(place: place, ends: profile.beat(of: ends)))
    }
  }

  /// How long a device's turn is: no two are alike, and whoever does not answer is waited for.
  private func time(of job: NetworkJob, for number: Int, at now: Timestamp) -> Interval {
    if number != KnownDevice.own, !devices[number - 1].answers(at: now) {
      return profile.turns.patience
    }
    var random = SeededRandom(seed: seed ^ UInt64(number) << 20 ^ UInt64(job.begun))
    return profile.turns.answer(to: job.act.kind, using: &random)
  }
}

extension NetworkJob.Act {
  var kind: RemoteAct {
    switch self {
    case .setPassword: .setPassword
    case .changeAddress: .changeAddress
    case .factoryDefault: .factoryDefault
    case .restart: .restart
    case .upgrade: .upgrade
    }
  }
}

extension JobReport {
  /// The report of a job that begins; a retry goes on with the one before.
  fileprivate init(
    _ request: JobRequest, parallelism: Int, after last: JobReport?, at now: Timestamp
  ) {
    var outcomes = [JobOutcome?](repeating: nil, count: request.targets.count)
    var targets = request.targets
    var addresses = request.order.addresses
    var queue = Array(targets.indices)
    if request.isRetry, let last, last.act == request.order.act {
      let places = Dictionary(
        last.targets.enumerated().map { ($1, $0) }, uniquingKeysWith: { one, _ in one })
      let found = request.targets.compactMap { places[$0] }
      if found.count == request.targets.count {
        queue = found
        targets = last.targets
        outcomes = last.outcomes
        addresses = last.addresses
        for place in queue { outcomes[place] = nil }
      }
    }
    self.init(
      act: request.order.act, targets: targets, outcomes: outcomes, addresses: addresses,
      queue: queue, parallelism: parallelism, since: now)
  }
}
