import DeviceProofs
import HTTPRequests
import RecorderEngine

/// Signs by the nonces that a device has told: one is good for all of it, unless a place wants its own.
struct DigestSigners: Sendable {
  /// After so long another nonce is asked for: some devices forget theirs and do not say that this is
  /// why they refuse.
  private static let longest = Interval.seconds(60)

  /// A nonce, and since when it is known.
  private struct Known {
    var signer: DigestSigner
    /// nil: it is known to be too old.
    var since: Timestamp?
  }

  private let credentials: Credentials
  private var common: Known
  private var own: [String: Known] = [:]

  init(_ challenge: DigestChallenge, of credentials: Credentials, at now: Timestamp) {
    self.credentials = credentials
    common = DigestSigners.known(challenge, credentials, now)
  }

  /// The header for the next request to a place.
  mutating func authorization(
    _ method: HTTPRequest.Method, to target: String, clientNonce: Nonce
  ) -> String {
    var known = own[target] ?? common
    let header = known.signer.authorization(
      method: method.rawValue, target: target, clientNonce: clientNonce)
    if own[target] == nil { common = known } else { own[target] = known }
    return header
  }

  /// Whether the nonce for a place may be forgotten by now.
  func isOld(for target: String, at now: Timestamp) -> Bool {
    guard let since = (own[target] ?? common).since else { return true }
    let age = now - since
    return age >= DigestSigners.longest || age < .zero
  }

  /// All of them are too old.
  mutating func age() {
    common.since = nil
    for target in own.keys { own[target]?.since = nil }
  }

  /// Takes another nonce, as far as the old one went.
  mutating func renew(_ challenge: DigestChallenge, for target: String, at now: Timestamp) {
    let known = DigestSigners.known(challenge, credentials, now)
    if own[target] == nil { common = known } else { own[target] = known }
  }

  /// Takes a nonce for one place alone; false: it has one.
  mutating func keep(_ challenge: DigestChallenge, for target: String, at now: Timestamp) -> Bool {
    guard own[target] == nil else { return false }
    own[target] = DigestSigners.known(challenge, credentials, now)
    return true
  }

  private static func known(
    _ challenge: DigestChallenge, _ credentials: Credentials, _ now: Timestamp
  ) -> Known {
    Known(
      signer: DigestSigner(challenge, user: credentials.name, secret: credentials.secret),
      since: now)
  }
}
