import RecorderEngine

extension PracticeNetwork {
  /// What a made device answers to its order, and what becomes of it.
  mutating func runTurn(
    _ number: Int, _ place: Int, _ job: NetworkJob, at now: Timestamp, _ changed: inout [Int]
  ) -> JobOutcome {
    guard device(number) != nil, let known = known(number, at: now) else { return .noAnswer }
    if let obstacle = obstacle(at: known, to: job.kind, at: now) { return obstacle }
    if devices[number - 1].lock != .notActivated {
      let isOpen = DeviceKey(devices[number - 1]).map(job.opened.contains) ?? false
      guard isOpen else { return countFailure(of: number, at: now) }
      devices[number - 1].failures = 0
      devices[number - 1].lockedUntil = nil
    }
    return carryOut(job.act, on: known, place, at: now, &changed)
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
    _ act: NetworkJob.Act, on known: KnownDevice, _ place: Int, at now: Timestamp,
    _ changed: inout [Int]
  ) -> JobOutcome {
    let number = known.number
    switch act {
    case .setPassword(let lock): devices[number - 1].lock = lock
    case .changeAddress(let addresses, let mask, let gateway):
      guard addresses.indices.contains(place), isFree(addresses[place], for: known) else {
        return .addressTaken
      }
      let new = addresses[place]
      if new != known.address { changed += move(number, to: new) }
      devices[number - 1].mask = mask
      devices[number - 1].gateway = gateway
    case .factoryDefault(let keepsNetwork):
      returnToFactory(number, keepsNetwork: keepsNetwork, &changed)
      occupy(number, with: .restarting, until: now + profile.startTime)
    case .restart: occupy(number, with: .restarting, until: now + profile.startTime)
    case .setTime: break
    case .upgrade(let choice):
      if let problem = problem(with: choice, for: known) { return problem }
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
}
