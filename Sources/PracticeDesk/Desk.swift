import RecorderEngine

/// What opens an account of the app.
enum AppSecret: Equatable, Sendable, Codable {
  case sealed(SealedSecret)
  /// A practice password that stands in the scenario's file, for everybody to read.
  case written(String)
}

/// The whole practice: the recorder and what stands around it.
public struct Desk: Equatable, Sendable, Codable {
  /// The recorder on the desk, secrets included.
  public private(set) var recorder: RecorderState
  /// What stands around the recorder.
  public internal(set) var surroundings: Surroundings
  private var random: SeededRandom
  var network: DeskNetwork
  /// When the automation will sign in again with its old password.
  var automationAt: Timestamp?
  /// What is still to go wrong, or right again, by itself; nil: nothing ever was.
  var faultPlan: [PlannedFaultChange]?
  /// What opens the accounts of the app, by their names; nil: none was ever opened.
  var appSecrets: [String: AppSecret]?
  /// Whether a real mail server carries the recorder's e-mail; not kept in the file.
  public var hasRealMail = false

  private enum CodingKeys: CodingKey {
    case recorder, surroundings, random, network, automationAt, faultPlan, appSecrets
  }

  /// Sets the desk up; `now` is when practice begins, `devices` how
  /// many recorders and cameras there are on the network beside its own recorder, `mix` how many of
  /// them are what; at `channel` something begins to move within seconds.
  public init(
    recorder: RecorderState, seed: UInt64, now: Timestamp,
    devices: Int = NetworkSize.usual, mix: DeviceMix = DeviceMix(), movingAt channel: Int? = nil
  ) {
    network = DeskNetwork(size: devices, mix: mix, seed: seed, since: now)
    self.recorder = recorder
    self.recorder.live(with: seed ^ 0x5ce7e, now: now, movingAt: channel)
    surroundings = Surroundings()
    random = SeededRandom(seed: seed)
  }

  /// All that the places can show.
  public var snapshot: DeskSnapshot {
    DeskSnapshot(
      recorder: recorder.snapshot, surroundings: surroundings, nextOutside: nextOutside)
  }

  /// Does what a command asks for and tells what happened, in order.
  public mutating func apply(
    _ command: DeskCommand, at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    let seen = lookOutside(until: now, with: cryptography)
    let own = obey(command, at: now, with: cryptography)
    for event in own { surroundings.absorb(event) }
    return seen + own + lookAtNetwork(at: now)
  }

  /// What has come from the network, and when somebody should look again.
  private mutating func lookAtNetwork(at now: Timestamp) -> [DeskEvent] {
    var events: [DeskEvent] = []
    // Learnt at once: what follows depends on it.
    func happen(_ new: [DeskEvent]) {
      for event in new { surroundings.absorb(event) }
      events += new
    }
    happen(advanceNetwork(until: now))
    happen(greeting(at: now))
    let next = network.made?.next
    if next != surroundings.laptop.next { happen([.network(.watched(next: next))]) }
    return events
  }

  /// Sets up what a scenario says of the things around the recorder.
  public mutating func prepare(
    mailAddress: String?, supportHours: SupportHours?, appAccount: String?, notes: String,
    appPasswords: [String: String] = [:]
  ) {
    if !appPasswords.isEmpty { appSecrets = appPasswords.mapValues { .written($0) } }
    surroundings.prepare(
      mailAddress: mailAddress, supportHours: supportHours, appAccount: appAccount, notes: notes)
  }

  /// Puts the trainee into the support chair, with everybody who will call.
  public mutating func seat(callers: [Caller]) {
    surroundings.chair = callers.isEmpty ? nil : SupportChair(callers: callers)
  }

  /// Goes back to how it stood before. What the recorder remembers of its codes does not go back, and
  /// chance goes on: what is made from now on is another than what was made since.
  public mutating func goBack(
    to older: Desk, at now: Timestamp, with cryptography: any DeviceCryptography
  ) {
    var (recorder, random) = (recorder, random)
    recorder.goBack(to: older.recorder, at: now, with: cryptography, using: &random)
    self = older
    self.recorder = recorder
    self.random = random
    surroundings = older.surroundings
  }

  /// The desk with what is kept apart of its recorder put back, or taken out to be kept.
  public func with(log: OperationLog, settingDefinitions: [SettingDefinition]) -> Desk {
    var desk = self
    desk.recorder = recorder.with(log: log, settingDefinitions: settingDefinitions)
    return desk
  }

  /// 16 random bytes for a secret that is kept outside the recorder.
  mutating func freshSalt() -> Salt { Salt(using: &random) }

  /// Has the recorder do something that no command of its own asked for.
  mutating func tellRecorder(
    _ command: RecorderCommand, at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [RecorderEvent] {
    recorder.apply(command, at: now, with: cryptography, using: &random)
  }

  private mutating func obey(
    _ command: DeskCommand, at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    switch command {
    case .recorder(.hands(.switchPower(on: true))) where surroundings.faults.has(.powerCut):
      return [.noMains]
    case .recorder(let command): return tell(command, at: now, with: cryptography)
    case .letPass(let interval):
      return [.timePassed(interval)] + tell(.passTime, at: now, with: cryptography)
    case .photograph: return photograph()
    case .askSupport(let request):
      let answer = answer(to: request, at: now, with: cryptography)
      return [.supportAnswered(.init(at: now, request: request, answer: answer))]
    case .call(let act): return work(act, at: now, with: cryptography)
    case .writeNotes(let text): return [.notesWritten(text)]
    case .phone(let command): return use(command, at: now, with: cryptography)
    case .setFault(let fault, let length):
      return set(fault, length, at: now, with: cryptography)
    case .network(let command): return apply(command, at: now, with: cryptography)
    case .reportFootage: return [.footageWritten]
    case .reportMail(let standing): return [.phone(.mailReported(standing))]
    }
  }

  /// Asks the recorder for something, and carries what it sends by the network.
  mutating func tell(
    _ command: RecorderCommand, at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    let events = recorder.apply(command, at: now, with: cryptography, using: &random)
    let carried = carry(recorder.outgoing, events, at: now, with: cryptography)
    return events.map { .recorder($0) } + carried
  }

  /// Does everything that others did until now, each at its own time: mail that arrived, an
  /// automation that signed in, a fault that began or ended by itself.
  private mutating func lookOutside(
    until now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    var events: [DeskEvent] = []
    let before = nextOutside
    while let next = nextByOthers, next <= now {
      let new = meet(next, with: cryptography)
      for event in new { surroundings.absorb(event) }
      events += new
    }
    guard nextOutside != before else { return events }
    return events + [.outsideWatched(next: nextOutside)]
  }

  /// When somebody or something around the recorder will next do something by itself.
  private var nextByOthers: Timestamp? {
    [nextOutside, surroundings.phone.mailbox.nextArrival, surroundings.chair?.hangsUpAt]
      .compactMap { $0 }.min()
  }

  /// What happens outside at that moment.
  private mutating func meet(
    _ time: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    if let arrival = surroundings.phone.mailbox.nextArrival, arrival <= time {
      return arriveNext()
    }
    if let end = surroundings.chair?.hangsUpAt, end <= time {
      return [.call(CallTurn(at: end, .hungUp))]
    }
    if let planned = takePlannedChange(at: time) {
      return set(planned.fault, planned.length, at: planned.at, with: cryptography)
    }
    guard let at = automationAt, at <= time else { return [] }
    return runAutomation(at: at, with: cryptography)
  }

  private func photograph() -> [DeskEvent] {
    guard case .open(let session) = recorder.snapshot.recovery,
      let challenge = session.challenge
    else { return [.nothingToPhotograph] }
    return [.photographed(Photo(of: challenge))]
  }
}
