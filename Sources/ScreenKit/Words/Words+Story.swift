import ConsoleData
import TextUI
import Training

extension Words {
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
    Phrase.joined(Scenario.paragraphs(of: text).map { Phrase(words: $0) }, by: "\n\n")
  }
}
