/// What a password must look like.
public struct PasswordProfile: Equatable, Sendable, Codable {
  /// The most characters a password may have; a longer one is refused, never cut.
  public let longest: Sourced<Int>
  /// What the weakest level asks for.
  public let low: Sourced<PasswordRule>
  /// What the level between asks for.
  public let middle: Sourced<PasswordRule>
  /// What the strongest level asks for.
  public let high: Sourced<PasswordRule>
  /// The level that a password set in the menu must reach.
  public let required: Sourced<PasswordLevel>
  /// The level that a password set after a recovery must reach.
  public let requiredAfterRecovery: Sourced<PasswordLevel>

  /// Makes the rules for passwords.
  public init(
    longest: Sourced<Int>, low: Sourced<PasswordRule>, middle: Sourced<PasswordRule>,
    high: Sourced<PasswordRule>, required: Sourced<PasswordLevel>,
    requiredAfterRecovery: Sourced<PasswordLevel>
  ) {
    self.longest = longest
    self.low = low
    self.middle = middle
    self.high = high
    self.required = required
    self.requiredAfterRecovery = requiredAfterRecovery
  }

  /// The rule of a level.
  public func rule(for level: PasswordLevel) -> PasswordRule {
    switch level {
    case .low: low.value
    case .middle: middle.value
    case .high: high.value
    }
  }
}

/// How strong a password is.
public enum PasswordLevel: String, Sendable, Codable, CaseIterable, Comparable {
  case low, middle, high

  /// Whether the left one is the weaker level.
  public static func < (left: PasswordLevel, right: PasswordLevel) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .low: 0
    case .middle: 1
    case .high: 2
    }
  }
}

/// A kind of character that a level asks for.
public enum CharacterKind: String, Sendable, Codable, CaseIterable {
  case letter, digit, special

  /// Whether the character is of this kind.
  public func holds(_ character: Character) -> Bool {
    switch self {
    case .letter: character.isLetter
    case .digit: character.isNumber
    case .special: !character.isLetter && !character.isNumber
    }
  }
}

/// What one level asks for.
public struct PasswordRule: Equatable, Sendable, Codable {
  /// The fewest characters.
  public let shortest: Int
  /// The kinds of which there must be one character each; may be empty.
  public let needs: [CharacterKind]

  /// Makes a rule.
  public init(shortest: Int, needs: [CharacterKind]) {
    self.shortest = shortest
    self.needs = needs
  }
}
