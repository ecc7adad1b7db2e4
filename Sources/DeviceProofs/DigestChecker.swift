import Crypto
import Foundation
import RecorderEngine

/// Challenges and checks HTTP Digest on the side of the device. Its nonces carry the time at which
/// they were made, under a key: nothing is kept of one until it was used well.
public struct DigestChecker: Sendable {
  /// Where accounts are known.
  public let realm: String
  private let key: SymmetricKey
  private let lifetime: Interval
  private var counts: [String: NonceCount] = [:]
  /// Those that are being compared just now: they come a second time as well.
  private var underWay: Set<String> = []
  private var used: RecentKeys<String>

  /// Makes a checker: its nonces are good for `lifetime`, and of so many it is known which requests
  /// they have counted. `key` is 32 secret bytes.
  public init(
    realm: String, key: [UInt8], lifetime: Interval = .minutes(5), capacity: Int = 4_096
  ) {
    self.realm = realm
    self.key = SymmetricKey(data: key)
    self.lifetime = lifetime
    used = RecentKeys(capacity: capacity)
  }

  /// The values of the `WWW-Authenticate` headers to answer with, one each, the strongest first.
  public func challenges(
    _ algorithms: [DigestAlgorithm] = [.sha256, .md5], nonce: Nonce, isStale: Bool = false,
    at now: Timestamp
  ) -> [String] {
    let made = AuthenticationHeader.quoted(self.nonce(nonce, at: now))
    return algorithms.map { algorithm in
      "Digest realm=\(AuthenticationHeader.quoted(realm)), qop=\"auth\", "
        + "algorithm=\(algorithm.rawValue), nonce=\(made)" + (isStale ? ", stale=true" : "")
    }
  }

  /// What is wrong with a header whatever the password, by the request that it came with and the
  /// device's own clock; nil: the password decides, and what it has decided is to be told by `settle`.
  public mutating func objection(
    to header: DigestAuthorization, target: String, at now: Timestamp
  ) -> ProofObjection? {
    guard header.realm == realm, header.uri == target else { return .malformed }
    guard let made = time(of: header.nonce) else { return .stale }
    let age = now - made
    guard age >= .zero, age <= lifetime else { return .stale }
    guard counts[header.nonce]?.hasSeen(header.nonceCount) != true,
      underWay.insert(header.nonce + header.countText).inserted
    else { return .replayed }
    return nil
  }

  /// Ends what a header without objection has begun: the count of one that was right is remembered.
  public mutating func settle(_ header: DigestAuthorization, wasRight: Bool) {
    guard underWay.remove(header.nonce + header.countText) != nil, wasRight else { return }
    if counts[header.nonce] != nil {
      _ = counts[header.nonce]?.take(header.nonceCount)
      return
    }
    if let forgotten = used.insert(header.nonce) { counts[forgotten] = nil }
    counts[header.nonce] = NonceCount(first: header.nonceCount)
  }

  // MARK: Nonces

  private func nonce(_ random: Nonce, at now: Timestamp) -> String {
    let head = withUnsafeBytes(of: now.milliseconds.bigEndian) { Array($0) } + random.bytes
    return Data(head + seal(head)).base64EncodedString()
  }

  private func seal(_ head: [UInt8]) -> [UInt8] {
    let code = HMAC<SHA256>.authenticationCode(for: head + Array(realm.utf8), using: key)
    return Array(code.prefix(16))
  }

  private func time(of nonce: String) -> Timestamp? {
    guard nonce.utf8.count <= 512, let data = Data(base64Encoded: nonce), data.count >= 24 else {
      return nil
    }
    let bytes = Array(data)
    let head = Array(bytes.dropLast(16))
    guard Array(bytes.suffix(16)).matches(seal(head)) else { return nil }
    let milliseconds = head.prefix(8).reduce(Int64(0)) { $0 << 8 | Int64($1) }
    return Timestamp(milliseconds: milliseconds)
  }
}

/// Which requests a nonce has counted: they may overtake one another by 64.
struct NonceCount: Sendable {
  private var highest: UInt32
  /// Bit n: the request n before the highest has come.
  private var seen: UInt64 = 1

  init(first: UInt32) { highest = first }

  /// Whether this request has not come before, as far as is known.
  mutating func take(_ count: UInt32) -> Bool {
    if count > highest {
      let step = count - highest
      seen = step < 64 ? seen << UInt64(step) | 1 : 1
      highest = count
      return true
    }
    guard !hasSeen(count) else { return false }
    seen |= 1 << UInt64(highest - count)
    return true
  }

  /// Whether this request has come before, or may have: too many have come since.
  func hasSeen(_ count: UInt32) -> Bool {
    guard count <= highest else { return false }
    let back = highest - count
    return back >= 64 || seen & (1 << UInt64(back)) != 0
  }
}
