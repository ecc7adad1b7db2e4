import DeviceProofs
import RecorderEngine

/// What is looked at before the recorder is asked about a proof, and remembered afterwards.
struct SignInDesk {
  private var tokens = TokenChecker()
  private var digests: DigestChecker
  private var wrongOnes: WrongProofs
  private let tries: Int?
  private let longestName: Int
  private var random = SystemRandomNumberGenerator()

  init(_ options: DeviceOptions) {
    digests = DigestChecker(realm: options.manufacturer, key: random.bytes(32))
    tries = options.misbehaviours.triesBeforeLock
    wrongOnes = WrongProofs(most: options.bounds.wrongOnesPerSecond, countsNames: tries != nil)
    longestName = options.bounds.name
  }

  /// The values of `WWW-Authenticate` to answer with.
  mutating func challenges(isStale: Bool, at uptime: Timestamp) -> [String] {
    digests.challenges(nonce: Nonce(using: &random), isStale: isStale, at: uptime)
  }

  /// Why the recorder is not to be asked; nil: it is, and what came of it is told to `settle`. Tokens
  /// go by the recorder's clock, and nonces by the time that the service has been up.
  mutating func objection(
    to signIn: SignIn, from address: String, clock: Timestamp, uptime: Timestamp
  ) -> SignInRefusal? {
    // Nothing is kept of a name that is nobody's.
    guard signIn.account.text.utf8.count <= longestName else { return .objection(.malformed) }
    if let tries, wrongOnes.isLocked(signIn.account, after: tries, at: uptime) { return .braked }
    guard !wrongOnes.isFlooding(address, at: uptime) else { return .braked }
    let objection =
      switch signIn {
      case .token(let token): tokens.objection(to: token, at: clock)
      case .digest(let header, _, let target):
        digests.objection(to: header, target: target, at: uptime)
      }
    return objection.map { .objection($0) }
  }

  /// Remembers what the recorder has said; nil: it has said nothing.
  mutating func settle(
    _ signIn: SignIn, wasRight: Bool?, from address: String, uptime: Timestamp
  ) {
    switch signIn {
    case .token(let token): tokens.settle(token, wasRight: wasRight == true)
    case .digest(let header, _, _): digests.settle(header, wasRight: wasRight == true)
    }
    if wasRight == false { wrongOnes.count(address, signIn.account, at: uptime) }
    if wasRight == true { wrongOnes.forget(signIn.account) }
  }
}
