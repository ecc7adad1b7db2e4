import RecorderEngine

/// Cryptography for tests only: as quick as an addition, and worth as much.
///
/// What it seals cannot be read by eye, so that a test may look for secrets in the clear.
public struct PlainCryptography: DeviceCryptography {
  public init() {}

  public func seal(_ secret: Secret, salt: Salt) -> SealedSecret {
    SealedSecret(text: "\(hash(salt.bytes)):\(digest(of: secret, salt: hash(salt.bytes)))")
  }

  public func opens(_ sealed: SealedSecret, with secret: Secret) -> Bool {
    let parts = sealed.text.split(separator: ":").compactMap { UInt64($0) }
    return parts.count == 2 && digest(of: secret, salt: parts[0]) == parts[1]
  }

  public func password(for message: String, length: Int) -> Secret {
    text(of: Self.letters, length, for: message)
  }

  public func digits(for ticket: CodeTicket, scan: Int, length: Int) -> Secret {
    text(
      of: "0123456789", length,
      for: "\(ticket.method)|\(ticket.macAddress)|\(ticket.number)|\(ticket.time)|\(scan)")
  }

  private static let letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"

  private func text(of alphabet: String, _ length: Int, for message: String) -> Secret {
    let alphabet = Array(alphabet)
    var random = SeededRandom(seed: hash(Array(message.utf8)))
    return Secret(
      String((0..<length).map { _ in alphabet[Int(random.next() % UInt64(alphabet.count))] }))
  }

  private func digest(of secret: Secret, salt: UInt64) -> UInt64 {
    secret.revealed { hash(Array($0.utf8), from: salt) }
  }

  /// FNV-1a.
  private func hash(_ bytes: [UInt8], from start: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
    bytes.reduce(start) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
