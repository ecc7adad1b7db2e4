import Testing
import Training

@testable import console_benchmark

@Suite struct KeyBytesTests {
  @Test func `arrows follow the mode that the program has set`() {
    let up = KeyScript.Key.named(.up)
    #expect(up.bytes(applicationKeys: false) == Array("\u{1b}[A".utf8))
    #expect(up.bytes(applicationKeys: true) == Array("\u{1b}OA".utf8))
  }

  @Test func `every name sends something`() {
    for name in KeyScript.Name.allCases {
      #expect(!KeyScript.Key.named(name).bytes(applicationKeys: false).isEmpty)
    }
    #expect(KeyScript.Key.control("g").bytes(applicationKeys: false) == [7])
  }
}
