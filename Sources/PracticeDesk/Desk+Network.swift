import RecorderEngine

extension Desk {
  /// Does what the laptop is asked for. Nothing is obeyed before it is opened.
  mutating func apply(
    _ command: NetworkCommand, at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    if case .open(let profile) = command { return open(profile) }
    guard var network = borrowNetwork(at: now) else { return [] }
    defer { self.network.made = network }
    switch command {
    case .open: return []
    case .discover:
      guard network.search == nil else { return [] }
      return network.beginSearch(at: now).map { .network($0) }
    case .rehearse(let request):
      let request = request.beginning(with: network.judgesPasswords)
      if let refusal = refusal(of: request, in: network) { return [.network(.refused(refusal))] }
      return [.network(.rehearsed(network.rehearse(request, at: now)))]
    case .begin(let request):
      let request = request.beginning(with: network.judgesPasswords)
      if let refusal = refusal(of: request, in: network) { return [.network(.refused(refusal))] }
      return begin(request, in: &network, at: now, with: cryptography)
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
    let files = recorder.snapshot.profile.maintenance.firmwareFiles.value
    let laptop = LaptopSetup(profile, recorderFiles: files)
    network.make(of: profile, laptop: laptop)
    return [.network(.opened(laptop))]
  }

  /// The network with the desk's recorder on it as both are now, where it is made; whoever takes it
  /// puts it back.
  private mutating func borrowNetwork(at now: Timestamp) -> PracticeNetwork? {
    guard var network = network.made.take() else { return nil }
    network.place(DeskRecorder(recorder, seenFrom: surroundings.laptop, at: now))
    return network
  }

  /// What has come from the network until now.
  mutating func advanceNetwork(until now: Timestamp) -> [DeskEvent] {
    guard var network = borrowNetwork(at: now) else { return [] }
    defer { self.network.made = network }
    guard let next = network.next, next <= now else { return [] }
    var events = network.advanceGreetings(until: now)
    events += network.advanceJob(until: now)
    events += network.advanceSearch(until: now)
    return events.map { .network($0) }
  }

  /// The desk's recorder says that it is there again after a restart that the laptop saw begin.
  func greeting(at now: Timestamp) -> [DeskEvent] {
    network.made?.greeting(toldTo: surroundings.laptop, at: now).map { .network($0) } ?? []
  }

  private func refusal(
    of request: JobRequest, in network: PracticeNetwork
  ) -> NetworkRefusal? {
    let level = recorder.snapshot.requiredPasswordLevel
    return network.refusal(of: request, known: surroundings.laptop) { new in
      guard new.password.matches(new.again) else { return .notTheSameTwice }
      return recorder.snapshot.profile.passwords.problem(with: new.password, at: level)
    }
  }

  private mutating func begin(
    _ request: JobRequest, in network: inout PracticeNetwork, at now: Timestamp,
    with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    var events: [DeskEvent] = []
    var answers: [Int: JobOutcome] = [:]
    for (place, number) in request.targets.enumerated() where network.judgesPasswords(number) {
      let answer = askRecorder(request, place, on: network, at: now, with: cryptography)
      events += answer.events.map { .recorder($0) }
      answers[number] = answer.outcome
    }
    let salt = freshSalt()
    let level: PasswordLevel? =
      if case .setPassword(let new) = request.order {
        recorder.snapshot.profile.passwords.level(of: new.password)
      } else { nil }
    return events
      + network.beginJob(
        request, after: surroundings.laptop.report, answers: answers, level: level, at: now,
        with: cryptography, salt: salt
      ).map { .network($0) }
  }
}
