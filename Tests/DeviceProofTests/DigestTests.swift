import RecorderEngine
import Testing

@testable import DeviceProofs

/// HTTP Digest, by RFC 7616.
@Suite struct DigestTests {
  private static let now = Timestamp(milliseconds: 1_795_215_480_250)
  private static let mufasa = AccountName("Mufasa")
  private static let secret = Secret("Circle of Life")

  /// Section 3.9.1 of the RFC.
  private static let headers = [
    """
    Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=SHA-256, \
    nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", \
    opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"
    """,
    """
    Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=MD5, \
    nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", \
    opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"
    """,
  ]

  @Test(
    "The example of the RFC, whether the challenges stand in one header or in two",
    arguments: [headers, [headers.joined(separator: ", ")], headers.reversed()])
  func example(headers: [String]) throws {
    let challenges = DigestChallenge.all(in: headers)
    #expect(challenges.map(\.algorithm) == [.sha256, .md5])
    let responses = [
      "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
      "8ca523f5e9506fed4657c9700eebdbec",
    ]
    for (challenge, response) in zip(challenges, responses) {
      let signer = DigestSigner(challenge, user: Self.mufasa, secret: Self.secret)
      let header = signer.authorization(
        "GET", "/dir/index.html",
        ("00000001", "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"))
      #expect(header.contains("response=\"\(response)\""))
      #expect(header.contains("opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\""))
    }
  }

  @Test("Without qop, as RFC 2069 has it")
  func withoutCount() throws {
    let challenge = try #require(
      DigestChallenge.all(in: [
        #"Digest realm="testrealm@host.com", nonce="dcd98b7102dd2af0e8b11d0f600bfb0c""#
      ])
      .first)
    var signer = DigestSigner(
      challenge, user: AccountName("Mufasa"), secret: Secret("CircleOfLife"))
    let header = signer.authorization(
      method: "GET", target: "/dir/index.html", clientNonce: Nonce([1]))
    // md5(md5(Mufasa:testrealm@host.com:CircleOfLife):nonce:md5(GET:/dir/index.html))
    #expect(header.contains(#"response="0db937d6a278be0ad30f264000588a17""#))
    #expect(!header.contains("nc=") && !header.contains("qop"))
  }

  @Test("What is told of challenges, however they are written")
  func parsing() {
    let all = DigestChallenge.all(in: [
      #"Basic realm="a, Digest b", digest REALM="x\"y",nonce=n1,QOP=auth,stale=TRUE"#,
      #"Digest realm="z", nonce="n2", algorithm=SHA-512-256, qop="auth""#,
      #"Digest realm="z", nonce="n3", algorithm=sha-256, qop="auth-int""#,
      #"Digest realm="z", qop="auth""#, "Negotiate", "Digest", "", ",,,", "=\"",
      #"Digest realm="z", nonce="n4", algorithm=MD5-sess, qop="auth""#,
    ])
    #expect(all.map(\.nonce) == ["n1", "n4"])
    #expect(all[0].realm == "x\"y")
    #expect(all[0].isStale && !all[1].isStale)
    #expect(DigestChallenge.asksForBasic(in: [#"Digest nonce="a", Basic realm="b""#]))
    #expect(!DigestChallenge.asksForBasic(in: [#"Digest realm="a, Basic b""#]))
  }

  private func exchange(
    _ algorithm: DigestAlgorithm, _ body: (inout DigestChecker, inout DigestSigner) throws -> Void
  ) throws {
    var checker = DigestChecker(realm: "re\"corder", key: [UInt8](repeating: 3, count: 32))
    let headers = checker.challenges([algorithm], nonce: Nonce([9, 9]), at: Self.now)
    let challenge = try #require(DigestChallenge.all(in: headers).first)
    var signer = DigestSigner(challenge, user: AccountName("jo \"x\" é"), secret: Self.secret)
    try body(&checker, &signer)
  }

  private func header(_ signer: inout DigestSigner) throws -> DigestAuthorization {
    try #require(
      DigestAuthorization(
        signer.authorization(
          method: "POST", target: "/onvif/device_service?a=b,c", clientNonce: Nonce([1, 2]))))
  }

  private func judge(
    _ checker: inout DigestChecker, _ header: DigestAuthorization, _ secret: Secret? = secret,
    method: String = "POST", target: String = "/onvif/device_service?a=b,c",
    after: Interval = .zero
  ) -> ProofVerdict {
    checker.judge(header, secret: secret, method: method, target: target, at: Self.now + after)
  }

  @Test("What the client signs, the service takes once", arguments: DigestAlgorithm.allCases)
  func bothEnds(algorithm: DigestAlgorithm) throws {
    try exchange(algorithm) { checker, signer in
      let first = try header(&signer)
      let second = try header(&signer)
      #expect(first.user == AccountName("jo \"x\" é"))
      #expect(judge(&checker, second) == .accepted)
      #expect(judge(&checker, first) == .accepted, "it was overtaken")
      #expect(judge(&checker, first) == .replayed)
      #expect(judge(&checker, second) == .replayed)
    }
  }

  @Test("Wrong, malformed and stale are told apart")
  func verdicts() throws {
    try exchange(.sha256) { checker, signer in
      let header = try header(&signer)
      #expect(judge(&checker, header, Secret("no")) == .wrong)
      #expect(judge(&checker, header, nil) == .wrong)
      #expect(judge(&checker, header, method: "GET") == .wrong)
      #expect(judge(&checker, header, target: "/other") == .malformed)
      #expect(judge(&checker, header, after: .minutes(5) + .milliseconds(1)) == .stale)
      #expect(judge(&checker, header, after: .milliseconds(-1)) == .stale)
      #expect(judge(&checker, header, after: .minutes(5)) == .accepted)
      var other = DigestChecker(realm: "re\"corder", key: [UInt8](repeating: 4, count: 32))
      #expect(judge(&other, header) == .stale, "a nonce of before a restart")
    }
  }

  @Test(
    "What is no counted digest is none",
    arguments: [
      "", "Basic YTpi", "Digest", "Digest username=a", "Digest a, Digest b",
      #"Digest username="a", realm="b", nonce="c", uri="/", response="d", qop=auth, nc=1, cnonce="e""#,
      #"Digest username="a", realm="b", nonce="c", uri="/", response="d", qop=auth, nc=00000000, cnonce="e""#,
      #"Digest username="a", realm="b", nonce="c", uri="/", response="d""#,
    ])
  func unreadable(text: String) { #expect(DigestAuthorization(text) == nil) }

  @Test("Requests may overtake one another by 63")
  func overtaking() {
    var count = NonceCount(first: 100)
    func take(_ number: UInt32) -> Bool { count.take(number) }
    #expect(!take(100))
    #expect(take(163))
    #expect(!take(100))
    #expect(take(101))
    #expect(take(164))
    #expect(!take(100), "too long ago")
    #expect(take(.max))
    #expect(!take(.max) && !take(164))
  }

  @Test("A password in the clear is a secret itself")
  func basic() {
    let header = BasicAuthorization.header(
      user: AccountName("Aladdin"), secret: Secret("open sesame"))
    #expect(header.revealed { $0 } == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==")
    #expect("\(header)" == "•••")
  }
}
