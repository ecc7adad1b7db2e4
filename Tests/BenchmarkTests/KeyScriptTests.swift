import Testing

@testable import console_benchmark

@Suite struct KeyScriptTests {
  @Test func `a script is names, characters, texts and waits`() throws {
    let script = try KeyScript(parsing: "until:'Live view' Enter Down*2 q text:12345")
    #expect(
      script.steps == [
        .until("Live view"), .key(.named(.enter)), .key(.named(.down)), .key(.named(.down)),
        .key(.text("q")), .key(.text("12345")),
      ])
  }

  @Test func `an unknown word is refused by its name`() {
    #expect(throws: UnknownKey(token: "Dwon")) { try KeyScript(parsing: "Up Dwon") }
  }

  @Test func `arrows follow the mode that the program has set`() {
    let up = KeyScript.Key.named(.up)
    #expect(up.bytes(applicationKeys: false) == Array("\u{1b}[A".utf8))
    #expect(up.bytes(applicationKeys: true) == Array("\u{1b}OA".utf8))
  }

  @Test func `every name sends something`() {
    for name in KeyScript.Name.allCases {
      #expect(!KeyScript.Key.named(name).bytes(applicationKeys: false).isEmpty)
    }
  }
}
