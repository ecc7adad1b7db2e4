/// Lines in the language of manual pages, made of plain text.
struct Roff {
  private(set) var lines: [String] = []

  /// Running text: what troff would take for its own is made plain, and the dashes of an option
  /// can be copied.
  static func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let isTyped = word.drop { !$0.isLetter && !$0.isNumber && $0 != "-" }.hasPrefix("-")
      if !result.isEmpty || word.startIndex > text.startIndex { result += " " }
      var before: Character?
      for letter in word {
        let joinsWords = letter == "-" && !isTyped && before?.isLetter == true
        result += joinsWords ? "-" : spelled[letter] ?? String(letter)
        before = letter
      }
    }
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }

  // Quotation marks by name: a terminal without them gets plain ones.
  private static let spelled: [Character: String] = [
    "\\": "\\e", "-": "\\-", "“": "\\(lq", "”": "\\(rq", "‘": "\\(oq", "’": "\\(cq", "…": "...",
    "\"": "\\(dq",
  ]

  /// A macro with its arguments, each of them plain text.
  mutating func add(_ macro: String, _ arguments: String...) {
    lines.append(([macro] + arguments.map { "\"\(Roff.escaped($0))\"" }).joined(separator: " "))
  }

  /// A line of plain text.
  mutating func add(text: String) {
    if !text.isEmpty { lines.append(Roff.escaped(text)) }
  }

  /// A line in the language itself.
  mutating func add(raw line: String) { lines.append(line) }

  /// A term in bold and what is told of it below.
  mutating func add(term: String, value: String = "", _ text: String) {
    add(raw: ".TP")
    add(raw: Roff.bold(term) + (value.isEmpty ? "" : " " + Roff.italic(value)))
    add(text: text)
  }

  /// What is typed: every dash is one that can be copied.
  static func typed(_ text: some StringProtocol) -> String {
    text.map { spelled[$0] ?? String($0) }.joined()
  }

  static func bold(_ text: String) -> String { "\\fB\(typed(text))\\fR" }
  static func italic(_ text: String) -> String { "\\fI\(typed(text))\\fR" }
}
