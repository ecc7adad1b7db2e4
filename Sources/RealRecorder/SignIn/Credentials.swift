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
