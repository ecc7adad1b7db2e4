import HTTPRequests
import PracticeDesk
import RealRecorder
import RecorderEngine

/// A job that runs.
struct RunningJob {
  /// A device that has its turn.
  struct Target: Sendable {
    let number: Int
    /// Its place in the report.
    let place: Int
    /// Its place in the order: a retry has its report from the first job, and an order of its own.
    let own: Int
  }

  let request: JobRequest
  let report: JobReport
  /// Why no further device has its turn; nil: they go on.
  private(set) var stop: JobReport.State?
  private(set) var begun = 0
  var underWay = 0

  init(_ request: JobRequest, _ report: JobReport) {
    self.request = request
    self.report = report
  }

  /// Gives no further device its turn, for the first reason that there is.
  mutating func end(_ reason: JobReport.State) { if stop == nil { stop = reason } }

  /// The target that has its turn now; nil: nobody has.
  mutating func nextTarget() -> Target? {
    guard stop == nil, begun < report.queue.count, underWay < report.parallelism else { return nil }
    begun += 1
    underWay += 1
    let place = report.queue[begun - 1]
    let number = report.targets[place]
    return Target(
      number: number, place: place, own: request.targets.firstIndex(of: number) ?? place)
  }

  /// Whether nobody has a turn and nobody will.
  var isOver: Bool { underWay == 0 && (stop != nil || begun == report.queue.count) }
}

/// What is ordered of many devices: each signs in by its own credentials, once, and is looked at again.
extension RealNetwork {
  func member(_ number: Int) -> Member? {
    members.indices.contains(number - 1) ? members[number - 1] : nil
  }

  func refusal(of request: JobRequest) -> NetworkRefusal? {
    request.refusal(
      isRunning: job != nil, laptop: laptop, isKnown: { member($0) != nil },
      passwordProblem: { new in
        guard new.password.matches(new.again) else { return .notTheSameTwice }
        return template.profile.passwords.problem(with: new.password, at: .low)
      })
  }

  // MARK: The dry run

  /// Says what a job would do: devices are asked whether they are there, and no password is tried.
  func rehearse(_ request: JobRequest) async -> Rehearsal {
    var foresights = [Foresight](repeating: .ready, count: request.targets.count)
    await withTaskGroup(of: (Int, Foresight).self) { group in
      var places = request.targets.indices.makeIterator()
      func addNext() {
        guard let place = places.next() else { return }
        group.addTask { (place, await self.foresight(of: place, request)) }
      }
      for _ in 0..<laptop.parallelism.upperBound { addNext() }
      for await (place, foresight) in group {
        foresights[place] = foresight
        addNext()
      }
    }
    return Rehearsal(
      act: request.order.act, targets: request.targets, foresights: foresights,
      addresses: request.order.addresses, versions: [])
  }

  private func foresight(of place: Int, _ request: JobRequest) async -> Foresight {
    guard let member = member(request.targets[place]) else { return .fails(.noAnswer) }
    switch await reach(member, request.order, place) {
    case .closed(let outcome): return .fails(outcome)
    case .open(let turn):
      return await RealRecorder(turn.setup).answers() ? .ready : .fails(.noAnswer)
    }
  }

  /// Whether a device may have its turn.
  private enum Reach {
    case open(DeviceTurn)
    case closed(JobOutcome)
  }

  /// How a device would have its turn, or what is in the way. Its certificate is asked for once.
  private func reach(_ member: Member, _ order: DeviceOrder, _ place: Int) async -> Reach {
    if let obstacle = obstacle(at: member, order, place) { return .closed(obstacle) }
    guard let entry = credentials.entry(at: member.place) else { return .closed(.notNamed) }
    var own = template
    own.address = member.address
    if member.address.isEncrypted {
      switch await setup.trust(member.address) {
      case .trusted(let certificate): own.certificate = certificate
      case .untrusted: return .closed(.notTrusted)
      case .noAnswer: return .closed(.noAnswer)
      }
    }
    return .open(
      DeviceTurn(setup: own, entry: entry, order: order, address: order.address(of: place)))
  }

  /// What is in the way before anybody is asked.
  private func obstacle(
    at member: Member, _ order: DeviceOrder, _ place: Int
  ) -> JobOutcome? {
    guard let entry = credentials.entry(at: member.place) else { return .notNamed }
    if case .upgrade = order { return .refused }
    if entry.isRefused || member.refused?.matches(entry.password) == true { return .heldBack }
    if entry.mustBeEncrypted, !member.address.isEncrypted { return .notTrusted }
    if member.known.hasConflict || isReplaced(member) { return .addressConflict }
    if let address = order.address(of: place), address != member.known.address,
      isTaken(address, butBy: member)
    {
      return .addressTaken
    }
    return nil
  }

  /// Whether it kept silent, and another one was found where it was: that one has its own turn.
  private func isReplaced(_ member: Member) -> Bool {
    !member.isHeard
      && members.contains {
        $0.known.number != member.known.number && $0.place == member.place
      }
  }

  /// Whether another one is at an address, or will be once it has restarted.
  private func isTaken(_ address: IPAddress, butBy member: Member) -> Bool {
    address == laptop.address
      || members.contains { other in
        other.known.number != member.known.number
          && (other.known.address == address || other.expected?.address == address)
      }
  }

  // MARK: The job

  func begin(_ request: JobRequest) -> [NetworkEvent] {
    guard template.mayChange else { return [.refused(.readOnly)] }
    let parallelism = request.parallelism ?? laptop.usualParallelism
    let begun = JobReport(
      request, parallelism: parallelism, after: report, at: template.localClock())
    // Whatever may have been done is not part of a retry.
    guard !begun.queue.isEmpty else { return [.refused(.noTargets)] }
    var job = RunningJob(request, begun)
    report = begun
    giveTurns(&job)
    let number = job.begun
    self.job = job
    return [.jobBegan(begun), .jobMoved([], begun: number, changed: [])]
  }

  private func giveTurns(_ job: inout RunningJob) {
    while let target = job.nextTarget() {
      let (order, member) = (job.request.order, member(target.number))
      Task {
        guard let member else { return finishTurn(of: target, TurnEnd(.noAnswer)) }
        switch await reach(member, order, target.own) {
        case .open(let turn):
          // A search may have found another one there meanwhile.
          guard placesUnderWay.insert(member.place).inserted else {
            return finishTurn(of: target, TurnEnd(.addressConflict))
          }
          let end = await turn.run()
          placesUnderWay.remove(member.place)
          finishTurn(of: target, end, at: member.place)
        case .closed(let outcome): finishTurn(of: target, TurnEnd(outcome))
        }
      }
    }
  }

  /// Takes in what a turn has come to; `there`: where the device was asked, nil: nowhere.
  private func finishTurn(
    of target: RunningJob.Target, _ end: TurnEnd, at there: DevicePlace? = nil
  ) {
    guard var job = job.take() else { return }
    job.underWay -= 1
    let (outcome, number) = (end.outcome, target.number)
    if let there { note(end, of: target, job.request.order, at: there) }
    if outcome == .noAnswer, !end.hasAnswered, members.indices.contains(number - 1) {
      members[number - 1].known.presence = .offline
    }
    if outcome.isWarning, job.request.stopsAtWarning { job.end(.warned(by: number)) }
    giveTurns(&job)
    let result = JobResult(place: target.place, outcome: outcome)
    let changed = member(number).map { [$0.known] } ?? []
    report?.add([result], begun: job.begun)
    stream.yield(.jobMoved([result], begun: job.begun, changed: changed))
    guard job.isOver else {
      self.job = job
      return
    }
    let (state, now) = (job.stop ?? .finished, template.localClock())
    report?.end(state, at: now)
    stream.yield(.jobEnded(state, at: now))
  }

  /// What is so now at a device that was asked: the list of credentials is as it was read, so what was
  /// set is remembered here.
  private func note(
    _ end: TurnEnd, of target: RunningJob.Target, _ order: DeviceOrder, at there: DevicePlace
  ) {
    let number = target.number
    credentials.change(at: there) {
      $0.password = end.password ?? $0.password
      $0.perhaps = end.perhaps
      // Whoever has shown a certificate is asked over no line that anybody could listen to.
      if end.password != nil, end.address?.isEncrypted == true { $0.mustBeEncrypted = true }
    }
    if end.isRefused {
      members[number - 1].refused = credentials.entry(at: there)?.password
      credentials.change(at: there) { $0.isRefused = true }
    }
    if case .changeAddress(let plan) = order { follow(end, of: target, plan, from: there) }
    // It goes nowhere that an earlier job has sent it.
    if case .factoryDefault = order, [.done, .unsure].contains(end.outcome) {
      members[number - 1].expected = nil
    }
    guard end.outcome == .done else { return }
    switch order {
    case .factoryDefault, .restart: members[number - 1].known.presence = .restarting
    case .setPassword, .changeAddress, .setTime, .upgrade: break
    }
  }

  /// Goes on where a device is answered now, whatever became of the rest of its order; one that goes by
  /// it later is expected there.
  private func follow(
    _ end: TurnEnd, of target: RunningJob.Target, _ plan: AddressPlan, from old: DevicePlace
  ) {
    guard let server = end.address, let new = DevicePlace(server),
      let address = IPAddress(server.host), plan.addresses.indices.contains(target.own)
    else { return }
    let (index, ordered) = (target.number - 1, plan.addresses[target.own])
    // Where no answer came from there, nobody knows yet.
    guard address == ordered, end.outcome != .unsure else {
      guard end.outcome == .done || end.outcome == .unsure else { return }
      members[index].expected = server.moved(to: ordered.description, port: server.port)
        .flatMap(DevicePlace.init)
      return
    }
    credentials.move(from: old, to: new)
    members[index].expected = nil
    members[index].address = server
    members[index].place = new
    members[index].known.address = address
    guard end.outcome == .done else { return }
    members[index].known.mask = plan.mask
    members[index].known.gateway = plan.gateway
  }
}
