/// The console's words in one language, by the English phrase they stand for.
///
/// A phrase with values has them as `{1}`, `{2}` … in the order in which English says them.
public struct Phrases: Equatable, Sendable {
  /// The language's code, as `LANG` begins with it: `es`.
  public let code: String
  /// The language's own name, as the menu offers it: `Español`.
  public let language: String
  private let table: [String: String]

  /// Makes a language; `table` leads from an English phrase to its own.
  public init(code: String, language: String, table: [String: String]) {
    self.code = code
    self.language = language
    self.table = table
  }

  /// The language that the console itself is written in.
  public static let english = Phrases(code: "en", language: "English", table: [:])

  /// The language of the frame or the update at hand.
  // Handed down through every screen, widget and sentence as an argument that nobody has to name;
  // the console sets it from its own state, so that the same messages give the same frames.
  @TaskLocal package static var current = Phrases.english

  /// Whether the language has the phrase.
  public func has(_ pattern: String) -> Bool { table[pattern] != nil }

  /// What the body makes, in this language.
  public func spoken<Result>(_ body: () -> Result) -> Result {
    Phrases.$current.withValue(self, operation: body)
  }

  /// The phrase in this language; English where the language has no such phrase.
  public func callAsFunction(_ pattern: String) -> String { table[pattern] ?? pattern }
}

/// An English phrase with the values in it.
public struct Phrase: ExpressibleByStringInterpolation, Equatable, Sendable {
  package let pattern: String
  package let values: [String]

  /// Takes an English phrase apart into its pattern and its values.
  public struct StringInterpolation: StringInterpolationProtocol {
    package var pattern = ""
    package var values: [String] = []

    /// Starts with an empty pattern; the counts do not matter.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds English words to the pattern.
    public mutating func appendLiteral(_ literal: String) { pattern += literal }

    /// Adds a value, and its number in braces to the pattern.
    public mutating func appendInterpolation<Value: CustomStringConvertible>(_ value: Value) {
      values.append(value.description)
      pattern += "{\(values.count)}"
    }
  }

  /// Makes a phrase without values.
  public init(stringLiteral value: String) {
    pattern = value
    values = []
  }

  /// Makes a phrase of a pattern with its values.
  public init(stringInterpolation: StringInterpolation) {
    pattern = stringInterpolation.pattern
    values = stringInterpolation.values
  }
}

/// A phrase in the language of the console, its values in their places.
package func tr(_ phrase: Phrase) -> String {
  let text = Phrases.current(phrase.pattern)
  guard !phrase.values.isEmpty else { return text }
  var filled = ""
  var rest = text[...]
  while let open = rest.firstIndex(of: "{") {
    filled += String(rest[..<open])
    let behind = rest[rest.index(after: open)...]
    guard let close = behind.firstIndex(of: "}"), let number = Int(behind[..<close]),
      phrase.values.indices.contains(number - 1)
    else {
      filled += "{"
      rest = behind
      continue
    }
    filled += phrase.values[number - 1]
    rest = behind[behind.index(after: close)...]
  }
  return filled + String(rest)
}

/// A phrase that stands in a table or a file, in the language of the console.
package func tr(words pattern: String) -> String { Phrases.current(pattern) }
