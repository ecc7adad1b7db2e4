import RecorderEngine
import ServerWords
import Testing

/// What a server may say of the secret that it was told: nothing.
@Suite struct RepeatedSecretTests {
  @Test(arguments: [
    "535 bad: Zq7-Winter-Gate", "535 zq7-winter-gate", "535 you sent Zq7-W", "535 Gate-Winter",
    "535 Z q 7 - W i n t e r", "535 \"Winter\"", "535 etaG-retniW-7qZ",
    "535 AHRyYWluZXIAWnE3LVdpbnRlci1HYXRl", "535 WnE3LVdpbnRlci1HYXRl",
    "535 5a71372d57696e7465722d47617465", "535 Zq7%2DWinter%2DGate",
  ])
  func repeated(reply: String) {
    #expect(
      ServerWords.tamed(reply, withholding: Secret("Zq7-Winter-Gate"))
        == "535 (not shown: the answer repeats the secret)")
  }

  @Test(arguments: [
    ("535 5.7.8 authentication failed", "Zq7-Winter-Gate"), ("550 no such user", "!!a!!"),
    ("454 4.7.0 try again later", ""),
  ])
  func otherWordsAreShown(reply: String, secret: String) {
    #expect(ServerWords.tamed(reply, withholding: Secret(secret)) == reply)
  }

  @Test func aShortSecretIsWithheldAsAWhole() {
    #expect(ServerWords.tamed("535 was: x9", withholding: Secret("x9")).hasPrefix("535 (not shown"))
    #expect(ServerWords.tamed("535 was: x", withholding: Secret("x9")) == "535 was: x")
  }
}
