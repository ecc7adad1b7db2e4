import Testing
import TextUI

@Suite struct TextFieldTests {
  @Test(arguments: [(3, true), (4, true), (5, false)])
  func typingStopsAtTheLimitAndSaysSo(count: Int, isTaken: Bool) {
    var field = TextField(limit: 4)
    var outcome = FieldOutcome.ignored
    for _ in 0..<count { outcome = field.handle(.typed("x")) }
    #expect(outcome == (isTaken ? .changed : .refused("At most \(4) characters fit.")))
    #expect(field.text.count == min(count, 4))
  }

  @Test(arguments: [(3, true), (4, true), (5, false)])
  func aPasteFitsWholeOrNotAtAll(count: Int, isTaken: Bool) {
    var field = TextField(limit: 4)
    let outcome = field.handle(.paste(String(repeating: "x", count: count)))
    #expect(field.text.count == (isTaken ? count : 0))
    #expect(
      outcome == (isTaken ? .changed : .refused("At most \(4) characters fit, these make \(5).")))
  }

  @Test(arguments: ["a\nb", "a\u{1B}[31m", "\u{202E}abc", "a\tb", "\u{200B}"])
  func whatCannotBeSeenIsRefused(text: String) {
    var field = TextField("ok")
    guard case .refused = field.handle(.paste(text)) else {
      Issue.record("taken: \(field.text)")
      return
    }
    #expect(field.text == "ok")
  }

  @Test func theLineEndOfACopiedLineIsLeftOut() {
    var field = TextField()
    #expect(field.handle(.paste("secret\r\n")) == .changed)
    #expect(field.text == "secret")
  }

  @Test func blanksAroundAPasteGoBeforeTheLimitCounts() {
    var field = TextField(limit: 19)
    #expect(field.handle(.paste("\t 2026-11-26 17:53:44 \r\n")) == .changed)
    #expect(field.text == "2026-11-26 17:53:44")
    #expect(field.handle(.paste("  \n")) == .ignored)
    var secret = TextField(limit: 19, isSecret: true)
    _ = secret.handle(.paste(" blank around \n"))
    #expect(secret.text == " blank around ")
  }

  @Test func altGoesByWord() {
    var field = TextField("one two  three")
    #expect(field.handle(.key(.alt(.left))) == .moved)
    #expect(field.cursor == 9)
    #expect(field.handle(.key(.alt(.character("b")))) == .moved)
    #expect(field.cursor == 4)
    #expect(field.handle(.key(.alt(.right))) == .moved)
    #expect(field.cursor == 7)
    #expect(field.handle(.key(.alt(.backspace))) == .changed)
    #expect(field.text == "one   three")
    #expect(field.handle(.key(.alt(.character("d")))) == .changed)
    #expect(field.text == "one ")
    #expect(field.handle(.key(.alt(.character("x")))) == .ignored)
  }

  @Test func aMaskedTextIsOneWord() {
    var field = TextField("not one word", isSecret: true)
    _ = field.handle(.key(.alt(.left)))
    #expect(field.cursor == 0)
    _ = field.handle(.key(.alt(.right)))
    #expect(field.cursor == 12)
  }

  @Test func tenThousandCharactersAreRefusedOrTakenAtOnce() {
    let long = String(repeating: "ab", count: 5_000)
    var field = TextField(limit: 10_000)
    #expect(field.handle(.paste(long)) == .changed)
    #expect(field.text == long)
    #expect(
      frame(1, 12) { field.draw(on: &$0, in: $1) } == ["‹ bababab  ]"])
  }

  @Test func aRuleSaysWhatItWants() {
    var field = TextField(rule: .digits)
    #expect(field.handle(.typed("7")) == .changed)
    #expect(field.handle(.typed("x")) == .refused("Only digits can stand here."))
    #expect(field.handle(.paste("12 3")) == .refused("Only digits can stand here."))
    #expect(field.text == "7")
  }

  @Test func keysMoveAndDelete() {
    var field = TextField("one two")
    _ = field.handle(.key(.control("w")))
    #expect(field.text == "one ")
    #expect(field.handle(.key(.home)) == .moved)
    #expect(field.handle(.key(.left)) == .ignored)
    #expect(field.handle(.key(.backspace)) == .ignored)
    _ = field.handle(.key(.delete))
    #expect(field.text == "ne ")
    _ = field.handle(.key(.control("u")))
    #expect(field.isEmpty)
  }

  @Test func anAccentJoinsTheLetterBefore() {
    var field = TextField("e", limit: 1)
    #expect(field.handle(.typed("\u{301}")) == .changed)
    #expect(field.text.count == 1)
    #expect(field.handle(.key(.backspace)) == .changed)
    #expect(field.isEmpty)
  }

  @Test func aSecretIsMaskedUntilRevealed() {
    var field = TextField("geheim", isSecret: true)
    #expect(frame(1, 12) { field.draw(on: &$0, in: $1) } == ["[ ●●●●●●   ]"])
    #expect(field.handle(.key(.control("r"))) == .moved)
    #expect(frame(1, 12) { field.draw(on: &$0, in: $1) } == ["[ geheim   ]"])
  }

  @Test func theCursorStaysInView() {
    var field = TextField("abcdefghij")
    #expect(frame(1, 9) { field.draw(on: &$0, in: $1) } == ["‹ ghij  ]"])
    _ = field.handle(.key(.home))
    let drawn = canvas(1, 9) { field.draw(on: &$0, in: $1) }
    #expect(drawn.plainText() == ["[ abcde ›"])
    #expect(drawn.cursor == Point(row: 0, column: 2))
    #expect(drawn.cursorIsVisible)
  }
}
