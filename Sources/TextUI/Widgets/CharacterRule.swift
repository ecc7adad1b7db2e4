/// Which characters a field takes.
public enum CharacterRule: Equatable, Sendable {
  /// All that can be shown, blanks too.
  case any
  /// All but blanks.
  case visible
  case digits
  case hexadecimal
  /// Host names and addresses: letters, digits, dot, dash, colon.
  case host
  /// ASCII that is seen: what old recorders take in names and passwords.
  case ascii

  /// Whether the rule lets a character in.
  public func allows(_ character: Character) -> Bool {
    switch self {
    case .any: true
    case .visible: character != " "
    case .digits: character.isASCII && character.isNumber
    case .hexadecimal: character.isASCII && character.isHexDigit
    case .host:
      character.isASCII && (character.isLetter || character.isNumber || ".-:".contains(character))
    case .ascii: character.isASCII && character != " "
    }
  }

  /// What the rule wants, as the end of a sentence.
  var wish: String {
    switch self {
    case .any: "what can be shown on screen"
    case .visible: "characters without blanks"
    case .digits: "digits"
    case .hexadecimal: "the digits 0 to 9 and A to F"
    case .host: "letters, digits, dots, dashes and colons"
    case .ascii: "letters, digits and signs of a plain keyboard"
    }
  }
}
