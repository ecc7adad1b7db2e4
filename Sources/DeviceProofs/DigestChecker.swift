import Crypto
import Foundation
import RecorderEngine

/// The `Authorization` header of a request, as far as HTTP Digest has something in it.
public struct DigestAuthorization: Equatable, Sendable {
  /// Who says to be signing in.
  public let user: AccountName
  let realm: String
  let nonce: String
  let uri: String
  let response: String
  let algorithm: DigestAlgorithm
  let nonceCount: UInt32
  let countText: String
  let clientNonce: String

  /// Reads the header; nil where it is no counted (qop `auth`) digest or something is missing in it.
  public init?(_ header: String) {
    let all = AuthenticationHeader.all(in: header)
    guard let found = all.first, all.count == 1, found.scheme == "digest" else { return nil }
    let parameters = found.parameters
    guard let user = parameters["username"], let realm = parameters["realm"],
      let nonce = parameters["nonce"], let uri = parameters["uri"],
      let response = parameters["response"], parameters["qop"]?.lowercased() == "auth",
      let countText = parameters["nc"], countText.utf8.count == 8,
      let nonceCount = UInt32(countText, radix: 16), nonceCount > 0,
      let clientNonce = parameters["cnonce"], !clientNonce.isEmpty,
      let algorithm = DigestAlgorithm(name: parameters["algorithm"] ?? "MD5")
    else { return nil }
    self.user = AccountName(user)
    self.realm = realm
    self.nonce = nonce
    self.uri = uri
    self.response = response
    self.algorithm = algorithm
    self.nonceCount = nonceCount
    self.countText = countText
    self.clientNonce = clientNonce
    sentUser = user
  }

  /// The name as it went into the hash.
  let sentUser: String
}

/// Challenges and checks HTTP Digest on the side of the device. Its nonces carry the time at which
/// they were made, under a key: nothing is kept of one until it was used well.
public struct DigestChecker: Sendable {
  /// Where accounts are known.
  public let realm: String
  private let key: SymmetricKey
  private let lifetime: Interval
  private let capacity: Int
  private var counts: [String: NonceCount] = [:]
  private var order: [String] = []
  private var oldest = 0

  /// Makes a checker: its nonces are good for `lifetime`, and of so many it is known which requests
  /// they have counted. `key` is 32 secret bytes.
  public init(
    realm: String, key: [UInt8], lifetime: Interval = .minutes(5), capacity: Int = 4_096
  ) {
    self.realm = realm
    self.key = SymmetricKey(data: key)
    self.lifetime = lifetime
    self.capacity = max(1, capacity)
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

  /// Judges a header by the password of its account, nil where it has none, the request that it came
  /// with and the device's own clock.
  public mutating func judge(
    _ header: DigestAuthorization, secret: Secret?, method: String, target: String,
    at now: Timestamp
  ) -> ProofVerdict {
    guard header.realm == realm, header.uri == target else { return .malformed }
    guard let made = time(of: header.nonce) else { return .stale }
    let age = now - made
    guard age >= .zero, age <= lifetime else { return .stale }
    let input = DigestInput(
      user: header.sentUser, realm: realm, nonce: header.nonce, method: method, uri: header.uri,
      algorithm: header.algorithm, count: (header.countText, header.clientNonce))
    let expected = Array(input.response(secret ?? Secret("")).utf8)
    guard isSame(Array(header.response.lowercased().utf8), expected), secret != nil else {
      return .wrong
    }
    return count(header)
  }

  private mutating func count(_ header: DigestAuthorization) -> ProofVerdict {
    if counts[header.nonce] != nil {
      return counts[header.nonce]?.take(header.nonceCount) == true ? .accepted : .replayed
    }
    if order.count < capacity {
      order.append(header.nonce)
    } else {
      counts[order[oldest]] = nil
      order[oldest] = header.nonce
      oldest = (oldest + 1) % capacity
    }
    counts[header.nonce] = NonceCount(first: header.nonceCount)
    return .accepted
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
    guard isSame(Array(bytes.suffix(16)), seal(head)) else { return nil }
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
    let back = highest - count
    guard back < 64, seen & (1 << UInt64(back)) == 0 else { return false }
    seen |= 1 << UInt64(back)
    return true
  }
}
