import RecorderEngine

/// What was said between the trainee and the support desk, the oldest first.
public struct SupportConversation: Equatable, Sendable, Codable {
  /// Something that was asked, and what came back.
  public struct Turn: Equatable, Sendable, Codable {
    /// When it was asked, in practice time.
    public let at: Timestamp
    /// What was asked.
    public let request: SupportRequest
    /// What was answered. A code in it is on the screen only: what is kept of it holds none.
    public let answer: SupportAnswer

    /// Makes a turn.
    public init(at: Timestamp, request: SupportRequest, answer: SupportAnswer) {
      self.at = at
      self.request = request
      self.answer = answer
    }
  }

  /// The turns that are remembered.
  public static let mostTurns = 50

  /// The oldest first.
  public private(set) var turns: [Turn] = []

  /// Starts with nothing said.
  public init() {}

  /// The code that was told last, while it is on the screen.
  public var code: SpokenCode? {
    if case .code(let code, _) = turns.last?.answer { code } else { nil }
  }

  mutating func add(_ turn: Turn) {
    turns = Array((turns + [turn]).suffix(Self.mostTurns))
  }

  /// Whether a code was made for what a screen of Restore Password shows.
  public func hasCode(for tab: RecoveryTab) -> Bool {
    turns.contains { turn in
      if case .code(_, for: tab) = turn.answer { true } else { false }
    }
  }
}

extension Surroundings {
  /// Whether somebody has asked for a code for what a tab shows, or has a photo of it to ask with.
  public func isCodeAsked(for tab: RecoveryTab) -> Bool {
    if case .qrCode(let ticket) = tab { return phone.app.scans(of: ticket) > 0 }
    return conversation.hasCode(for: tab) || phone.photos.contains { $0.challenge.tab == tab }
  }
}

extension SupportAnswer: Codable {
  private enum Kind: String, Codable { case code, unreadable, proofNeeded, closed }
  private enum CodingKeys: CodingKey { case kind, tab, details, until }

  /// Reads an answer; a code is not among what is kept.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    switch try container.decode(Kind.self, forKey: .kind) {
    case .code: self = .code(nil, for: try container.decode(RecoveryTab.self, forKey: .tab))
    case .unreadable:
      self = .unreadable(try container.decode([UnreadableDetail].self, forKey: .details))
    case .proofNeeded: self = .proofNeeded
    case .closed:
      self = .closed(until: try container.decodeIfPresent(Timestamp.self, forKey: .until))
    }
  }

  /// Writes the answer without its code.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .code(_, let tab):
      try container.encode(Kind.code, forKey: .kind)
      try container.encode(tab, forKey: .tab)
    case .unreadable(let details):
      try container.encode(Kind.unreadable, forKey: .kind)
      try container.encode(details, forKey: .details)
    case .proofNeeded: try container.encode(Kind.proofNeeded, forKey: .kind)
    case .closed(let until):
      try container.encode(Kind.closed, forKey: .kind)
      try container.encodeIfPresent(until, forKey: .until)
    }
  }
}
