import ConsoleData
import RecorderEngine
import ScreenKit

extension Console {
  /// The words on the screen: in the language that the recorder's menu is set to, or in the
  /// terminal's where that says `automatic`. Until a language has been read it is English.
  package var phrases: Phrases {
    let phrases = languages[languageCode] ?? .english
    guard let drawn = lesson?.scenario.drawn else { return phrases }
    return phrases.speaking(drawn.patterns, with: drawn.values)
  }

  /// The code of the language that is wanted now.
  var languageCode: String {
    let chosen = desk?.recorder.settings[.language]
    return Language.all.first { $0.name == chosen }?.code ?? options.language
  }

  /// Asks once for the file of the wanted language.
  mutating func wishForPhrases(_ effects: inout [Effect]) {
    let code = languageCode
    guard Language.all.contains(where: { $0.code == code }),
      languagesWished.insert(code).inserted
    else { return }
    effects.append(.load(.phrases(code)))
  }
}

extension Phrases {
  /// The language that the recorder's menu is set to, of those that were read; the first was read
  /// for the terminal, and speaks where the menu says `automatic`.
  public static func chosen(at recorder: RecorderSnapshot?, from read: [Phrases]) -> Phrases {
    let code = recorder.flatMap(code(at:)) ?? read.first?.code
    return read.first { $0.code == code } ?? .english
  }

  /// The code of the language that the recorder's menu is set to; nil where it says `automatic`.
  public static func code(at recorder: RecorderSnapshot) -> String? {
    let name = recorder.settings[.language]
    return Language.all.first { $0.name == name }?.code
  }
}

/// A language that menus offer.
struct Language: Equatable, Sendable {
  let code: String
  /// The name that the setting `system.language` has for it.
  let name: String

  static let all = [Language(code: "en", name: "English"), Language(code: "es", name: "Español")]
}

extension Console {
  /// The codes of the languages that the console speaks.
  public static var languageCodes: [String] { Language.all.map(\.code) }
}
