import Foundation
import RecorderEngine
import Support
import Testing

@testable import DeviceProofs

/// WS-Security's UsernameToken, made and checked.
@Suite struct UsernameTokenTests {
  private static let now = Timestamp(milliseconds: 1_795_216_680_250)
  private static let admin = AccountName.admin
  private static let secret = Secret("käfer&<1>")

  private func token(
    _ secret: Secret = secret, nonce: UInt8 = 7, at moment: Timestamp = now
  ) -> UsernameToken {
    UsernameToken(
      user: Self.admin, secret: secret, nonce: Nonce([UInt8](repeating: nonce, count: 16)),
      at: moment)
  }

  @Test("The example of ONVIF's programmer's guide")
  func example() throws {
    let nonce = try #require(Data(base64Encoded: "LKqI6G/AikKCQrN0zqZFlg=="))
    let digest = UsernameToken.digest(
      nonce: Nonce(Array(nonce)), created: "2010-09-16T07:50:45Z", secret: Secret("userpassword"))
    #expect(Data(digest).base64EncodedString() == "tuOSpGlFlIXsozq4HFNeeGeFLEI=")
  }

  @Test("Another language makes the same digest")
  func independent() throws {
    let home = try ConsoleHome()
    let tool = CommandLineTool(folder: home.url, environment: ["LANG": "C.UTF-8"])
    let program = """
      import hashlib
      print(hashlib.sha1(bytes([7] * 16) + b'2026-11-20T23:18:00.250Z'
        + 'käfer&<1>'.encode()).hexdigest())
      """
    let output = try tool.run(["/usr/bin/python3", "-c", program])
    guard case .digest(let digest, _, let created) = token().proof else {
      return #expect(Bool(false), "a digest")
    }
    #expect(created == "2026-11-20T23:18:00.250Z")
    #expect(digest.hexadecimal + "\n" == output)
  }

  @Test("Right once, then replayed; wrong, stale and malformed are told apart")
  func verdicts() {
    var checker = TokenChecker(window: .minutes(5))
    func judge(_ token: UsernameToken, _ secret: Secret? = Self.secret) -> ProofVerdict {
      checker.judge(token, secret: secret, at: Self.now)
    }
    #expect(judge(token(Secret("wrong"))) == .wrong)
    #expect(judge(token(), nil) == .wrong, "no such account")
    #expect(judge(token(Secret("")), nil) == .wrong, "no such account, and no password")
    #expect(checker.remembered == 0, "only what was good is remembered")
    #expect(judge(token()) == .accepted)
    #expect(judge(token()) == .replayed)
    let other = UsernameToken(user: "other", proof: token().proof)
    #expect(judge(other) == .replayed, "whoever says to have made it")
    #expect(judge(token(nonce: 8)) == .accepted)
    #expect(judge(UsernameToken(user: Self.admin, proof: .unreadable)) == .malformed)
    let short = UsernameToken(
      user: Self.admin,
      proof: .digest([1, 2], nonce: Nonce([1]), created: "2026-11-20T23:18:00Z"))
    #expect(judge(short) == .malformed)
    #expect(judge(UsernameToken(user: Self.admin, proof: .password(Self.secret))) == .accepted)
    #expect(judge(UsernameToken(user: Self.admin, proof: .password(Secret("no")))) == .wrong)
  }

  @Test("The window, to the millisecond", arguments: [-300_000, 300_000] as [Int64])
  func window(edge: Int64) {
    var checker = TokenChecker(window: .minutes(5))
    let outside = edge < 0 ? edge - 1 : edge + 1
    for (shift, verdict) in [(edge, ProofVerdict.accepted), (outside, .stale)] {
      let made = Self.now + .milliseconds(shift)
      let judged = checker.judge(token(at: made), secret: Self.secret, at: Self.now)
      #expect(judged == verdict)
    }
  }

  @Test("No more tokens are remembered than the checker has room for")
  func capacity() {
    var checker = TokenChecker(capacity: 3)
    func judge(_ nonce: UInt8) -> ProofVerdict {
      checker.judge(token(nonce: nonce), secret: Self.secret, at: Self.now)
    }
    for nonce in UInt8(0)..<10 {
      #expect(judge(nonce) == .accepted)
      #expect(checker.remembered == min(Int(nonce) + 1, 3))
    }
    #expect(judge(9) == .replayed)
    #expect(judge(7) == .replayed)
  }

  @Test("Moments as XML has them")
  func moments() {
    func read(_ text: String) -> Int64? { Timestamp(dateTime: text)?.milliseconds }
    let whole: Int64 = 1_795_216_680_000
    #expect(read("2026-11-20T23:18:00Z") == whole)
    #expect(read("2026-11-20T23:18:00") == whole)
    #expect(read("2026-11-20T23:18:00.25Z") == whole + 250)
    #expect(read("2026-11-20T23:18:00.123456789Z") == whole + 123)
    #expect(read("2026-11-21T01:18:00+02:00") == whole)
    #expect(read("2026-11-20T18:48:00-04:30") == whole)
    for wrong in [
      "", "now", "2026-11-20", "2026-11-20 23:18:00", "2026-13-20T23:18:00Z",
      "2026-11-20T24:18:00Z", "2026-11-20T23:18:00.Z", "2026-11-20T23:18:00X",
      "2026-11-20T23:18:00+2", "2026-11-20T23:18:00+99:00", "-026-11-20T23:18:00Z",
    ] {
      #expect(read(wrong) == nil, "\(wrong)")
    }
    #expect(Timestamp(milliseconds: whole + 5).dateTimeText == "2026-11-20T23:18:00.005Z")
  }

  @Test("Nothing that describes a token tells its secret or its digest")
  func secrecy() {
    let shown = token(Secret("hunter2"))
    var dumped = ""
    dump(shown, to: &dumped)
    #expect("\(shown) \(String(reflecting: shown))" == "token of admin token of admin")
    #expect(!dumped.contains("digest") && !dumped.contains("nonce"))
  }
}
