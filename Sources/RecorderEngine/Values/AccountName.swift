/// The name somebody signs in with, without outer blanks; capitals matter.
public struct AccountName: Hashable, Sendable, Codable, CodingKeyRepresentable {
  /// The name, capitals as they were typed.
  public let text: String

  /// Makes a name of what was typed, without its outer blanks.
  public init(_ text: String) {
    var trimmed = Substring(text)
    while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    self.text = String(trimmed)
  }

  /// Reads the name from a text, which is taken as it is.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the name as a text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  /// Makes a name of a dictionary's key, which is taken as it is.
  public init?<Key: CodingKey>(codingKey: Key) { text = codingKey.stringValue }
  /// The name as a dictionary's key.
  public var codingKey: any CodingKey { NameKey(stringValue: text) }

  /// The first characters of the name, a blank at their end included.
  func beginning(_ count: Int) -> AccountName {
    AccountName(asTyped: String(text.prefix(count)))
  }

  private init(asTyped text: String) { self.text = text }

  /// The built-in account, which every recorder has.
  public static let admin = AccountName("admin")
}

/// A plain text as coding key.
struct NameKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { return nil }
}
