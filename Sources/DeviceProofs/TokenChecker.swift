import Crypto
import RecorderEngine

/// Checks tokens on the side of the device, and remembers those that were good.
public struct TokenChecker: Sendable {
  /// What is remembered of a token that was good.
  private struct Used: Hashable, Sendable {
    let user: AccountName
    let nonce: Nonce
    let created: String
  }

  private let window: Interval
  private let capacity: Int
  private var used: Set<Used> = []
  private var order: [Used] = []
  /// Where the oldest one stands in `order`.
  private var oldest = 0

  /// Makes a checker that takes tokens of the last and the next `window`, and remembers `capacity`
  /// good ones: the oldest is forgotten first.
  public init(window: Interval = .minutes(5), capacity: Int = 10_000) {
    self.window = window
    self.capacity = max(1, capacity)
  }

  /// How many are remembered.
  var remembered: Int { used.count }

  /// Judges a token by the password of its account, nil where it has none, and the device's own clock.
  public mutating func judge(
    _ token: UsernameToken, secret: Secret?, at now: Timestamp
  ) -> ProofVerdict {
    switch token.proof {
    case .unreadable: return .malformed
    case .password(let given):
      // The same work whether there is such an account or not.
      let isRight = given.matches(secret ?? Secret("")) && secret != nil
      return isRight ? .accepted : .wrong
    case .digest(let digest, let nonce, let created):
      guard (1...256).contains(nonce.bytes.count), digest.count == Insecure.SHA1.byteCount,
        let made = Timestamp(dateTime: created)
      else { return .malformed }
      let age = now - made
      guard age <= window, age >= .zero - window else { return .stale }
      let expected = UsernameToken.digest(
        nonce: nonce, created: created, secret: secret ?? Secret(""))
      guard isSame(digest, expected), secret != nil else { return .wrong }
      return remember(Used(user: token.user, nonce: nonce, created: created))
    }
  }

  private mutating func remember(_ token: Used) -> ProofVerdict {
    guard used.insert(token).inserted else { return .replayed }
    if order.count < capacity {
      order.append(token)
    } else {
      used.remove(order[oldest])
      order[oldest] = token
      oldest = (oldest + 1) % capacity
    }
    return .accepted
  }
}
