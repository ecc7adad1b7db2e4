import Testing
import TextUI

@Suite struct CanvasTests {
  @Test func aRunIsCutToTheClipAndMendsWhatItHalves() {
    var canvas = Canvas(size: Size(rows: 1, columns: 8))
    canvas.write("日abc日x", row: 0, column: 0, .text)
    let digits: [Glyph] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"]
    canvas.putRun(row: 0, column: 1, count: 5) { (digits[$0], .role(.strong)) }
    #expect((0..<8).map { canvas[0, $0].glyph } == [" ", "0", "1", "2", "3", "4", " ", "x"])
    #expect((0..<8).allSatisfy { !canvas[0, $0].isCovered })
    canvas.putRun(row: 0, column: -2, count: 12) { (digits[$0 % 10], .role(.text)) }
    #expect((0..<8).map { canvas[0, $0].glyph } == ["2", "3", "4", "5", "6", "7", "8", "9"])
    canvas.putRun(row: 1, column: 0, count: 3) { _ in ("!", .role(.text)) }
  }

  @Test(arguments: [
    "\u{1B}", "\u{07}", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{FEFF}",
    "\u{E000}", "\u{0378}", "\u{0301}", "\u{3164}", "\u{1F1E9}\u{1F1EA}", "a\u{200D}",
  ])
  func whatATerminalObeysOrNobodySeesIsReplaced(text: String) {
    #expect(
      frame(1, 4) { canvas, _ in canvas.write(text, row: 0, column: 0, .text) } == ["\u{FFFD}"])
  }

  @Test(arguments: ["\t", "\n", "\r\n", "\u{A0}", "\u{2003}"])
  func everyKindOfBlankIsOneBlank(text: String) {
    let canvas = canvas(1, 3) { canvas, _ in
      canvas.write(text + "x", row: 0, column: 0, .text)
    }
    #expect(canvas.plainText() == [" x"])
  }

  @Test func noScalarEverPassesUnchecked() {
    let allowed: Set<Unicode.GeneralCategory> = [.nonspacingMark, .enclosingMark]
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let shown = canvas(1, 2) { canvas, _ in
        canvas.write("a\(scalar)", row: 0, column: 0, .text)
      }
      for scalar in shown.plainText()[0].unicodeScalars where scalar.value != 0xFFFD {
        let category = scalar.properties.generalCategory
        #expect(scalar.value >= 0x20 && category != .control && category != .format)
        #expect(!scalar.properties.isDefaultIgnorableCodePoint || allowed.contains(category))
      }
    }
  }

  @Test func marksStayWithTheirLetterUpToFourScalars() {
    let stacked = "e\u{301}\u{302}\u{303}\u{304}\u{305}"
    let canvas = canvas(1, 2) { canvas, _ in canvas.write(stacked, row: 0, column: 0, .text) }
    #expect(canvas[0, 0].glyph.character == "e\u{301}\u{302}\u{303}")
    #expect(canvas[0, 1].glyph == " ")
  }

  @Test func joinedEmojiShrinkToTheirFirstPicture() {
    let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
    #expect(TextWidth.of(family) == 2)
    #expect(
      frame(1, 4) { canvas, _ in canvas.write(family, row: 0, column: 0, .text) }
        == ["\u{1F468}"])
  }

  @Test func aWideGlyphTakesTwoCells() {
    let canvas = canvas(1, 4) { canvas, _ in canvas.write("日x", row: 0, column: 0, .text) }
    #expect(!canvas[0, 0].isCovered)
    #expect(canvas[0, 1].isCovered)
    #expect(canvas[0, 2].glyph == "x")
  }

  @Test func aWideGlyphCutByTheRightEdgeBecomesABlank() {
    let canvas = canvas(1, 3) { canvas, _ in
      canvas.fill(canvas.bounds, glyph: ".", .text)
      #expect(canvas.write("ab日", row: 0, column: 0, .text) == 3)
    }
    #expect(canvas.plainText() == ["ab"])
    #expect(!canvas[0, 2].isCovered)
  }

  @Test func aWideGlyphCutByTheLeftEdgeBecomesABlank() {
    let canvas = canvas(1, 3) { canvas, _ in
      canvas.fill(canvas.bounds, glyph: ".", .text)
      canvas.write("日a", row: 0, column: -1, .text)
    }
    #expect(canvas.plainText() == [" a."])
  }

  @Test(arguments: [(0, "x b"), (1, " xb")])
  func overwritingHalfAWideGlyphBlanksTheOther(column: Int, expected: String) {
    let canvas = canvas(1, 3) { canvas, _ in
      canvas.write("日b", row: 0, column: 0, .text)
      canvas.write("x", row: 0, column: column, .text)
    }
    #expect(canvas.plainText() == [expected])
    #expect(!canvas[0, 1].isCovered)
  }

  @Test func nothingIsWrittenOutsideTheClip() {
    let frame = frame(3, 7) { canvas, area in
      canvas.clipped(to: area.inset(by: 1)) { canvas in
        for row in -1...3 { canvas.write("abcdefghij", row: row, column: -1, .text) }
      }
    }
    #expect(frame == ["", " cdefg", ""])
  }

  @Test func textThatDoesNotFitEndsWithAnEllipsis() {
    let frame = frame(4, 8) { canvas, _ in
      canvas.writeFitted("a longer text", row: 0, column: 0, columns: 8, .text)
      canvas.writeFitted("right", row: 1, column: 0, columns: 8, .text, align: .right)
      canvas.writeFitted("mid", row: 2, column: 0, columns: 8, .text, align: .centre)
      canvas.writeFitted("日本語", row: 3, column: 0, columns: 4, .text)
    }
    #expect(frame == ["a longe…", "   right", "  mid", "日…"])
  }

  @Test func linesBreakBetweenWordsAndLongWordsWhereTheyMust() {
    #expect(Canvas.wrap("one two three", columns: 7) == ["one two", "three"])
    #expect(Canvas.wrap("abcdefgh ij", columns: 3) == ["abc", "def", "gh", "ij"])
    #expect(Canvas.wrap("a\n\nb", columns: 3) == ["a", "", "b"])
    #expect(Canvas.wrap("日本語", columns: 5) == ["日本", "語"])
    #expect(Canvas.wrap("x", columns: 0) == [])
    #expect(Canvas.wrap("", columns: 3) == [""])
    #expect(Canvas.wrap("“é” … ü", columns: 5) == ["“é” …", "ü"])
    #expect(Canvas.wrap("añb日本", columns: 3) == ["añb", "日", "本"])
    // Blanks before the first word go, those between and behind words stay.
    #expect(Canvas.wrap("  a  b ", columns: 9) == ["a  b "])
    #expect(Canvas.wrap("ab  cd", columns: 3) == ["ab ", "cd"])
    #expect(Canvas.wrap("abc  d", columns: 3) == ["abc", " d"])
  }

  @Test(
    "A text without room says so by its end",
    arguments: [
      ("one two three", 2, ["one two", "three"]), ("one two three", 1, ["one tw…"]),
      ("one\n\ntwo", 3, ["one", "", "two"]), ("one\n\ntwo", 2, ["one", "…"]),
      ("one\n\ntwo", 1, ["one…"]), ("one two three", 0, []),
    ])
  func wrapped(text: String, rows: Int, expected: [String]) {
    var used = 0
    let frame = frame(3, 7) { canvas, _ in
      let area = Rect(row: 0, column: 0, rows: rows, columns: 7)
      used = canvas.writeWrapped(text, in: area, .text)
    }
    #expect(Array(frame.prefix(expected.count)) == expected)
    #expect(frame.dropFirst(expected.count).allSatisfy { $0.isEmpty })
    #expect(used == expected.count)
  }

  @Test func behindADialogEverythingIsBackdropAndPicturesAreDark() {
    let canvas = canvas(1, 3) { canvas, _ in
      canvas.write("a", row: 0, column: 0, .error)
      canvas.put("▀", row: 0, column: 1, ink: .picture(ink: 231, paper: 16))
      canvas.cursor = Point(row: 0, column: 0)
      canvas.dim()
    }
    #expect(canvas[0, 0].ink == .role(.backdrop))
    #expect(canvas[0, 1].ink == .picture(ink: Palette.darkened(231), paper: 16))
    #expect(canvas.cursor == nil)
  }

  @Test func aBoxCarriesItsTitle() {
    let frame = frame(3, 12) { canvas, area in
      canvas.box(area, .border, title: "Login")
    }
    #expect(frame == lines("┌─ Login ──┐\n│          │\n└──────────┘"))
  }

  @Test func aFrameFileHasOneLetterForEachRole() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
    let canvas = canvas(1, 5) { canvas, _ in
      canvas.write("ab", row: 0, column: 1, .error)
      canvas.put("▀", row: 0, column: 3, ink: .picture(ink: 1, paper: 2))
    }
    #expect(canvas.roleBlock() == [".ee%"])
  }

  @Test func everyDrawnGlyphHasAnASCIIStandIn() {
    let pairs: [(Character, Character)] = [
      ("┌", "+"), ("─", "-"), ("│", "|"), ("●", "*"), ("▸", ">"), ("█", "#"), ("…", "~"),
      ("✓", "v"), ("▲", "!"), ("↑", "^"), ("日", "?"), ("x", "x"),
    ]
    for (glyph, ascii) in pairs { #expect(Glyphs.ascii(for: glyph) == ascii) }
    for value in UInt32(0x2190)...0x25FF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(Glyphs.ascii(for: Character(scalar)).isASCII)
    }
  }
}
