import RecorderEngine

/// What somebody in the support chair can do.
public enum CallAct: String, Equatable, Sendable, Codable, CaseIterable {
  /// Takes the next call; all others are about the one that was taken.
  case takeCall
  case askForProof, askToReadAgain, askAboutScreen
  /// Works out the code for what was read out, and tells it.
  case giveCode
  case refuse
  /// Passes the caller on to a technician who looks at the recorder.
  case passOn
}

/// Something that was done in a call, with what came of it.
public struct CallTurn: Equatable, Sendable, Codable {
  /// What was done.
  public enum Deed: Equatable, Sendable, Codable {
    /// The call was taken, and this was read out.
    case taken(CallReading)
    case proofAsked(Caller.Proof)
    case readAgain(CallReading)
    /// nil: the screen stands. Else it was gone, and this is what the one shows that is open now.
    case screenAsked(CallReading?)
    /// A code that opens their recorder or does not, or what of the reading is no reading at all.
    case codeMade(SupportAnswer, opens: Bool)
    case refused, passedOn
    /// The caller would not wait any longer.
    case hungUp
  }

  /// When it was done, in practice time.
  public let at: Timestamp
  /// What was done.
  public let deed: Deed

  /// Makes a turn.
  public init(at: Timestamp, _ deed: Deed) {
    self.at = at
    self.deed = deed
  }
}

/// What a lesson can ask of a call, by the name that scenario files use.
public enum CallMark: String, Equatable, Sendable, Codable, CaseIterable {
  case answered
  case askedForProof = "asked-for-proof"
  case askedToReadAgain = "asked-to-read-again"
  case askedAboutScreen = "asked-about-the-screen"
  /// A code was told, whatever it opens.
  case givenCode = "given-a-code"
  /// A code was told that does not open their recorder.
  case givenWrongCode = "given-a-wrong-code"
  /// A code was told that does.
  case letIn = "let-in"
  case refused
  case passedOn = "passed-on"
  case hungUp = "hung-up"
}

/// A call that was taken.
public struct Call: Equatable, Sendable, Codable {
  /// The turns that are remembered of a call.
  public static let mostTurns = 50

  /// What was read out last.
  public private(set) var reading: CallReading
  /// What was said, the oldest first.
  public private(set) var turns: [CallTurn]
  /// When it was taken.
  public let takenAt: Timestamp
  /// When the screen was opened that the caller has.
  public private(set) var screenFrom: Timestamp
  /// Whether that screen is still open.
  public private(set) var screenStands: Bool
  /// Whether somebody hung up, the caller or whoever had answered.
  public private(set) var isOver = false
  private var marks: [CallMark] = [.answered]

  init(of caller: Caller, _ reading: CallReading, at now: Timestamp) {
    self.reading = reading
    takenAt = now
    turns = [CallTurn(at: now, .taken(reading))]
    screenFrom = now - caller.screenAge
    screenStands = caller.screenStands
  }

  /// Whether that has come to pass in it.
  public func has(_ mark: CallMark) -> Bool { marks.contains(mark) }

  /// The code that was told last, while it is on the screen.
  public var code: SpokenCode? {
    if case .codeMade(.code(let code, _), _) = turns.last?.deed { code } else { nil }
  }

  mutating func absorb(_ turn: CallTurn) {
    turns = Array((turns + [turn]).suffix(Self.mostTurns))
    switch turn.deed {
    case .taken: break
    case .proofAsked: mark(.askedForProof)
    case .readAgain(let reading):
      self.reading = reading
      mark(.askedToReadAgain)
    case .screenAsked(let new):
      mark(.askedAboutScreen)
      guard let new else { return }
      (reading, screenFrom, screenStands) = (new, turn.at, true)
    case .codeMade(.code, let opens):
      mark(.givenCode)
      mark(opens ? .letIn : .givenWrongCode)
      isOver = opens
    case .codeMade: break
    case .refused: end(.refused)
    case .passedOn: end(.passedOn)
    case .hungUp: end(.hungUp)
    }
  }

  private mutating func mark(_ mark: CallMark) {
    if !has(mark) { marks.append(mark) }
  }

  private mutating func end(_ mark: CallMark) {
    self.mark(mark)
    isOver = true
  }
}
