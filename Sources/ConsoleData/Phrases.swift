import TextUI

/// The console's words in one language, by the English phrase they stand for.
///
/// A phrase with values has them as `{1}`, `{2}` … in the order in which English says them.
public struct Phrases: Equatable, Sendable {
  /// The language's code, as `LANG` begins with it: `es`.
  public let code: String
  /// The language's own name, as the menu offers it: `Español`.
  public let language: String
  /// The words for each phrase.
  package let table: [String: String]
  /// Sentences with drawn values in them, by how they read: the language has words for the pattern.
  private var patterns: [String: String] = [:]
  private var drawn: [String: String] = [:]

  /// Makes a language; `table` leads from an English phrase to its own.
  public init(code: String, language: String, table: [String: String]) {
    self.code = code
    self.language = language
    self.table = table
  }

  /// The language that the console itself is written in.
  public static let english = Phrases(code: "en", language: "English", table: [:])

  /// Whether the language has the phrase.
  public func has(_ pattern: String) -> Bool { table[pattern] != nil }

  /// What the body makes, in this language.
  public func spoken<Result>(_ body: () -> Result) -> Result {
    Speaker.$translate.withValue({ self($0) }, operation: body)
  }

  /// The phrase in this language; English where the language has no such phrase.
  public func callAsFunction(_ pattern: String) -> String {
    if let words = table[pattern] { return words }
    guard let raw = patterns[pattern], let words = table[raw] else { return pattern }
    return drawn.reduce(words) { words, value in
      words.replacing("<\(value.key)>", with: table[value.value] ?? value.value)
    }
  }

  /// The same language, which also speaks sentences with drawn values in them: `patterns` leads from
  /// how they read to how a file has them, `values` from a name in them to what was drawn.
  package func speaking(_ patterns: [String: String], with values: [String: String]) -> Phrases {
    guard !values.isEmpty else { return self }
    var phrases = self
    phrases.patterns = patterns
    phrases.drawn = values
    return phrases
  }
}

/// A phrase in the language of the console, its values in their places: for what is drawn or
/// written at once.
package func tr(_ phrase: Phrase) -> String { phrase.spoken }

/// A phrase that stands in a table or a file, in the language of the console.
package func tr(words pattern: String) -> String { Speaker.translate(pattern) }

/// What can be kept until it is drawn.
package protocol Held { init(_ phrase: Phrase) }

extension Phrase: Held {
  package init(_ phrase: Phrase) { self = phrase }
}

/// A phrase where one is to be held: it is spoken whenever it is drawn.
// Chosen by the compiler wherever a phrase is wanted and no text: nobody has to think of it.
package func tr<Kept: Held>(_ phrase: Phrase) -> Kept { Kept(phrase) }

/// A phrase of a table or a file where one is to be held.
package func tr<Kept: Held>(words pattern: String) -> Kept { Kept(Phrase(words: pattern)) }
