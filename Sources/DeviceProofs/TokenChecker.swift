import Crypto
import RecorderEngine

/// Says what is wrong with tokens before anybody compares a password, and remembers those that were
/// good: whoever knows the password asks the token itself.
public struct TokenChecker: Sendable {
  /// What is remembered of a token, whoever used it: nobody makes the same bytes a second time.
  private struct Used: Hashable, Sendable {
    let nonce: Nonce
    let created: String

    init?(_ token: UsernameToken) {
      guard case .digest(_, let nonce, let created) = token.proof else { return nil }
      self.nonce = nonce
      self.created = created
    }
  }

  private let window: Interval
  private var used: RecentKeys<Used>
  /// Those that are being compared just now: they come a second time as well.
  private var underWay: Set<Used> = []

  /// Makes a checker that takes tokens of the last and the next `window`, and remembers `capacity`
  /// good ones: the oldest is forgotten first.
  public init(window: Interval = .minutes(5), capacity: Int = 10_000) {
    self.window = window
    used = RecentKeys(capacity: capacity)
  }

  /// How many are remembered.
  var remembered: Int { used.count }

  /// What is wrong with a token whatever the password, by the device's own clock; nil: the password
  /// decides, and what it has decided is to be told by `settle`.
  public mutating func objection(
    to token: UsernameToken, at now: Timestamp
  ) -> ProofObjection? {
    switch token.proof {
    case .unreadable: return .malformed
    case .password: return nil
    case .digest(let digest, let nonce, let created):
      guard (1...256).contains(nonce.bytes.count), digest.count == Insecure.SHA1.byteCount,
        let made = Timestamp(dateTime: created), let token = Used(token)
      else { return .malformed }
      let age = now - made
      guard age <= window, age >= .zero - window else { return .stale }
      guard !used.contains(token), underWay.insert(token).inserted else { return .replayed }
      return nil
    }
  }

  /// Ends what a token without objection has begun: one that was right is remembered.
  public mutating func settle(_ token: UsernameToken, wasRight: Bool) {
    guard let token = Used(token), underWay.remove(token) != nil, wasRight else { return }
    _ = used.insert(token)
  }
}

extension UsernameToken: RemoteEvidence {
  /// Whether it was made of this secret, in a time that does not tell how much of it agrees.
  public func isMade(of secret: Secret) -> Bool {
    switch proof {
    case .unreadable: false
    case .password(let given): given.matches(secret)
    case .digest(let digest, let nonce, let created):
      digest.matches(UsernameToken.digest(nonce: nonce, created: created, secret: secret))
    }
  }
}
