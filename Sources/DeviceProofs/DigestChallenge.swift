import RecorderEngine

/// What a server answered instead of what it was asked for: that it wants a digest, and of what.
public struct DigestChallenge: Equatable, Sendable {
  /// Where the account is known.
  public let realm: String
  /// What the server wants mixed in.
  public let nonce: String
  /// What it wants back unread.
  public let opaque: String?
  /// How it is mixed.
  public let algorithm: DigestAlgorithm
  /// Whether requests are counted (qop `auth`); without, as RFC 2069 has it.
  public let countsRequests: Bool
  /// Whether the password was right, but the nonce too old: the same is asked again with this one.
  public let isStale: Bool

  /// What stands in the `WWW-Authenticate` headers of an answer, the strongest first; what is not
  /// known here, such as auth-int alone, is left out.
  public static func all(in headers: [String]) -> [DigestChallenge] {
    headers.flatMap(AuthenticationHeader.all).compactMap(DigestChallenge.init)
      .enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }

  /// Whether a password in the clear (Basic) is asked for.
  public static func asksForBasic(in headers: [String]) -> Bool {
    headers.flatMap(AuthenticationHeader.all).contains { $0.scheme == "basic" }
  }

  private init?(_ header: AuthenticationHeader) {
    let parameters = header.parameters
    guard header.scheme == "digest", let nonce = parameters["nonce"],
      let algorithm = DigestAlgorithm(name: parameters["algorithm"] ?? "MD5")
    else { return nil }
    let kinds = parameters["qop"]?.split { $0 == "," || $0.isWhitespace }.map { $0.lowercased() }
    guard kinds?.contains("auth") ?? true else { return nil }
    // A session is made of the client's nonce, which only a counted request tells.
    guard kinds != nil || !algorithm.isOfSession else { return nil }
    realm = parameters["realm"] ?? ""
    self.nonce = nonce
    opaque = parameters["opaque"]
    self.algorithm = algorithm
    countsRequests = kinds != nil
    isStale = parameters["stale"]?.lowercased() == "true"
  }

  private var rank: Int { algorithm.rank * 2 + (countsRequests ? 0 : 1) }
}

/// Answers a challenge, request by request: it counts them.
public struct DigestSigner: Sendable {
  /// What is answered.
  public let challenge: DigestChallenge
  private let user: AccountName
  private let secret: Secret
  private var count: UInt32 = 0

  /// Makes a signer that has not signed anything.
  public init(_ challenge: DigestChallenge, user: AccountName, secret: Secret) {
    self.challenge = challenge
    self.user = user
    self.secret = secret
  }

  /// The value of the `Authorization` header of the next request: with the target exactly as it is sent.
  public mutating func authorization(
    method: String, target: String, clientNonce: Nonce
  ) -> String {
    count += 1
    let digits = String(count, radix: 16)
    let nonceCount = String(repeating: "0", count: 8 - digits.count) + digits
    let client = clientNonce.bytes.hexadecimal
    return authorization(method, target, challenge.countsRequests ? (nonceCount, client) : nil)
  }

  func authorization(
    _ method: String, _ target: String, _ count: (nonceCount: String, clientNonce: String)?
  ) -> String {
    let input = DigestInput(
      user: user.text, realm: challenge.realm, nonce: challenge.nonce, method: method, uri: target,
      algorithm: challenge.algorithm, count: count)
    let quoted = AuthenticationHeader.quoted
    var parts = [
      "username=" + quoted(user.text), "realm=" + quoted(challenge.realm),
      "nonce=" + quoted(challenge.nonce), "uri=" + quoted(target),
      "response=" + quoted(input.response(secret)),
      "algorithm=" + challenge.algorithm.rawValue,
    ]
    if let count {
      parts += ["qop=auth", "nc=" + count.nonceCount, "cnonce=" + quoted(count.clientNonce)]
    }
    if let opaque = challenge.opaque { parts.append("opaque=" + quoted(opaque)) }
    return "Digest " + parts.joined(separator: ", ")
  }
}
