import Testing

@testable import console_benchmark

@Suite struct TerminalModelTests {
  private func screen(_ text: String, columns: Int = 10, rows: Int = 3) -> TerminalModel {
    var model = TerminalModel(columns: columns, rows: rows)
    model.feed(text.utf8)
    return model
  }

  @Test func `text goes to where the cursor was moved`() {
    #expect(screen("\u{1b}[2;3Hhi\u{1b}[Dx\u{1b}[3d!").lines == ["", "  hx", "    !"])
  }

  @Test func `colours, titles, modes and character sets leave no trace`() {
    let text = "\u{1b}]0;title\u{7}\u{1b}[?1049h\u{1b}[1;38;5;17ma\u{1b}(Bb\u{1b}[m\u{1b}>c"
    #expect(screen(text).lines[0] == "abc")
  }

  @Test func `a character is repeated, erased, inserted and deleted`() {
    #expect(screen("-\u{1b}[4b").lines[0] == "-----")
    #expect(screen("abcdef\r\u{1b}[2X").lines[0] == "  cdef")
    #expect(screen("abcdef\r\u{1b}[2P").lines[0] == "cdef")
    #expect(screen("abc\r\u{1b}[2@").lines[0] == "  abc")
    #expect(screen("abcdef\u{1b}[3G\u{1b}[K").lines[0] == "ab")
    #expect(screen("one\r\ntwo\u{1b}[H\u{1b}[J").lines == ["", "", ""])
  }

  @Test func `a full line wraps at the next character, and the last line scrolls`() {
    #expect(screen("0123456789").row == 0)
    #expect(screen("0123456789a").lines == ["0123456789", "a", ""])
    #expect(screen("a\r\nb\r\nc\r\nd").lines == ["b", "c", "d"])
  }

  @Test func `a scrolling region leaves the lines outside it alone`() {
    #expect(screen("a\r\nb\r\nc\u{1b}[1;2r\u{1b}[2;1H\nx").lines == ["b", "x", "c"])
    #expect(screen("a\r\nb\r\nc\u{1b}[1;2r\u{1b}[H\u{1b}M").lines == ["", "a", "c"])
  }

  @Test func `wide characters take two columns`() {
    #expect(screen("世\u{1b}[3Gx").lines[0] == "世x")
  }

  @Test func `a sequence may be cut anywhere`() {
    var model = TerminalModel(columns: 10, rows: 1)
    for byte in "\u{1b}[5G│é\u{1b}[?1h".utf8 { model.feed([byte]) }
    #expect(model.lines == ["    │é"])
    #expect(model.applicationKeys)
  }
}
