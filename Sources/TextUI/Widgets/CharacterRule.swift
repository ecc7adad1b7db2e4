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

  /// What is said of a character that the rule does not let in.
  var refusal: Phrase {
    switch self {
    case .any: "Only what can be shown on screen can stand here."
    case .visible: "Only characters without blanks can stand here."
    case .digits: "Only digits can stand here."
    case .hexadecimal: "Only the digits 0 to 9 and A to F can stand here."
    case .host: "Only letters, digits, dots, dashes and colons can stand here."
    case .ascii: "Only letters, digits and signs of a plain keyboard can stand here."
    }
  }
}
