import DeviceProofs
import RecorderEngine

/// Who signs in, and with what.
public struct Credentials: Sendable {
  /// The account.
  public let name: AccountName
  /// Its password.
  public let secret: Secret

  /// Makes credentials.
  public init(_ name: AccountName, _ secret: Secret) {
    self.name = name
    self.secret = secret
  }
}

/// How a device wants to be shown that the password is known.
enum SignInWay: Sendable {
  /// Nobody has asked it yet.
  case unknown
  /// A WS-UsernameToken in the header of each request.
  case token
  /// HTTP Digest, as it asked for it.
  case digest(DigestSigners)
  /// It asks nobody for a password.
  case open

  /// Whether a password is shown to be known.
  var isSecret: Bool {
    switch self {
    case .token, .digest: true
    case .unknown, .open: false
    }
  }
}

/// What came of a try to sign in.
enum SignInResult: Equatable, Sendable {
  case proven
  /// The one try was refused: nothing more is tried until somebody types again.
  case refused(attemptsLeft: Int?, words: String?)
}

/// Signs by the nonces that a device has told: one is good for all of it, unless a place wants its own.
struct DigestSigners: Sendable {
  private let credentials: Credentials
  private var common: DigestSigner
  private var own: [String: DigestSigner] = [:]

  init(_ challenge: DigestChallenge, of credentials: Credentials) {
    self.credentials = credentials
    common = DigestSigners.signer(challenge, credentials)
  }

  /// The header for the next request to a place.
  mutating func authorization(to target: String, clientNonce: Nonce) -> String {
    if own[target] == nil {
      return common.authorization(method: "POST", target: target, clientNonce: clientNonce)
    }
    return own[target]?.authorization(method: "POST", target: target, clientNonce: clientNonce)
      ?? ""
  }

  /// Takes another nonce, as far as the old one went.
  mutating func renew(_ challenge: DigestChallenge, at target: String) {
    if own[target] == nil {
      common = DigestSigners.signer(challenge, credentials)
    } else {
      own[target] = DigestSigners.signer(challenge, credentials)
    }
  }

  /// Takes a nonce for one place alone; false: it has one.
  mutating func keep(_ challenge: DigestChallenge, for target: String) -> Bool {
    guard own[target] == nil else { return false }
    own[target] = DigestSigners.signer(challenge, credentials)
    return true
  }

  private static func signer(
    _ challenge: DigestChallenge, _ credentials: Credentials
  ) -> DigestSigner {
    DigestSigner(challenge, user: credentials.name, secret: credentials.secret)
  }
}
