import RecorderEngine

/// The whole practice: the recorder and what stands around it.
public struct Desk: Equatable, Sendable, Codable {
  public var recorder: RecorderState
  public private(set) var surroundings: Surroundings
  private var random: SeededRandom
  private var street: StreetLife
  var network: PracticeNetwork

  /// Sets the desk up; `now` is when things begin to move in front of the cameras, `devices` how
  /// many recorders and cameras there are on the network beside its own recorder.
  public init(
    recorder: RecorderState, seed: UInt64, now: Timestamp,
    devices: Int = NetworkTerms.usualSize
  ) {
    network = PracticeNetwork(size: devices, seed: seed, since: now)
    self.recorder = recorder
    street = StreetLife(of: recorder.snapshot.profile, from: now, seed: seed)
    surroundings = Surroundings()
    random = SeededRandom(seed: seed)
  }

  /// All that the places can show.
  public var snapshot: DeskSnapshot {
    DeskSnapshot(
      recorder: recorder.snapshot, surroundings: surroundings, nextOnStreet: street.next)
  }

  /// Does what a command asks for and tells what happened, in order.
  public mutating func apply(
    _ command: DeskCommand, at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    let seen = lookOutside(until: now, with: cryptography)
    let own: [DeskEvent] =
      switch command {
      case .recorder(let command):
        recorder.apply(command, at: now, with: cryptography, using: &random)
          .map { .recorder($0) }
      case .letPass(let interval):
        [.timePassed(interval)]
          + recorder.apply(.passTime, at: now, with: cryptography, using: &random)
          .map { .recorder($0) }
      case .photograph: photograph()
      case .askSupport(let request):
        [.supportAnswered(SupportDesk.answer(to: request, for: recorder, with: cryptography))]
      case .writeNotes(let text): [.notesWritten(text)]
      case .network(let command): apply(command, at: now, with: cryptography)
      }
    var events = seen + own
    for event in events { surroundings.absorb(event) }
    let later = lookAtNetwork(at: now)
    events += later
    return events
  }

  /// What has come from the network, and when somebody should look again.
  private mutating func lookAtNetwork(at now: Timestamp) -> [DeskEvent] {
    var events: [DeskEvent] = []
    // Learnt at once: what follows depends on it.
    func happen(_ new: [DeskEvent]) {
      for event in new { surroundings.absorb(event) }
      events += new
    }
    happen(followNetwork(until: now))
    happen(greeting(at: now))
    if network.next != surroundings.laptop.next {
      happen([.network(.watched(next: network.next))])
    }
    return events
  }

  /// A number that a rule needs.
  mutating func nextRandom() -> UInt64 { random.next() }

  /// Has the recorder do something that no command of its own asked for.
  mutating func tellRecorder(
    _ command: RecorderCommand, at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [RecorderEvent] {
    recorder.apply(command, at: now, with: cryptography, using: &random)
  }

  /// Shows the recorder what has moved in front of its cameras until now, each at its own time.
  private mutating func lookOutside(
    until now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    var events: [DeskEvent] = []
    let before = street.next
    while let next = street.next, next <= now, let turn = street.take(recorder.snapshot.profile) {
      events += recorder.apply(
        .seeMotion(channel: turn.channel, isMoving: turn.begins), at: turn.at,
        with: cryptography, using: &random
      ).map { .recorder($0) }
    }
    return street.next == before ? events : events + [.streetWatched(next: street.next)]
  }

  private func photograph() -> [DeskEvent] {
    guard case .open(let session) = recorder.snapshot.recovery, let challenge = session.challenge
    else { return [.nothingToPhotograph] }
    return [.photographed(challenge)]
  }
}

/// What can be asked for at any place of the desk.
public enum DeskCommand: Sendable {
  case recorder(RecorderCommand)
  /// The practice clock goes on by so much at once.
  case letPass(Interval)
  /// The phone takes a picture of what the monitor's Dynamic Password screen shows.
  case photograph
  case askSupport(SupportRequest)
  case writeNotes(String)
  /// Something of the laptop's IP Manager.
  case network(NetworkCommand)
}

/// What happened at any place of the desk.
public enum DeskEvent: Equatable, Sendable {
  case recorder(RecorderEvent)
  case timePassed(Interval)
  case photographed(DynamicChallenge)
  case nothingToPhotograph
  case supportAnswered(SupportAnswer)
  case notesWritten(String)
  /// When something will next move in front of a camera, so that somebody looks then.
  case streetWatched(next: Timestamp?)
  case network(NetworkEvent)
}

/// All that the places can show.
public struct DeskSnapshot: Equatable, Sendable {
  public var recorder: RecorderSnapshot
  public var surroundings: Surroundings
  /// When something will next move in front of a camera.
  var nextOnStreet: Timestamp?

  public init(
    recorder: RecorderSnapshot, surroundings: Surroundings, nextOnStreet: Timestamp? = nil
  ) {
    self.nextOnStreet = nextOnStreet
    self.recorder = recorder
    self.surroundings = surroundings
  }

  /// When the desk will next do something by itself; nil: never.
  public var nextDeadline: Timestamp? {
    [recorder.nextDeadline, nextOnStreet, surroundings.laptop.next].compactMap { $0 }.min()
  }

  /// Learns what happened.
  public mutating func absorb(_ event: DeskEvent) {
    if case .recorder(let event) = event { recorder.absorb(event) }
    if case .streetWatched(let next) = event { nextOnStreet = next }
    surroundings.absorb(event)
  }
}

/// What stands around the recorder.
public struct Surroundings: Equatable, Sendable, Codable {
  /// The last picture of a Dynamic Password screen.
  public private(set) var photo: DynamicChallenge?
  /// What the support desk said last. It may hold a code, so it is not kept in the file.
  public private(set) var support: SupportAnswer?
  /// The trainee's own notes.
  public private(set) var notes = ""
  /// What the laptop knows of the network.
  public private(set) var laptop = LaptopKnowledge()

  private enum CodingKeys: CodingKey { case photo, notes, laptop }

  public init() {}

  mutating func absorb(_ event: DeskEvent) {
    switch event {
    case .photographed(let challenge): photo = challenge
    case .supportAnswered(let answer): support = answer
    case .notesWritten(let text): notes = text
    case .network(let event): laptop.absorb(event)
    case .recorder, .timePassed, .nothingToPhotograph, .streetWatched: break
    }
  }
}
