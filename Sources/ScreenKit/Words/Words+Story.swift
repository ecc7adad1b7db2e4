import ConsoleData
import TextUI
import Training

extension Words {
  /// A text whose lines were broken in a file, as paragraphs that break where the screen ends.
  package static func reflowed(_ text: String) -> String {
    var paragraphs: [String] = [""]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if isBlank {
        if paragraphs[paragraphs.count - 1] != "" { paragraphs.append("") }
      } else {
        let last = paragraphs.count - 1
        paragraphs[last] += (paragraphs[last].isEmpty ? "" : " ") + line
      }
    }
    if paragraphs.last == "" { paragraphs.removeLast() }
    return paragraphs.joined(separator: "\n\n")
  }

  /// How much somebody should know before a lesson.
  package static func of(_ level: LessonLevel) -> Phrase {
    switch level {
    case .firstSteps: tr("first steps")
    case .installer: tr("installer")
    case .expert: tr("expert")
    }
  }

  /// A story of a file in the menu's language, paragraph by paragraph.
  package static func story(_ text: String) -> Phrase {
    let paragraphs = reflowed(text).split(separator: "\n\n").map { Phrase(words: String($0)) }
    return Phrase.joined(paragraphs, by: "\n\n")
  }
}
