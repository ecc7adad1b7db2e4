/// One of some known words, or another that was told: nothing is made of what nobody knows.
public enum Told<Known: RawRepresentable<String> & Equatable & Sendable>: Equatable, Sendable {
  case known(Known)
  case unknown(String)

  /// Reads a word.
  public init(_ text: String) {
    self = Known(rawValue: text).map { .known($0) } ?? .unknown(text)
  }

  /// The word as it was told.
  public var text: String {
    switch self {
    case .known(let known): known.rawValue
    case .unknown(let text): text
    }
  }

  /// The word where it is a known one.
  public var known: Known? { if case .known(let known) = self { known } else { nil } }
}
