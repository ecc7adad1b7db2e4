import RecorderEngine

/// All that the places can show.
public struct DeskSnapshot: Equatable, Sendable {
  @usableFromInline struct Content: Equatable, Sendable {
    @usableFromInline var recorder: RecorderSnapshot
    @usableFromInline var surroundings: Surroundings
    var nextOutside: Timestamp?
  }

  // Read in place by other modules too: through an opaque accessor the whole would be copied.
  @usableFromInline var content: Boxed<Content>

  /// Makes a snapshot; `nextOutside` is nil where nothing will ever move.
  public init(
    recorder: RecorderSnapshot, surroundings: Surroundings, nextOutside: Timestamp? = nil
  ) {
    content = Boxed(
      Content(recorder: recorder, surroundings: surroundings, nextOutside: nextOutside))
  }

  /// All that the recorder shows.
  @inlinable public var recorder: RecorderSnapshot { _read { yield content.value.recorder } }
  /// What stands around the recorder.
  @inlinable public var surroundings: Surroundings { _read { yield content.value.surroundings } }
  /// When somebody will next sign in from elsewhere, or something will go wrong or right by itself.
  var nextOutside: Timestamp? { content.value.nextOutside }

  /// When the desk will next do something by itself; nil: never.
  public var nextDeadline: Timestamp? {
    [
      recorder.nextDeadline, nextOutside, surroundings.phone.mailbox.nextArrival,
      surroundings.laptop.next, surroundings.chair?.hangsUpAt,
    ].compactMap { $0 }.min()
  }

  /// Learns what happened.
  public mutating func absorb(_ event: DeskEvent) {
    if case .recorder(let event) = event { content.value.recorder.absorb(event) }
    if case .outsideWatched(let next) = event { content.value.nextOutside = next }
    content.value.surroundings.absorb(event)
  }
}

/// What stands around the recorder.
public struct Surroundings: Equatable, Sendable, Codable {
  /// The phone with its mailbox and the recorder's app.
  public private(set) var phone = Phone()
  /// What goes wrong at the moment.
  public private(set) var faults = Faults()
  /// When the support desk is open; nil: always.
  public internal(set) var supportHours: SupportHours?
  /// What was said at the support desk; what is kept of it holds no codes.
  public private(set) var conversation = SupportConversation()
  /// The support desk where the trainee sits there; nil: others do.
  public internal(set) var chair: SupportChair?
  /// The trainee's own notes.
  public private(set) var notes = ""

  /// What the laptop knows of the network.
  public private(set) var laptop = LaptopKnowledge()

  /// Starts with an empty mailbox, no faults and a support desk that is always open.
  public init() {}

  mutating func absorb(_ event: DeskEvent) {
    switch event {
    case .photographed(let photo): phone.add(photo)
    case .supportAnswered(let turn): conversation.add(turn)
    case .call(let turn): chair?.absorb(turn)
    case .notesWritten(let text): notes = text
    case .network(let event): laptop.absorb(event)
    case .phone(let event): phone.absorb(event)
    case .faultChanged(let fault, let length): faults.set(fault, length)
    case .recorder, .timePassed, .nothingToPhotograph, .outsideWatched, .noMains, .footageWritten:
      break
    }
  }

  /// Sets up what a scenario says.
  public mutating func prepare(
    mailAddress: String?, supportHours: SupportHours?, appAccount: String?, notes: String
  ) {
    phone.mailbox.address = mailAddress
    phone.app.account = appAccount
    self.supportHours = supportHours
    self.notes = notes
  }
}
