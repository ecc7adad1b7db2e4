/// A password, an answer or a code on its way to the device.
///
/// It has no description, no mirror and no coding, so that it cannot reach a log, a frame or a
/// file by accident.
public struct Secret: Sendable {
  private let text: String

  /// Makes a secret of what was typed.
  public init(_ text: String) { self.text = text }

  /// The number of characters.
  public var count: Int { text.count }
  /// Whether nothing was typed.
  public var isEmpty: Bool { text.isEmpty }

  /// Hands the text to the one who must have it: a policy, a digest, a real device.
  public func revealed<Result>(_ body: (String) -> Result) -> Result { body(text) }

  /// Compares in a time that does not tell how much of the two agrees.
  public func matches(_ other: Secret) -> Bool {
    Array(text.utf8).matches(Array(other.text.utf8))
  }

  /// The answer as somebody else may type it: without outer blanks and capitals.
  public var folded: Secret {
    var characters = Substring(text)
    while characters.first?.isWhitespace == true { characters.removeFirst() }
    while characters.last?.isWhitespace == true { characters.removeLast() }
    return Secret(characters.lowercased())
  }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Three dots, whatever the secret is.
  public var description: String { "•••" }
  /// Three dots, whatever the secret is.
  public var debugDescription: String { "•••" }
  /// A mirror that shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A secret as it is kept: a salted digest with its scheme, readable only by the cryptography
/// that made it.
public struct SealedSecret: Equatable, Sendable, Codable {
  /// The scheme, the salt and the digest as they stand in a file.
  public let text: String

  /// Makes one of what stands in a file; nothing is checked.
  public init(text: String) { self.text = text }

  /// Reads it from a text, unchecked.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes it as a text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

/// A secret that can be read again by whoever has the key: kept only where a digest of it has to be
/// checked.
public struct EncryptedSecret: Equatable, Sendable, Codable {
  /// What stands in a file.
  public let text: String

  /// Makes one of what stands in a file; nothing is checked.
  public init(text: String) { self.text = text }
}

/// 16 random bytes that make two sealed secrets differ: there is none without them.
public struct Salt: Equatable, Sendable {
  /// The 16 bytes.
  public let bytes: [UInt8]

  /// Takes 16 fresh bytes.
  public init(using random: inout SeededRandom) {
    bytes = random.bytes(16)
  }
}

/// What the practice recorder needs of cryptography, passed in with each command.
public protocol DeviceCryptography: Sendable {
  /// Makes a secret fit to be kept.
  func seal(_ secret: Secret, salt: Salt) -> SealedSecret
  /// Whether the secret is the one that was sealed, in constant time.
  func opens(_ sealed: SealedSecret, with secret: Secret) -> Bool
  /// The practice code that somebody elsewhere makes as well, of what a screen shows: `length`
  /// letters and digits. `message` is a `SupportChallenge.message`.
  func password(for message: String, length: Int) -> Secret
  /// The practice code of a ticket: `length` digits. `scan` counts the codes that one QR code
  /// gives, from 1; 0 where there is only one.
  func digits(for ticket: CodeTicket, scan: Int, length: Int) -> Secret
  /// Makes a secret that can be read again; nil where there is no key for it.
  func encrypt(_ secret: Secret, salt: Salt) -> EncryptedSecret?
  /// Reads a secret again; nil where the key is another one, or it is damaged.
  func decrypt(_ secret: EncryptedSecret) -> Secret?
}

extension DeviceCryptography {
  /// Nothing: there is no key.
  public func encrypt(_ secret: Secret, salt: Salt) -> EncryptedSecret? { nil }
  /// Nothing: there is no key.
  public func decrypt(_ secret: EncryptedSecret) -> Secret? { nil }
}
