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

/// A header together with the method of the request that it came with: what a password is compared with.
public struct DigestEvidence: RemoteEvidence {
  private let header: DigestAuthorization
  private let method: String

  /// Takes a header and the method of its request; that its target is the right one the checker says.
  public init(_ header: DigestAuthorization, method: String) {
    self.header = header
    self.method = method
  }

  /// Whether it was made of this secret, in a time that does not tell how much of it agrees.
  public func isMade(of secret: Secret) -> Bool {
    let input = DigestInput(
      user: header.sentUser, realm: header.realm, nonce: header.nonce, method: method,
      uri: header.uri, algorithm: header.algorithm, count: (header.countText, header.clientNonce))
    return Array(header.response.lowercased().utf8).matches(Array(input.response(secret).utf8))
  }
}
