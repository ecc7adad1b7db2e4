import Testing
import TextUI

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
    ("\u{0}", .control(" ")), ("\u{1B}x", .alt("x")), ("\u{1B}5", .function(5)),
    ("\u{1B}0", .function(10)), ("\u{1B}", .escape), ("é", .character("é")),
    ("\u{1B}[", .alt("[")), ("\u{1B}O", .alt("O")),
  ])
  func theDialectsOfTerminalsAreUnderstood(bytes: String, key: Key) {
    #expect(keys(bytes) == [.key(key)])
  }

  @Test func everySequenceMayComeByteByByte() {
    for bytes in ["\u{1B}[1;5C", "日", "\u{1B}[<0;5;3M", "\u{1B}[200~ab\u{1B}[201~"] {
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
    #expect(decoder.feed([0x1B, 0x1B]) == [.key(.escape)])
  }

  @Test func aPasteIsOneEventWhateverItHolds() {
    #expect(
      keys("a\u{1B}[200~x\ny\u{1B}[A\u{1B}[201~b")
        == [.typed("a"), .paste("x\ny\u{1B}[A"), .typed("b")])
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
    let press = InputEvent.click(2, 4)
    #expect(keys("\u{1B}[<0;5;3M") == [press])
    #expect(keys("\u{1B}[M %#") == [press])
    #expect(keys("\u{1B}[<64;1;1M") == [.mouse(MouseEvent(row: 0, column: 0, kind: .wheelUp))])
    #expect(keys("\u{1B}[<0;0;0M\u{1B}[<35;5;3M").isEmpty)
  }

  @Test func aTerminalsOwnSequencesComeFirst() {
    var decoder = InputDecoder(sequences: [Array("\u{1B}[25~".utf8): .function(11)])
    #expect(decoder.feed("\u{1B}[25~".utf8) == [.key(.function(11))])
  }

  @Test func noiseIsSwallowedAndNeverStopsTheNextKey() {
    var random = SystemNoise(state: 7)
    for _ in 0..<2_000 {
      var decoder = InputDecoder()
      _ = decoder.feed((0..<40).map { _ in UInt8.random(in: 0...255, using: &random) })
      while decoder.isWaiting { _ = decoder.timeUp() }
      #expect(decoder.feed("q".utf8) == [.typed("q")])
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
