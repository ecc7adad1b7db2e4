import TerminalLanguage
import Testing
import TextUI

extension InputDecoder {
  fileprivate mutating func feed(_ text: String.UTF8View) -> [InputEvent] { feed(Array(text)) }
}

@Suite struct InputDecoderTests {
  private func keys(_ bytes: String) -> [InputEvent] {
    var decoder = InputDecoder()
    return decoder.feed(bytes.utf8) + decoder.timeUp()
  }

  @Test(arguments: [
    ("\u{1B}[A", Key.up), ("\u{1B}OA", .up), ("\u{1B}[1;5C", .right), ("\u{1B}[H", .home),
    ("\u{1B}[1~", .home), ("\u{1B}OF", .end), ("\u{1B}[Z", .backTab), ("\u{1B}OP", .function(1)),
    ("\u{1B}[[A", .function(1)), ("\u{1B}[11~", .function(1)), ("\u{1B}[21~", .function(10)),
    ("\u{1B}[3~", .delete), ("\r", .enter), ("\n", .enter), ("\t", .tab),
    ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{3}", .control("c")),
    ("\u{0}", .control(" ")), ("\u{1B}x", .alt(.character("x"))), ("\u{1B}5", .function(5)),
    ("\u{1B}0", .function(10)), ("\u{1B}", .escape), ("é", .character("é")),
    ("\u{1B}[", .alt(.character("["))), ("\u{1B}O", .alt(.character("O"))),
  ])
  func theDialectsOfTerminalsAreUnderstood(bytes: String, key: Key) {
    #expect(keys(bytes) == [.key(key)])
  }

  @Test(arguments: [
    // rxvt: Home, End, Shift and Ctrl with arrows and with what ends in "~".
    ("\u{1B}[7~", Key.home), ("\u{1B}[8~", .end), ("\u{1B}[a", .up), ("\u{1B}Od", .left),
    ("\u{1B}[3$", .delete), ("\u{1B}[3^", .delete), ("\u{1B}[6@", .pageDown),
    // PuTTY: rxvt's Home and End, VT100+ (F5 to F12), Linux (F1 to F5).
    ("\u{1B}[H", .home), ("\u{1B}Ow", .end), ("\u{1B}OT", .function(5)),
    ("\u{1B}O[", .function(12)), ("\u{1B}[[E", .function(5)),
    // PuTTY's SCO, and the FreeBSD console.
    ("\u{1B}[M", .function(1)), ("\u{1B}[N", .function(2)), ("\u{1B}[X", .function(12)),
    ("\u{1B}[L", .insert), ("\u{1B}[I", .pageUp), ("\u{1B}[G", .pageDown),
    ("\u{1B}[F", .end), ("\u{7F}", .backspace),
    // The linux console and st.
    ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[24~", .function(12)),
    // KDE and xterm with Shift.
    ("\u{1B}O2P", .function(1)), ("\u{1B}[1;2R", .function(3)),
  ])
  func theOddDialectsAreUnderstood(bytes: String, key: Key) {
    #expect(keys(bytes) == [.key(key)])
  }

  @Test(arguments: [
    ("\u{1B}\u{1B}[D", Key.left), ("\u{1B}\u{1B}OC", .right), ("\u{1B}[1;3D", .left),
    ("\u{1B}[1;9C", .right), ("\u{1B}[3;3~", .delete), ("\u{1B}\u{1B}[3~", .delete),
    ("\u{1B}\u{7F}", .backspace), ("\u{1B}\u{8}", .backspace), ("\u{1B}b", .character("b")),
    ("\u{1B}\r", .enter), ("\u{1B}\t", .tab), ("\u{1B}\u{1B}OP", .function(1)),
    ("\u{1B}[1;3P", .function(1)), ("\u{1B}é", .character("é")),
  ])
  func altGoesWithItsKeyAndIsNeverEscape(bytes: String, key: Key) {
    #expect(keys(bytes) == [.key(.alt(key))])
  }

  @Test(arguments: ["\u{1B}[24;80R", "\u{1B}[?62;22c", "\u{1B}[?1;2S", "\u{1B}\u{1B}[99~"])
  func reportsAreNoKeys(bytes: String) {
    #expect(keys(bytes).isEmpty)
  }

  @Test(arguments: [
    ("\r\n", 1), ("\r", 1), ("\n", 1), ("\r\r", 2), ("\n\n", 2), ("\r\n\n", 2), ("\r\n\r\n", 2),
  ])
  func carriageReturnAndLineFeedAreOneEnter(bytes: String, count: Int) {
    #expect(keys(bytes) == Array(repeating: .key(.enter), count: count))
    var decoder = InputDecoder()
    #expect(bytes.utf8.flatMap { decoder.feed([$0]) }.count == count)
  }

  @Test(arguments: ["]11;rgb:1e1e/1e1e/1e1e", "P1$r0m", "_Gi=31;OK", "^private", "Xstring"])
  func stringsOfTheTerminalAreNoKeys(body: String) {
    for end in ["\u{7}", "\u{1B}\\"] {
      let bytes = "\u{1B}" + body + end + "q"
      #expect(keys(bytes) == [.key(.character("q"))])
      var decoder = InputDecoder()
      #expect(bytes.utf8.flatMap { decoder.feed([$0]) } == [.key(.character("q"))])
    }
  }

  @Test func aStringThatNeverEndsIsGivenUp() {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}]11;rgb".utf8).isEmpty)
    #expect(decoder.isWaiting && decoder.patience > 25)
    #expect(decoder.timeUp().isEmpty)
    #expect(!decoder.isWaiting)
    #expect(decoder.feed("q".utf8) == [.key(.character("q"))])
    let long = String(repeating: "x", count: InputDecoder.longestString)
    #expect(keys("\u{1B}]" + long + "q") == [.key(.character("q"))])
    #expect(keys("\u{1B}]half\u{3}") == [.key(.control("c"))])
    #expect(keys("\u{1B}]half\u{1B}[A") == [.key(.up)])
  }

  @Test func everySequenceMayComeByteByByte() {
    for bytes in [
      "\u{1B}[1;5C", "日", "\u{1B}[<0;5;3M", "\u{1B}[200~ab\u{1B}[201~", "\u{1B}\u{1B}[D",
      "\u{1B}[3$", "\u{1B}O2P",
    ] {
      var decoder = InputDecoder()
      let whole = keys(bytes)
      #expect(bytes.utf8.flatMap { decoder.feed([$0]) } == whole)
      #expect(!decoder.isWaiting)
    }
  }

  @Test func escapeWaitsForWhatMayFollow() {
    var decoder = InputDecoder()
    #expect(decoder.feed([0x1B]).isEmpty)
    #expect(decoder.isWaiting)
    #expect(decoder.timeUp() == [.key(.escape)])
    #expect(decoder.feed([0x1B, 0x1B]).isEmpty)
    #expect(decoder.timeUp() == [.key(.escape), .key(.escape)])
    #expect(decoder.feed([0x1B, 0x1B, 0x1B]) == [.key(.escape)])
    #expect(decoder.timeUp() == [.key(.escape), .key(.escape)])
    #expect(keys("\u{1B}\u{1B}[200~x\u{1B}[201~") == [.key(.escape), .paste("x")])
  }

  @Test func aPasteIsOneEventWhateverItHolds() {
    #expect(
      keys("a\u{1B}[200~x\ny\u{1B}[A\u{1B}[201~b")
        == [.key(.character("a")), .paste("x\ny\u{1B}[A"), .key(.character("b"))])
  }

  @Test func anUnfinishedPasteEndsWhenNothingFollows() {
    var decoder = InputDecoder()
    #expect(decoder.feed("\u{1B}[200~half".utf8).isEmpty)
    #expect(decoder.patience > 25)
    #expect(decoder.timeUp() == [.paste("half")])
    #expect(!decoder.isWaiting)
  }

  @Test func aPasteIsKeptUpToOneMebibyte() {
    var decoder = InputDecoder()
    _ = decoder.feed("\u{1B}[200~".utf8)
    for _ in 0..<40 { _ = decoder.feed(Array(repeating: 97, count: 1 << 15)) }
    guard case .paste(let text) = decoder.feed("\u{1B}[201~".utf8).first else {
      Issue.record("no paste came")
      return
    }
    #expect(text.utf8.count == 1 << 20)
  }

  @Test func theMouseIsCountedFromZero() {
    let press = InputEvent.mouse(MouseEvent(row: 2, column: 4, kind: .press))
    #expect(keys("\u{1B}[<0;5;3M") == [press])
    #expect(keys("\u{1B}[M %#") == [press])
    #expect(keys("\u{1B}[<64;1;1M") == [.mouse(MouseEvent(row: 0, column: 0, kind: .wheelUp))])
    #expect(keys("\u{1B}[<0;0;0M\u{1B}[<35;5;3M").isEmpty)
  }

  @Test func aTerminalsOwnSequencesComeFirst() {
    var decoder = InputDecoder(sequences: [KeySequence(Array("\u{1B}[25~".utf8), .function(11))])
    #expect(decoder.feed("\u{1B}[25~".utf8) == [.key(.function(11))])
  }

  @Test func noiseIsSwallowedAndNeverStopsTheNextKey() {
    var random = SystemNoise(state: 7)
    for _ in 0..<2_000 {
      var decoder = InputDecoder()
      _ = decoder.feed((0..<40).map { _ in UInt8.random(in: 0...255, using: &random) })
      while decoder.isWaiting { _ = decoder.timeUp() }
      #expect(decoder.feed("q".utf8) == [.key(.character("q"))])
    }
  }
}

/// A seeded generator, so that a failure comes again.
private struct SystemNoise: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ state >> 29
  }
}
