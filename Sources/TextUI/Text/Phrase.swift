/// An English sentence or label with the values in it, as widgets hold it.
///
/// It is put into words when it is drawn: a form that was made before a language was there, or in
/// another one, says the same in the language of the frame.
public struct Phrase: ExpressibleByStringInterpolation, Equatable, Sendable {
  /// The English words, with `{1}`, `{2}` … where the values stand.
  public let pattern: String
  private let values: [Value]

  fileprivate enum Value: Equatable, Sendable {
    case text(String)
    case phrase(Phrase)

    var spoken: String {
      switch self {
      case .text(let text): text
      case .phrase(let phrase): phrase.spoken
      }
    }
  }

  /// A literal while it is taken in.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var pattern = ""
    fileprivate var values: [Value] = []

    /// Begins with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Takes words.
    public mutating func appendLiteral(_ literal: String) { pattern += literal }

    /// Takes a value that is the same in every language.
    public mutating func appendInterpolation<Plain: CustomStringConvertible>(_ value: Plain) {
      append(.text(value.description))
    }

    /// Takes a phrase, which speaks when the whole does.
    public mutating func appendInterpolation(_ phrase: Phrase) { append(.phrase(phrase)) }

    private mutating func append(_ value: Value) {
      values.append(value)
      pattern += "{\(values.count)}"
    }
  }

  /// Makes a phrase without values.
  public init(stringLiteral value: String) {
    pattern = value
    values = []
  }

  /// Makes a phrase of words with values between them.
  public init(stringInterpolation: StringInterpolation) {
    pattern = stringInterpolation.pattern
    values = stringInterpolation.values
  }

  /// An English phrase from a table or a file.
  public init(words: String) { self.init(stringLiteral: words) }

  /// An English phrase from a table or a file, with a number in the place of its `*`.
  public init(words: String, number: Int) {
    let parts = words.split(separator: "*", omittingEmptySubsequences: false)
    pattern = parts.joined(separator: "{1}")
    values = parts.count > 1 ? [.text("\(number)")] : []
  }

  /// A name, a number, a text of somebody: the same in every language.
  public static func verbatim(_ text: String) -> Phrase { "\(text)" }

  /// Phrases one after another, with the same between each two.
  public static func joined(_ phrases: [Phrase], by separator: Phrase) -> Phrase {
    guard let first = phrases.first else { return "" }
    return phrases.dropFirst().reduce(first) { "\($0)\(separator)\($1)" }
  }

  /// Whether there is nothing to say.
  public var isEmpty: Bool { pattern.isEmpty || spoken.isEmpty }

  /// The phrase in the language of the moment, its values in their places.
  public var spoken: String {
    if pattern == "{1}", let value = values.first { return value.spoken }
    let text = Speaker.translate(pattern)
    guard !values.isEmpty else { return text }
    var filled = ""
    var rest = text[...]
    // By bytes: braces are one, and looking for characters takes ten times as long.
    while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      filled.append(contentsOf: rest[..<open])
      let behind = rest[rest.utf8.index(after: open)...]
      guard let close = behind.utf8.firstIndex(of: UInt8(ascii: "}")),
        let number = Int(behind[..<close]), values.indices.contains(number - 1)
      else {
        filled += "{"
        rest = behind
        continue
      }
      filled += values[number - 1].spoken
      rest = behind[behind.utf8.index(after: close)...]
    }
    filled.append(contentsOf: rest)
    return filled
  }
}

extension Phrase: CustomStringConvertible {
  /// The phrase as it is spoken now, for a message.
  public var description: String { spoken }
}

/// Who puts phrases into words: whoever draws a frame or takes a message in says in which language.
public enum Speaker {
  /// The translation of an English pattern; the pattern where there is none.
  // Handed down through every screen, widget and sentence as an argument that nobody has to name;
  // the console sets it from its own state, so that the same messages give the same frames.
  @TaskLocal public static var translate: @Sendable (String) -> String = { $0 }
}
