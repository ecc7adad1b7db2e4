import Testing
import TextUI

@testable import Recordings

/// What stands on the screen after what a program has sent.
@Suite struct ScreenModelTests {
  private func screen(_ text: String, columns: Int = 10, rows: Int = 3) -> ScreenModel {
    var model = ScreenModel(size: Size(rows: rows, columns: columns))
    model.feed(text.utf8)
    return model
  }

  @Test func `text goes to where the cursor was moved`() {
    #expect(screen("\u{1b}[2;3Hhi\u{1b}[Dx\u{1b}[3d!").lines == ["", "  hx", "    !"])
    #expect(screen("a\tb\u{1b}[Zc\u{8}d").lines[0] == "a       d")
  }

  @Test func `titles, modes and character sets leave no trace`() {
    let text = "\u{1b}]0;title\u{7}\u{1b}P1$r\u{1b}\\\u{1b}[1;38;5;17ma\u{1b}(Bb\u{1b}[m\u{1b}>c"
    #expect(screen(text).lines[0] == "abc")
  }

  @Test func `a character is repeated, erased, inserted and deleted`() {
    #expect(screen("-\u{1b}[4b").lines[0] == "-----")
    #expect(screen("abcdef\r\u{1b}[2X").lines[0] == "  cdef")
    #expect(screen("abcdef\r\u{1b}[2P").lines[0] == "cdef")
    #expect(screen("abc\r\u{1b}[2@").lines[0] == "  abc")
    #expect(screen("abc\r\u{1b}[4hx\u{1b}[4ly").lines[0] == "xybc")
    #expect(screen("abcdef\u{1b}[3G\u{1b}[K").lines[0] == "ab")
    #expect(screen("one\r\ntwo\u{1b}[H\u{1b}[J").lines == ["", "", ""])
    #expect(screen("one\r\ntwo\u{1b}[1J").lines == ["", "", ""])
  }

  @Test func `a full line wraps at the next character, and the last line scrolls`() {
    #expect(screen("0123456789").cursor == Point(row: 0, column: 9))
    #expect(screen("0123456789a").lines == ["0123456789", "a", ""])
    #expect(screen("\u{1b}[?7l0123456789ab").lines == ["012345678b", "", ""])
    #expect(screen("a\r\nb\r\nc\r\nd").lines == ["b", "c", "d"])
  }

  @Test func `a scrolling region leaves the lines outside it alone`() {
    #expect(screen("a\r\nb\r\nc\u{1b}[1;2r\u{1b}[2;1H\nx").lines == ["b", "x", "c"])
    #expect(screen("a\r\nb\r\nc\u{1b}[1;2r\u{1b}[H\u{1b}M").lines == ["", "a", "c"])
    #expect(screen("a\r\nb\r\nc\u{1b}[H\u{1b}[L").lines == ["", "a", "b"])
    #expect(screen("a\r\nb\r\nc\u{1b}[H\u{1b}[M").lines == ["b", "c", ""])
    #expect(screen("a\r\nb\r\nc\u{1b}[2;3r\u{1b}[?6h\u{1b}[1;1Hx").lines == ["a", "x", "c"])
  }

  @Test func `wide characters take two columns, and half of one is none`() {
    #expect(screen("世\u{1b}[3Gx").lines[0] == "世x")
    #expect(screen("世\u{1b}[2Gx").lines[0] == " x")
    #expect(screen("世\u{1b}[1Gx").lines[0] == "x")
    #expect(screen("世\u{1b}[1G\u{1b}[@").lines[0] == " 世")
    #expect(screen("012345678世").lines == ["012345678", "世", ""])
    #expect(screen("e\u{301}x").lines[0] == "e\u{301}x")
  }

  @Test func `line drawing of the VT100 is drawn`() {
    #expect(screen("\u{1b}(0lqk\u{1b}(Bx").lines[0] == "┌─┐x")
    #expect(screen("\u{1b})0q\u{e}q\u{f}q").lines[0] == "q─q")
  }

  @Test func `the cursor is hidden and shown`() {
    #expect(screen("a").showsCursor)
    #expect(!screen("a\u{1b}[?25l").showsCursor)
    #expect(screen("a\u{1b}[?25l\u{1b}[!p").showsCursor)
  }

  @Test func `the second screen gives the first one back`() {
    #expect(screen("one\u{1b}[?1049h\u{1b}[Htwo").lines[0] == "two")
    let back = screen("one\u{1b}[?1049h\u{1b}[Htwo\u{1b}[?1049l!")
    #expect(back.lines[0] == "one!")
  }

  @Test func `a sequence may be cut anywhere`() {
    var model = ScreenModel(size: Size(rows: 1, columns: 10))
    for byte in "\u{1b}[5G│é\u{1b}[?1h".utf8 { model.feed([byte]) }
    #expect(model.lines == ["    │é"])
    #expect(model.hasApplicationKeys)
  }

  @Test func `what is no UTF-8 is one mark, and the letter behind it stays`() {
    var model = ScreenModel(size: Size(rows: 1, columns: 10))
    model.feed([0xE2, 0x94, 0x41, 0xFF, 0x42, 0xC0, 0xAF])
    #expect(model.lines == ["\u{FFFD}A\u{FFFD}B\u{FFFD}\u{FFFD}"])
  }

  @Test func `a string that nobody ends is given up`() {
    let text = "\u{1b}]0;" + String(repeating: "x", count: 70_000) + "\r\u{1b}[2Kend"
    #expect(screen(text).lines.last == "end")
  }

  @Test func `another size keeps the upper left`() {
    var model = screen("abc世\r\nsecond\u{1b}[1;2r")
    model.resize(to: Size(rows: 5, columns: 4))
    #expect(model.lines == ["abc", "seco", "", "", ""])
    #expect(model.cursor == Point(row: 0, column: 0))
    model.resize(to: Size(rows: 9_999, columns: 9_999))
    #expect(model.size == ScreenModel.largest)
    #expect(model.lines[0] == "abc")
  }
}

/// How what stands on a screen is drawn into a canvas.
@Suite struct ScreenDrawingTests {
  private func canvas(_ text: String, depth: ColourDepth = .many, theme: Theme = .night) -> Canvas {
    var model = ScreenModel(size: Size(rows: 2, columns: 12))
    model.feed(text.utf8)
    var canvas = Canvas(size: model.size)
    model.draw(
      on: &canvas, in: canvas.bounds, from: Point(row: 0, column: 0), theme: theme, depth: depth)
    return canvas
  }

  @Test func `the terminal's own colours are the theme's`() {
    let drawn = canvas("a\u{1b}[1mb\u{1b}[0;7mc")
    #expect((0..<3).map { drawn[0, $0].ink } == [.role(.text), .role(.strong), .role(.focus)])
  }

  @Test(arguments: [
    ("31;44", 1, 4), ("1;31;44", 9, 4), ("91;104", 9, 12), ("38;5;17;48;5;230", 17, 230),
    ("38;2;255;0;0;48;2;0;0;95", 196, 17), ("38:2::255:0:0;48:5:17", 196, 17),
    ("38:2:255:0:0;44", 196, 4), ("31;44;7", 4, 1), ("31;44;8", 4, 4),
    ("58;2;1;2;3;31;44", 1, 4), ("58:2::1:2:3;31;44", 1, 4), ("4:3;31;44", 1, 4),
  ])
  func `colours are of the palette`(sequence: String, ink: UInt8, paper: UInt8) {
    #expect(canvas("\u{1b}[\(sequence)mx")[0, 0].ink == .picture(ink: ink, paper: paper))
  }

  @Test func `without colours what is chosen is reversed, and pictures stay pictures`() {
    let text = "\u{1b}[38;5;252;48;5;234mab\u{1b}[38;5;233;48;5;80mcd\u{1b}[38;5;3m▀"
    let drawn = canvas(text, depth: .none, theme: .mono)
    #expect((0..<4).map { drawn[0, $0].ink } == [.text, .text, .focus, .focus].map { .role($0) })
    #expect(drawn[0, 4].ink == .picture(ink: 3, paper: 80))
  }

  @Test func `nothing that a terminal obeys gets through`() {
    var model = ScreenModel(size: Size(rows: 4, columns: 20))
    for scalar in 0x80..<0x3000 where Unicode.Scalar(UInt32(scalar)) != nil {
      model.put(UInt32(scalar))
      var canvas = Canvas(size: model.size)
      if scalar % 64 == 0 {
        model.draw(
          on: &canvas, in: canvas.bounds, from: Point(row: 0, column: 0), theme: .night,
          depth: .many)
        let text = canvas.plainText().joined()
        #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .format })
      }
    }
  }
}
