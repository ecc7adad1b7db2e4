import RecorderEngine

/// What the seed of an attempt has drawn for a scenario: another site, another password, another
/// fault each time.
public struct Drawn: Equatable, Sendable {
  /// The values by their names, as the file's `<name>` stands for them.
  public var values: [String: String] = [:]
  /// The sentences and paragraphs as the file has them, by what they are with the values in them: a
  /// language has words for the former.
  public var patterns: [String: String] = [:]

  /// Nothing is drawn.
  public init() {}

  /// Notes how a text of the file reads with its values, paragraph by paragraph and line by line:
  /// a notebook is kept by lines.
  public mutating func note(_ pattern: String, reads text: String) {
    let pairs =
      Array(zip(Scenario.paragraphs(of: pattern), Scenario.paragraphs(of: text)))
      + zip(Scenario.lines(of: pattern), Scenario.lines(of: text))
    for (pattern, text) in pairs where pattern != text { patterns[text] = pattern }
  }

  /// The row of random numbers from which the value of a name is drawn: what is drawn for another
  /// name does not change it.
  public static func random(seed: UInt64, name: String) -> SeededRandom {
    SeededRandom(seed: seed ^ name.utf8.stableHash)
  }
}
