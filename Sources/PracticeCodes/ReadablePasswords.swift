import Crypto
import Foundation
import RecorderEngine

/// The form of passwords that can be read again: digests of them that come over the network cannot be
/// checked against what scrypt has left.
extension PracticeCryptography {
  /// AES-GCM under the key of the state folder; nil where there is none.
  public func encrypt(_ secret: Secret, salt: Salt) -> EncryptedSecret? {
    guard let key = readableKey else { return nil }
    let combined = secret.revealed { text -> Data? in
      let bytes = Array(text.utf8)
      // A practice of the same seed has the same salts, and the key outlives it: only one text ever
      // meets one number, or two together would give both away.
      let mark = HMAC<SHA256>.authenticationCode(for: salt.bytes + bytes, using: key)
      guard let nonce = try? AES.GCM.Nonce(data: Array(mark.prefix(12))) else { return nil }
      return try? AES.GCM.seal(bytes, using: key, nonce: nonce).combined
    }
    guard let combined else { return nil }
    return EncryptedSecret(text: "aes-gcm$" + combined.hexadecimal)
  }

  /// Reads a secret again; nil under another key, or where it was damaged.
  public func decrypt(_ secret: EncryptedSecret) -> Secret? {
    let parts = secret.text.split(separator: "$")
    guard let key = readableKey, parts.count == 2, parts[0] == "aes-gcm",
      let bytes = Self.bytes(parts[1]), let box = try? AES.GCM.SealedBox(combined: bytes),
      let text = try? AES.GCM.open(box, using: key)
    else { return nil }
    return Secret(String(decoding: text, as: UTF8.self))
  }
}
