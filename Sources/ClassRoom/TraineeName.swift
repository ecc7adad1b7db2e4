/// The name under which somebody takes part in a class: 1 to 32 of a-z, 0-9 and dashes, a letter or digit first.
/// It is a folder's and a socket's name as well.
public struct TraineeName: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name as it is written.
  public let text: String

  /// Makes a name; nil: it is none.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    let isFine = bytes.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }
    guard (1...32).contains(bytes.count), isFine, bytes[0] != UInt8(ascii: "-") else { return nil }
    self.text = text
  }

  /// What a name has to be, for people.
  public static let rule = "1 to 32 of a-z, 0-9 and “-”, a letter or a digit first"

  /// The name.
  public var description: String { text }
  /// In the order of the alphabet.
  public static func < (one: TraineeName, other: TraineeName) -> Bool { one.text < other.text }
}
