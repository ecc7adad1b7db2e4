import RecorderEngine
import ServerWords

/// Words of a device, made fit for a screen: none of them can do anything to a terminal.
enum ForeignText {
  /// Without control characters, line ends and marks that turn the direction of writing round, each a
  /// blank, and no longer than `longest` characters.
  static func tamed(_ text: String, longest: Int = 160) -> String {
    let plain = beginning(of: text).unicodeScalars.map { isPlain($0) ? Character($0) : " " }
    let words = String(plain).split(separator: " ").joined(separator: " ")
    return String(words.prefix(longest))
  }

  /// The beginning, of which all that is shown is made: a single character may be made of any number of
  /// marks.
  private static func beginning(of text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.prefix(mostScalars)))
  }

  private static let mostScalars = 4_096

  /// The words in a device's sentence that are worth showing; nil where there are none.
  static func words(_ text: String?) -> String? {
    text.map { tamed($0) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The words without any that repeat a secret which the device was told.
  static func words(_ text: String?, withholding secrets: [Secret]) -> String? {
    guard let text = text.map(beginning), let words = words(text) else { return nil }
    let isTold = secrets.contains { ServerWords.repeats($0, in: text) }
    return isTold ? "(not shown: it repeats the password)" : words
  }

  /// A code of a device: a word of letters and digits, as all that are known; nil for anything else,
  /// and for what repeats a secret.
  static func code(_ text: String, withholding secrets: [Secret]) -> String? {
    guard (1...48).contains(text.utf8.count),
      text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }),
      !secrets.contains(where: { isWhole($0, in: text) })
    else { return nil }
    return text
  }

  /// Whether all of a secret is in a word: a part of it may be in one that says something else.
  private static func isWhole(_ secret: Secret, in text: String) -> Bool {
    secret.revealed { !$0.isEmpty && text.lowercased().contains($0.lowercased()) }
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate,
      .unassigned:
      false
    default: true
    }
  }
}
