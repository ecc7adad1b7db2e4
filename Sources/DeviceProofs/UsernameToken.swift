import Crypto
import Foundation
import RecorderEngine

/// The proof of WS-Security's UsernameToken profile, as it stands in the header of a request.
public struct UsernameToken: Sendable {
  /// How the password is proved.
  public enum Proof: Sendable {
    /// SHA-1 of nonce, time and password.
    case digest([UInt8], nonce: Nonce, created: String)
    /// The password itself: read, never written.
    case password(Secret)
    /// Something is missing in it, or is no base64.
    case unreadable
  }

  /// Whose password it is.
  public let user: AccountName
  /// How it is proved.
  public let proof: Proof

  /// Takes a token as it was read.
  public init(user: AccountName, proof: Proof) {
    self.user = user
    self.proof = proof
  }

  /// Makes a token, by the clock of the device that will check it.
  public init(user: AccountName, secret: Secret, nonce: Nonce, at now: Timestamp) {
    let created = now.dateTimeText
    self.user = user
    proof = .digest(
      UsernameToken.digest(nonce: nonce, created: created, secret: secret), nonce: nonce,
      created: created)
  }

  static func digest(nonce: Nonce, created: String, secret: Secret) -> [UInt8] {
    var hash = Insecure.SHA1()
    hash.update(data: nonce.bytes)
    hash.update(data: Array(created.utf8))
    secret.revealed { hash.update(data: Array($0.utf8)) }
    return Array(hash.finalize())
  }
}

extension UsernameToken: CustomStringConvertible, CustomReflectable {
  /// Whose it is, and no more.
  public var description: String { "token of \(user.text)" }
  /// A mirror that shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
