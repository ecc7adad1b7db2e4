import Crypto
import CryptoExtras
import RecorderEngine

/// The practice recorder's cryptography: scrypt for what is kept, HMAC-SHA-256 under the practice
/// key for codes. They open practice recorders and nothing else.
public struct PracticeCryptography: DeviceCryptography {
  /// scrypt's cost: 2^14 rounds of 8 blocks, 16 MiB and some tens of milliseconds a try.
  private static let usualRounds = 1 << 14
  private static let blockSize = 8
  private static let parallelism = 1
  /// Known to everybody, on purpose: what it opens is a practice recorder.
  private static let practiceKey = SymmetricKey(
    data: Array("RecorderConsole practice key 1: opens practice recorders only".utf8))
  /// Letters and digits that nobody mistakes for one another on a photo.
  private static let alphabet = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789")
  private static let digits = Array("0123456789")

  private let rounds: Int
  let readableKey: SymmetricKey?

  /// Makes a cryptography; any two of them make the same codes. With a key of 32 bytes it also keeps
  /// passwords that can be read again, where the recorder's network service has to check digests.
  public init(readableKey: [UInt8]? = nil) {
    rounds = Self.usualRounds
    self.readableKey = readableKey.map { SymmetricKey(data: $0) }
  }

  /// Makes one for what is kept nowhere: it seals at the least cost there is, for rehearsals that
  /// try hundreds of passwords in a moment.
  public static var forRehearsals: PracticeCryptography { PracticeCryptography(rounds: 2) }

  private init(rounds: Int) {
    self.rounds = rounds
    readableKey = nil
  }

  /// Digests a secret with scrypt, at the cost that the sealed text names.
  public func seal(_ secret: Secret, salt: Salt) -> SealedSecret {
    let digest =
      Self.digest(
        of: secret, salt: salt.bytes, rounds: rounds, blockSize: Self.blockSize,
        parallelism: Self.parallelism) ?? []
    return SealedSecret(
      text: "scrypt$\(rounds)$\(Self.blockSize)$\(Self.parallelism)"
        + "$\(salt.bytes.hexadecimal)$\(digest.hexadecimal)")
  }

  /// Digests a secret at the cost that was sealed; false for a text that is damaged or too costly.
  public func opens(_ sealed: SealedSecret, with secret: Secret) -> Bool {
    let parts = sealed.text.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
      let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
      Self.isPayable(rounds: rounds, blockSize: blockSize, parallelism: parallelism),
      let salt = Self.bytes(parts[4]), let kept = Self.bytes(parts[5]), !kept.isEmpty,
      let digest = Self.digest(
        of: secret, salt: salt, rounds: rounds, blockSize: blockSize, parallelism: parallelism)
    else { return false }
    return kept.matches(digest)
  }

  /// A code of letters and digits that nobody mistakes for one another.
  public func password(for message: String, length: Int) -> Secret {
    Self.code(for: message, of: Self.alphabet, length)
  }

  /// A code of digits.
  public func digits(for ticket: CodeTicket, scan: Int, length: Int) -> Secret {
    Self.code(
      for: "ticket/1\n\(ticket.method.rawValue)\n\(ticket.macAddress)\n\(ticket.number)\n"
        + "\(ticket.time.milliseconds)\n\(scan)", of: Self.digits, length)
  }

  /// A truncated HMAC under the practice key, in the characters of an alphabet.
  private static func code(
    for message: String, of alphabet: [Character], _ length: Int
  ) -> Secret {
    var code = ""
    var block: UInt8 = 0
    while code.count < length {
      let digest = HMAC<SHA256>.authenticationCode(
        for: Array(message.utf8) + [block], using: practiceKey)
      // Bytes beyond the last whole multiple of the alphabet are left out, so that every
      // character is equally likely.
      let usable = 256 / alphabet.count * alphabet.count
      for byte in digest where code.count < length && Int(byte) < usable {
        code.append(alphabet[Int(byte) % alphabet.count])
      }
      block &+= 1
    }
    return Secret(code)
  }

  /// Whether a cost that stands in a file is one that scrypt knows, and no more than 64 MiB.
  private static func isPayable(rounds: Int, blockSize: Int, parallelism: Int) -> Bool {
    (2...1 << 16).contains(rounds) && rounds & (rounds - 1) == 0
      && (1...8).contains(blockSize) && (1...4).contains(parallelism)
  }

  private static func digest(
    of secret: Secret, salt: [UInt8], rounds: Int, blockSize: Int, parallelism: Int
  ) -> [UInt8]? {
    let key = secret.revealed { text in
      try? KDF.Scrypt.deriveKey(
        from: Array(text.utf8), salt: salt, outputByteCount: 32, rounds: rounds,
        blockSize: blockSize, parallelism: parallelism)
    }
    return key?.withUnsafeBytes { Array($0) }
  }

  static func bytes(_ text: Substring) -> [UInt8]? {
    guard text.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    var rest = text
    while !rest.isEmpty {
      guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
      bytes.append(byte)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}
