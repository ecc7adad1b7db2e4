import Crypto
import RecorderEngine

/// How HTTP Digest mixes what it is made of (RFC 7616).
public enum DigestAlgorithm: String, Equatable, Sendable, CaseIterable {
  case sha256 = "SHA-256"
  case sha256Session = "SHA-256-sess"
  case md5 = "MD5"
  case md5Session = "MD5-sess"

  /// Reads a name, whatever its capitals; nil for one that is not known here.
  init?(name: String) {
    let found = DigestAlgorithm.allCases.first { $0.rawValue.lowercased() == name.lowercased() }
    guard let found else { return nil }
    self = found
  }

  /// Whether the password's hash is mixed with both nonces first.
  var isOfSession: Bool { self == .sha256Session || self == .md5Session }

  private var isStrong: Bool { self == .sha256 || self == .sha256Session }

  /// The one with the lowest is taken first.
  var rank: Int { (isStrong ? 0 : 2) + (isOfSession ? 1 : 0) }

  /// The hash of a text, in small hexadecimal digits.
  func hash(_ text: String) -> String {
    let bytes = Array(text.utf8)
    return isStrong
      ? SHA256.hash(data: bytes).hexadecimal
      : Insecure.MD5.hash(data: bytes).hexadecimal
  }
}

/// What a response of HTTP Digest is made of, beside the password.
struct DigestInput {
  let user: String
  let realm: String
  let nonce: String
  let method: String
  let uri: String
  let algorithm: DigestAlgorithm
  /// With qop `auth`; nil: without, as RFC 2069 has it.
  let count: (nonceCount: String, clientNonce: String)?

  func response(_ secret: Secret) -> String {
    var first = secret.revealed { algorithm.hash("\(user):\(realm):\($0)") }
    if algorithm.isOfSession {
      first = algorithm.hash("\(first):\(nonce):\(count?.clientNonce ?? "")")
    }
    let second = algorithm.hash("\(method):\(uri)")
    guard let count else { return algorithm.hash("\(first):\(nonce):\(second)") }
    return algorithm.hash(
      "\(first):\(nonce):\(count.nonceCount):\(count.clientNonce):auth:\(second)")
  }
}
