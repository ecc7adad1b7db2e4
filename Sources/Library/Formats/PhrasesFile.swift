import ConsoleData

extension Format<Phrases> {
  /// The words of a language: `Assets/Phrases/es.yaml`.
  static var phrases: Format {
    .group("the words of a language: a group of keys") { fields in
      Phrases(
        code: fields.read("phrases", .ownName("phrases")),
        language: fields.read("language", .line(24)),
        table: fields.read("words", .words))
    }
  }
}

extension Format<[String: String]> {
  /// English phrases with what stands for each; a value such as `{1}` stands in both or in none.
  fileprivate static var words: Format {
    .group("English phrases, each with its translation: a group of keys") { fields in
      var table: [String: String] = [:]
      for entry in fields.everything {
        let english = entry.key ?? ""
        let trimmed = Format<String>.passage(600).read(entry.item)
        // A blank at the end of a passage is nobody's; where the English phrase has one, other words
        // follow it.
        let own = english.hasSuffix(" ") && !trimmed.isEmpty ? trimmed + " " : trimmed
        let expected = english.placeholders
        if !own.isEmpty, own.placeholders != expected {
          entry.item.refuse(
            expected: expected.isEmpty
              ? "a translation without values"
              : "a translation with \(listed(expected, last: "and"))",
            came: quoted(own))
        }
        if table.updateValue(own, forKey: english) != nil {
          entry.item.document.note(
            entry.place, expected: "each phrase once", came: "\(quoted(english)) again")
        }
      }
      return table
    }
  }
}

extension String {
  /// The values in a phrase, `{1}`, `{2}` …, in numerical order.
  var placeholders: [String] {
    var found: Set<Int> = []
    for part in split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      if let close = part.firstIndex(of: "}"), let number = Int(part[..<close]) {
        found.insert(number)
      }
    }
    return found.sorted().map { "{\($0)}" }
  }
}
