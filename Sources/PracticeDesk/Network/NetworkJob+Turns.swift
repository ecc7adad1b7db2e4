import RecorderEngine

extension PracticeNetwork {
  /// What the job has brought about until now, all at once, and its end where that is reached.
  mutating func followJob(until now: Timestamp, own: KnownDevice?) -> [NetworkEvent] {
    guard var job = job.take() else { return [] }
    var results: [JobResult] = []
    var changed: [Int] = []
    var last = now
    while let time = job.next, time <= now {
      last = time
      let due = job.turns.filter { $0.ends == time }.sorted { $0.place < $1.place }
      job.turns.removeAll { $0.ends == time }
      for turn in due {
        let number = job.targets[turn.place]
        let outcome =
          number == KnownDevice.own
          ? job.ownOutcome ?? .noAnswer
          : takeTurn(number, turn.place, job, at: time, &changed)
        results.append(JobResult(place: turn.place, outcome: outcome))
        if outcome.isWarning, job.stopsAtWarning, job.stop == nil {
          job.stop = .warned(by: number)
        }
      }
      giveTurns(&job, at: time)
    }
    guard !results.isEmpty || job.isOver else {
      self.job = job
      return []
    }
    var known = Set(changed).sorted().map { self.known($0, at: now) }
    if results.contains(where: { job.targets[$0.place] == KnownDevice.own }), let own {
      known.append(own)
    }
    let moved: NetworkEvent = .jobMoved(results, begun: job.begun, changed: known)
    guard job.isOver else {
      self.job = job
      return [moved]
    }
    return [moved, .jobEnded(job.stop ?? .finished, at: last)]
  }

  /// No further device has its turn.
  mutating func stopJob() {
    if job?.stop == nil { job?.stop = .stopped }
  }

  /// What a device answers to its order, and what becomes of it.
  private mutating func takeTurn(
    _ number: Int, _ place: Int, _ job: NetworkJob, at now: Timestamp, _ changed: inout [Int]
  ) -> JobOutcome {
    changed.append(number)
    if let obstacle = obstacle(number, to: job.act.kind, at: now) { return obstacle }
    if devices[number - 1].lock != .notActivated {
      let isOpen = DeviceKey(devices[number - 1]).map(job.opened.contains) ?? false
      guard isOpen else { return countFailure(of: number, at: now) }
      devices[number - 1].failures = 0
      devices[number - 1].lockedUntil = nil
    }
    return carryOut(job.act, on: number, place, at: now, &changed)
  }

  /// What keeps a device from obeying before any password is tried.
  func obstacle(_ number: Int, to act: RemoteAct, at now: Timestamp) -> JobOutcome? {
    let device = devices[number - 1]
    if !device.answers(at: now) { return .noAnswer }
    if act != .changeAddress, isShared(device.address) { return .addressConflict }
    if act != .setPassword, device.lock == .notActivated { return .notActivated }
    if let until = device.lockedUntil, now < until { return .locked }
    return nil
  }

  private mutating func countFailure(of number: Int, at now: Timestamp) -> JobOutcome {
    devices[number - 1].failures += 1
    let left = profile.signIn.tries - devices[number - 1].failures
    guard left <= 0 else { return .wrongPassword(left: left) }
    devices[number - 1].failures = 0
    devices[number - 1].lockedUntil = now + profile.signIn.lockOut
    return .lockedNow
  }

  private mutating func carryOut(
    _ act: NetworkJob.Act, on number: Int, _ place: Int, at now: Timestamp,
    _ changed: inout [Int]
  ) -> JobOutcome {
    switch act {
    case .setPassword(let lock): devices[number - 1].lock = lock
    case .changeAddress(let addresses, let mask, let gateway):
      let new = addresses[place]
      let isItsOwn = new == devices[number - 1].address
      guard isItsOwn ? !isShared(new) : !isTaken(new) else { return .addressTaken }
      if !isItsOwn { changed += move(number, to: new) }
      devices[number - 1].mask = mask
      devices[number - 1].gateway = gateway
    case .factoryDefault(let keepsNetwork):
      returnToFactory(number, keepsNetwork: keepsNetwork, &changed)
      occupy(number, with: .restarting, until: now + profile.startTime)
    case .restart: occupy(number, with: .restarting, until: now + profile.startTime)
    case .upgrade(let choice):
      if let problem = problem(with: choice, for: number) { return problem }
      devices[number - 1].firmware = model(of: number).newestPlace
      occupy(number, with: .upgrading, until: now + profile.startTime)
    }
    return .done
  }

  /// As it came: without a password of its own, and at the address that it had at first.
  private mutating func returnToFactory(
    _ number: Int, keepsNetwork: Bool, _ changed: inout [Int]
  ) {
    let isActivated = model(of: number).defaultPassword != nil
    devices[number - 1].lock = isActivated ? .factoryPassword : .notActivated
    guard !keepsNetwork else { return }
    let first = original[number - 1]
    if first.address != devices[number - 1].address {
      changed += move(number, to: first.address)
    }
    devices[number - 1].mask = first.mask
    devices[number - 1].gateway = first.gateway
  }

  /// Why a device does not take this firmware; nil: it does.
  func problem(with choice: FirmwareChoice, for number: Int) -> JobOutcome? {
    let model = model(of: number)
    if case .file(let name) = choice {
      let file = profile.files.first { $0.name == name }
      // The desk's recorder brings files of its own, which are for no device of the network.
      guard file?.model == model.name else { return .otherModel }
    }
    let isNewest = devices[number - 1].firmware == model.newestPlace
    return isNewest ? .notNewer : nil
  }
}
