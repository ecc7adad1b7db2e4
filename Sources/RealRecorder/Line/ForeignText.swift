/// Words of a device, made fit for a screen: none of them can do anything to a terminal.
enum ForeignText {
  /// Without control characters, line ends and marks that turn the direction of writing round, each a
  /// blank, and no longer than `longest` characters.
  static func tamed(_ text: String, longest: Int = 160) -> String {
    let plain = text.unicodeScalars.map { isPlain($0) ? Character($0) : " " }
    let words = String(plain).split(separator: " ").joined(separator: " ")
    return String(words.prefix(longest))
  }

  /// The words in a device's sentence that are worth showing; nil where there are none.
  static func words(_ text: String?) -> String? {
    text.map { tamed($0) }.flatMap { $0.isEmpty ? nil : $0 }
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
