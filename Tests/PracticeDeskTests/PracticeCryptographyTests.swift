import PracticeCodes
import RecorderEngine
import Support
import Testing

@Suite struct PracticeCryptographyTests {
  private let cryptography = PracticeCryptography()
  private let salt = Self.salt(1)
  private let shown = DynamicChallenge(
    model: "SH-8100", macAddress: "00:18:AE:4C:11:2F", time: TestRecorder.start.wholeSecond)

  private static func salt(_ seed: UInt64) -> Salt {
    var random = SeededRandom(seed: seed)
    return Salt(using: &random)
  }

  @Test("A sealed secret is opened by itself and by nothing else")
  func roundTrip() {
    let sealed = cryptography.seal("Right-Pass1", salt: salt)
    #expect(cryptography.opens(sealed, with: "Right-Pass1"))
    for wrong in ["", "right-pass1", "Right-Pass1 ", "Right-Pass"] as [Secret] {
      #expect(!cryptography.opens(sealed, with: wrong))
    }
    #expect(!sealed.text.contains("Right"))
  }

  @Test("Another salt seals otherwise, the same salt alike")
  func salts() {
    let one = cryptography.seal("secret", salt: salt)
    #expect(one == cryptography.seal("secret", salt: salt))
    let digits = salt.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(digits.count == 32 && one.text.contains("$\(digits)$"))
    #expect(one != cryptography.seal("secret", salt: Self.salt(2)))
  }

  @Test("An empty secret is sealed like any other")
  func empty() {
    let sealed = cryptography.seal("", salt: salt)
    #expect(cryptography.opens(sealed, with: ""))
    #expect(!cryptography.opens(sealed, with: "x"))
  }

  @Test(
    "A text that was tampered with opens nothing and stops nothing",
    arguments: [
      "", "$$$$$", "scrypt", "plain$16384$8$1$00$00", "scrypt$0$8$1$00$00", "scrypt$-1$8$1$00$00",
      "scrypt$16384$-8$1$00$00", "scrypt$16384$8$0$00$00", "scrypt$16384$8$-1$00$00",
      "scrypt$16384$8$1$0$00", "scrypt$16384$8$1$00$", "scrypt$16384$8$1$zz$00",
      "scrypt$4611686018427387904$8$1$00$00", "scrypt$16384$99999999$1$00$00",
      "scrypt$16384$8$99999999$00$00", "scrypt$15$8$1$00$00", "scrypt$16384$8$1$00$00$00",
      "scrypt$16384$8$1$+1$00",
    ])
  func tampered(text: String) {
    #expect(!cryptography.opens(SealedSecret(text: text), with: "secret"))
  }

  @Test("A digest that lost or changed a digit opens nothing")
  func changedDigest() {
    let text = cryptography.seal("secret", salt: salt).text
    for changed in [String(text.dropLast(2)), text + "00", String(text.dropLast()) + "x"] {
      #expect(!cryptography.opens(SealedSecret(text: changed), with: "secret"))
    }
  }

  @Test("A code has no characters that are mistaken for one another")
  func alphabet() {
    var met: Set<Character> = []
    for second in 0..<400 {
      let challenge = DynamicChallenge(
        model: shown.model, macAddress: shown.macAddress,
        time: shown.time + .seconds(Int64(second)))
      met.formUnion(challenge.code(length: 16, with: cryptography).revealed { Array($0) })
    }
    #expect(met.isDisjoint(with: Set("0O1Il")))
    #expect(met.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) })
    #expect(met.count > 50)
  }

  @Test("A code is another one for each other model, address and second")
  func everyFieldCounts() {
    let code = shown.code(length: 10, with: cryptography)
    let others = [
      DynamicChallenge(model: "SH-8101", macAddress: shown.macAddress, time: shown.time),
      DynamicChallenge(model: shown.model, macAddress: "00:18:AE:4C:11:2E", time: shown.time),
      DynamicChallenge(
        model: shown.model, macAddress: shown.macAddress, time: shown.time + .seconds(1)),
    ]
    for other in others {
      #expect(!other.code(length: 10, with: cryptography).matches(code))
    }
    #expect(shown.code(length: 10, with: cryptography).matches(code))
  }

  @Test("A code has as many characters as asked for", arguments: [1, 10, 32, 33, 64])
  func length(count: Int) {
    #expect(shown.code(length: count, with: cryptography).count == count)
  }

  @Test("A recorder with the real cryptography opens by its own code")
  func atTheRecorder() throws {
    var random = SeededRandom(seed: 1)
    var state = RecorderState(
      profile: TestProfile.classic, prepared: Preparation(adminPassword: .lost),
      now: TestRecorder.start, with: cryptography, using: &random)
    _ = state.apply(.recovery(.open), at: TestRecorder.start, with: cryptography, using: &random)
    guard case .open(let session) = state.snapshot.recovery,
      let shown = session.tab?.dynamicChallenge
    else { return }
    let code = shown.code(length: 10, with: cryptography)
    let events = state.apply(
      .recovery(.enterCode(code)), at: TestRecorder.start, with: cryptography, using: &random)
    #expect(events.logged == [.recoveryGranted(.dynamicPassword)])
  }
}
