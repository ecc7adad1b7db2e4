import RecorderEngine

/// The whole practice: the recorder and what stands around it.
public struct Desk: Equatable, Sendable, Codable {
  public var recorder: RecorderState
  public private(set) var surroundings: Surroundings
  private var random: SeededRandom

  public init(recorder: RecorderState, seed: UInt64) {
    self.recorder = recorder
    surroundings = Surroundings()
    random = SeededRandom(seed: seed)
  }

  /// All that the places can show.
  public var snapshot: DeskSnapshot {
    DeskSnapshot(recorder: recorder.snapshot, surroundings: surroundings)
  }

  /// Does what a command asks for and tells what happened, in order.
  public mutating func apply(
    _ command: DeskCommand, at now: Timestamp, with cryptography: any DeviceCryptography
  ) -> [DeskEvent] {
    let events: [DeskEvent] =
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
      }
    for event in events { surroundings.absorb(event) }
    return events
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
}

/// What happened at any place of the desk.
public enum DeskEvent: Equatable, Sendable {
  case recorder(RecorderEvent)
  case timePassed(Interval)
  case photographed(DynamicChallenge)
  case nothingToPhotograph
  case supportAnswered(SupportAnswer)
  case notesWritten(String)
}

/// All that the places can show.
public struct DeskSnapshot: Equatable, Sendable {
  public var recorder: RecorderSnapshot
  public var surroundings: Surroundings

  public init(recorder: RecorderSnapshot, surroundings: Surroundings) {
    self.recorder = recorder
    self.surroundings = surroundings
  }

  /// Learns what happened.
  public mutating func absorb(_ event: DeskEvent) {
    if case .recorder(let event) = event { recorder.absorb(event) }
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

  private enum CodingKeys: CodingKey { case photo, notes }

  public init() {}

  mutating func absorb(_ event: DeskEvent) {
    switch event {
    case .photographed(let challenge): photo = challenge
    case .supportAnswered(let answer): support = answer
    case .notesWritten(let text): notes = text
    case .recorder, .timePassed, .nothingToPhotograph: break
    }
  }
}
