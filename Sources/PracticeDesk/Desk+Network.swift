import RecorderEngine

extension Desk {
  /// Does what the laptop is asked for. Nothing is obeyed before it is opened.
  mutating func apply(
    _ command: NetworkCommand, at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    if case .open(let profile) = command { return open(profile) }
    guard var network = self.network.made.take() else { return [] }
    defer { self.network.made = network }
    switch command {
    case .open: return []
    case .discover:
      guard network.search == nil else { return [] }
      return network.beginSearch(at: now).map { .network($0) }
    case .rehearse(let request): return rehearse(request.ownFirst, in: network, at: now)
    case .begin(let request):
      return begin(request.ownFirst, in: &network, at: now, with: cryptography)
    case .stop:
      network.stopJob()
      return []
    case .forgetResults:
      guard network.job == nil, surroundings.laptop.report != nil else { return [] }
      return [.network(.resultsForgotten)]
    }
  }

  private mutating func open(_ profile: NetworkProfile) -> [DeskEvent] {
    guard network.made == nil else { return [] }
    network.make(of: profile)
    return [.network(.opened(LaptopSetup(profile, recorderFiles: ownFiles)))]
  }

  /// What has come from the network until now, and when the next thing will.
  mutating func followNetwork(until now: Timestamp) -> [DeskEvent] {
    guard var network = self.network.made.take() else { return [] }
    defer { self.network.made = network }
    network.deskAddress = ownAddress
    guard let next = network.next, next <= now else { return [] }
    let own = ownDevice(in: network, at: now)
    var events = network.followGreetings(until: now)
    events += network.followJob(until: now, own: own)
    events += network.followSearch(until: now, own: own)
    return events.map { .network($0) }
  }

  /// The desk's recorder says that it is there again after a restart that the laptop saw begin.
  func greeting(at now: Timestamp) -> [DeskEvent] {
    guard let network = network.made,
      let known = surroundings.laptop.device(KnownDevice.own), known.presence != .online,
      let own = ownDevice(in: network, at: now), own.presence == .online
    else { return [] }
    return [.network(.answered([own]))]
  }

  private func refusal(
    of request: JobRequest, in network: PracticeNetwork
  ) -> NetworkRefusal? {
    let level = recorder.snapshot.requiredPasswordLevel
    return network.refusal(
      of: request, known: surroundings.laptop, files: network.profile.files + ownFiles
    ) { new in
      guard new.password.matches(new.again) else { return .notTheSameTwice }
      return recorder.snapshot.profile.passwords.problem(with: new.password, at: level)
    }
  }

  private func rehearse(
    _ request: JobRequest, in network: PracticeNetwork, at now: Timestamp
  ) -> [DeskEvent] {
    if let refusal = refusal(of: request, in: network) { return [.network(.refused(refusal))] }
    let version: FirmwareVersion? =
      if case .upgrade(let choice) = request.order { ownFile(for: choice)?.version } else { nil }
    let rehearsal = network.rehearse(
      request, own: ownForesight(of: request, in: network, at: now), ownVersion: version, at: now)
    return [.network(.rehearsed(rehearsal))]
  }

  private mutating func begin(
    _ request: JobRequest, in network: inout PracticeNetwork, at now: Timestamp,
    with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    if let refusal = refusal(of: request, in: network) { return [.network(.refused(refusal))] }
    var events: [DeskEvent] = []
    var outcome: JobOutcome?
    if request.targets.first == KnownDevice.own {
      let answer = orderOwn(request, in: network, at: now, with: cryptography)
      // What it refuses stands in the job's result; the monitor has nothing to do with it.
      events = answer.filter { if case .refused = $0 { false } else { true } }
        .map { .recorder($0) }
      outcome = ownOutcome(of: answer)
    }
    let salt = freshSalt()
    return events
      + network.beginJob(
        request, after: surroundings.laptop.report, ownOutcome: outcome, at: now,
        with: cryptography, salt: salt
      ).map { .network($0) }
  }
}

extension JobRequest {
  /// The job with the desk's recorder in front: it answers while the typed password is at hand,
  /// and no password has to be kept until its turn.
  fileprivate var ownFirst: JobRequest {
    guard let place = targets.firstIndex(of: KnownDevice.own), place > 0 else { return self }
    var request = self
    request.targets.remove(at: place)
    request.targets.insert(KnownDevice.own, at: 0)
    if case .changeAddress(let plan) = order, plan.addresses.indices.contains(place) {
      var addresses = plan.addresses
      addresses.insert(addresses.remove(at: place), at: 0)
      request.order = .changeAddress(
        AddressPlan(addresses: addresses, mask: plan.mask, gateway: plan.gateway))
    }
    return request
  }
}
