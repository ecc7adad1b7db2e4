import Crypto
import RecorderEngine

/// The form of passwords that can be read again: digests of them that come over the network cannot be
/// checked against what scrypt has left.
extension PracticeCryptography {
  /// AES-GCM under the key of the state folder; nil where there is none.
  public func encrypt(_ secret: Secret, salt: Salt) -> EncryptedSecret? {
    guard let key = readableKey,
      let nonce = try? AES.GCM.Nonce(data: salt.bytes.prefix(12)),
      let box = secret.revealed({ text in
        try? AES.GCM.seal(Array(text.utf8), using: key, nonce: nonce)
      }), let combined = box.combined
    else { return nil }
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
