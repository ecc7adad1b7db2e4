import Testing

@testable import TerminalLanguage

/// What the filter leaves out, and that nothing looks different without it.
@Suite struct ColourThriftTests {
  private func thin(_ text: String, _ thrift: inout ColourThrift) -> String {
    String(decoding: thrift.thin(Array(text.utf8)), as: UTF8.self)
  }

  @Test func `ink before blanks is left out, and comes with the first letter`() {
    var thrift = ColourThrift()
    #expect(thin("\u{1B}[0m\u{1B}[48;5;9mA", &thrift) == "\u{1B}[0;48;5;9mA")
    #expect(thin("\u{1B}[38;5;7m\u{1B}[48;5;9m  x", &thrift) == "  \u{1B}[38;5;7mx")
  }

  @Test func `a colour that is there already is not sent again`() {
    var thrift = ColourThrift()
    _ = thin("\u{1B}[0m\u{1B}[38;5;7mA", &thrift)
    #expect(thin("\u{1B}[38;5;7mB", &thrift) == "B")
  }

  @Test func `erasing takes the paper along`() {
    var thrift = ColourThrift()
    _ = thin("\u{1B}[0mA", &thrift)
    #expect(thin("\u{1B}[30m\u{1B}[48;5;9m\u{1B}[8X", &thrift) == "\u{1B}[48;5;9m\u{1B}[8X")
  }

  @Test func `a mark is taken away by a reset with everything that stays`() {
    var thrift = ColourThrift()
    _ = thin("\u{1B}[0;1m\u{1B}[38;5;7m\u{1B}[48;5;9mA", &thrift)
    #expect(
      thin("\u{1B}[0m\u{1B}[38;5;7m\u{1B}[48;5;9mB", &thrift) == "\u{1B}[0;38;5;7;48;5;9mB")
  }

  @Test func `reversed blanks show ink, so it is sent`() {
    var thrift = ColourThrift()
    _ = thin("\u{1B}[0mA", &thrift)
    #expect(thin("\u{1B}[7m\u{1B}[38;5;7m ", &thrift) == "\u{1B}[7;38;5;7m ")
  }

  @Test func `what is not understood goes through as it came`() {
    var thrift = ColourThrift()
    let strange = "\u{1B}[0m\u{1B}[38;2;1;2;3mA\u{1B}[?25l\u{1B}]0;t\u{7}\u{1B}(B"
    #expect(
      thin(strange, &thrift).hasSuffix("\u{1B}[38;2;1;2;3mA\u{1B}[?25l\u{1B}]0;t\u{7}\u{1B}(B"))
  }

  @Test func `after forgetting, everything is said once more`() {
    var thrift = ColourThrift()
    _ = thin("\u{1B}[0m\u{1B}[38;5;7mA", &thrift)
    thrift.forget()
    #expect(thin("B", &thrift) == "\u{1B}[0;38;5;7mB")
  }

  /// The pen that each letter is written with, blanks by what shows of it.
  private func shown(_ bytes: [UInt8]) -> [String] {
    var pen = Pen()
    var shown: [String] = []
    var place = 0
    while place < bytes.count {
      guard bytes[place] == 0x1B else {
        let isBlank = bytes[place] == 0x20 && pen.marks & (1 << 7) == 0
        let marks = isBlank ? pen.marks & (1 << 4 | 1 << 5) : pen.marks
        shown.append("\(bytes[place]) \(isBlank ? [] : pen.ink) \(pen.paper) \(marks)")
        place += 1
        continue
      }
      let end = bytes[place...].firstIndex(of: 0x6D) ?? bytes.count - 1
      if end == place + 2 { pen = Pen() } else { _ = pen.apply(bytes[place + 2..<end]) }
      place = end + 1
    }
    return shown
  }

  @Test(arguments: 0..<50) func `random frames look the same`(seed: Int) {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func random(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var frame = "\u{1B}[0m"
    for _ in 0..<300 {
      switch random(7) {
      case 0: frame += "\u{1B}[0m"
      case 1: frame += "\u{1B}[\([1, 2, 4, 7][random(4)])m"
      case 2: frame += "\u{1B}[38;5;\(random(4))m"
      case 3: frame += "\u{1B}[48;5;\(random(4))m"
      case 4: frame += "\u{1B}[3\(random(8))m\u{1B}[4\(random(8))m"
      case 5: frame += "  "
      default: frame += "x"
      }
    }
    var thrift = ColourThrift()
    let thinned = thrift.thin(Array(frame.utf8))
    #expect(shown(thinned) == shown(Array(frame.utf8)))
    #expect(thinned.count < frame.utf8.count)
  }
}
