import RecorderEngine

extension PracticeNetwork {
  /// Why a job cannot even begin; nil: it can.
  func refusal(
    of request: JobRequest, known: LaptopKnowledge,
    passwordProblem: (NewPassword) -> PasswordProblem?
  ) -> NetworkRefusal? {
    request.refusal(
      isRunning: job != nil, laptop: laptop, isKnown: { known.place(of: $0) != nil },
      passwordProblem: passwordProblem)
  }

  /// Gives the first devices their turn. `answers` are those of whoever was asked already, by number;
  /// `level` is that of the password to be set.
  mutating func beginJob(
    _ request: JobRequest, after report: JobReport?, answers: [Int: JobOutcome],
    level: PasswordLevel?, at now: Timestamp, with cryptography: any DeviceCryptography, salt: Salt
  ) -> [NetworkEvent] {
    let parallelism = request.parallelism ?? laptop.usualParallelism
    var begun = JobReport(request, parallelism: parallelism, after: report, at: now)
    begun.passwordLevel = level
    let act = act(of: request.order, begun.addresses, with: cryptography, salt: salt)
    var job = NetworkJob(
      act: act, report: begun,
      opened: keys(of: request.targets, opening: request.current, with: cryptography),
      stopsAtWarning: request.stopsAtWarning, answers: answers)
    giveTurns(&job, at: now)
    self.job = job
    return [.jobBegan(begun), .jobMoved([], begun: job.begun, changed: [])]
  }

  private mutating func act(
    of order: DeviceOrder, _ addresses: [IPAddress], with cryptography: any DeviceCryptography,
    salt: Salt
  ) -> NetworkJob.Act {
    switch order {
    case .setPassword(let new):
      clearVault()
      vault.append(cryptography.seal(new.password, salt: salt))
      return .setPassword(.kept(vault.count - 1))
    case .changeAddress(let plan):
      return .changeAddress(addresses, mask: plan.mask, gateway: plan.gateway)
    case .factoryDefault(let keepsNetwork): return .factoryDefault(keepsNetwork: keepsNetwork)
    case .restart: return .restart
    case .upgrade(let choice): return .upgrade(choice)
    case .setTime: return .setTime
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
    let tried = Set(targets.lazy.compactMap(device).compactMap(DeviceKey.init))
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

  /// What the job has brought about until now, all at once, and its end where that is reached.
  mutating func advanceJob(until now: Timestamp) -> [NetworkEvent] {
    guard var job = job.take() else { return [] }
    var results: [JobResult] = []
    var changed: [Int] = []
    var last = now
    while let time = job.next, time <= now {
      last = time
      for turn in job.removeTurns(endingAt: time) {
        let number = job.targets[turn.place]
        changed.append(number)
        let outcome =
          job.answers[number] ?? runTurn(number, turn.place, job, at: time, &changed)
        results.append(JobResult(place: turn.place, outcome: outcome))
        job.heed(outcome, of: number)
      }
      giveTurns(&job, at: time)
    }
    guard !results.isEmpty || job.isOver else {
      self.job = job
      return []
    }
    let known = Set(changed).sorted().compactMap { self.known($0, at: now) }
    let moved: NetworkEvent = .jobMoved(results, begun: job.begun, changed: known)
    guard job.isOver else {
      self.job = job
      return [moved]
    }
    return [moved, .jobEnded(job.stop ?? .finished, at: last)]
  }

  /// No further device has its turn.
  mutating func stopJob() { job?.end(.stopped) }

  private func giveTurns(_ job: inout NetworkJob, at now: Timestamp) {
    job.giveTurns { number, job in profile.beat(of: now + time(of: job, for: number, at: now)) }
  }

  /// How long a device's turn is: no two are alike, and whoever does not answer is waited for.
  private func time(of job: NetworkJob, for number: Int, at now: Timestamp) -> Interval {
    guard job.answers[number] != nil || answers(number, at: now) else {
      return profile.turns.patience
    }
    var random = SeededRandom(seed: seed ^ UInt64(number) << 20 ^ UInt64(job.begun))
    return profile.turns.answer(to: job.kind, using: &random)
  }
}
