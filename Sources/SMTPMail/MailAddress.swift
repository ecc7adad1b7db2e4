/// A mail address that can stand in an envelope and a header: nothing in it ends a line or a word.
public struct MailAddress: Equatable, Sendable {
  /// `somebody@example.org`
  public let text: String

  /// The part behind the @.
  var domain: Substring { text[text.index(after: at)...] }

  private let at: String.Index

  /// Reads an address; nil where it is none.
  public init?(_ text: String) {
    guard text.utf8.count <= 254, let at = text.lastIndex(of: "@") else { return nil }
    let (local, domain) = (text[..<at], text[text.index(after: at)...])
    guard (1...64).contains(local.count), !domain.isEmpty else { return nil }
    guard local.allSatisfy(Self.isFitForLocal), domain.allSatisfy(Self.isFitForDomain) else {
      return nil
    }
    self.text = text
    self.at = at
  }

  /// The atoms of RFC 5322, and the dots between them: no quotes, no blanks, no brackets.
  private static func isFitForLocal(_ character: Character) -> Bool {
    isWord(character) || "!#$%&'*+-/=?^_`{|}~.".contains(character)
  }

  private static func isFitForDomain(_ character: Character) -> Bool {
    isWord(character) || "-.[]:".contains(character)
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber)
  }
}
