import Testing

@testable import TextUI

@Suite struct QRCodeDrawingTests {
  /// Three modules in each direction: a ring with its lower right corner missing.
  private let ring = QRMatrix([true, true, true, true, false, true, true, true, false])

  @Test func twoRowsOfModulesShareARowOfHalfBlocks() throws {
    let code = QRCode(try #require(ring))
    #expect(code.neededSize == Size(rows: 6, columns: 11))
    let expected = """


          █▀█
          ▀▀


      """
    let canvas = canvas(6, 11) { code.draw(on: &$0, in: $1) }
    #expect(canvas.plainText() == lines(expected))
    for row in 0..<6 {
      for column in 0..<11 { #expect(canvas[row, column].ink == .role(.code)) }
    }
  }

  @Test func withASCIIOnlyTheGroundIsWhatIsDark() throws {
    let code = QRCode(try #require(ring), material: .blanks)
    #expect(code.neededSize == Size(rows: 11, columns: 22))
    let canvas = canvas(11, 22) { code.draw(on: &$0, in: $1) }
    #expect(canvas.plainText() == Array(repeating: "", count: 11))
    let letter = String(Role.codeDark.letter)
    let dark = canvas.roleBlock().map { $0.filter { String($0) == letter }.count }
    #expect(dark == [0, 0, 0, 0, 6, 4, 4, 0, 0, 0, 0])
    #expect(canvas[5, 10].ink == .role(.code) && canvas[6, 12].ink == .role(.code))
  }

  @Test func itStandsInTheMiddleAndLeavesTheRestAlone() throws {
    let code = QRCode(try #require(ring))
    let canvas = canvas(8, 15) { canvas, area in
      canvas.fill(area, glyph: "~", .quiet)
      code.draw(on: &canvas, in: area)
    }
    #expect(canvas.plainText()[0] == "~~~~~~~~~~~~~~~")
    #expect(canvas.plainText()[3] == "~~    █▀█    ~~")
  }

  @Test func tooSmallATerminalIsToldItsSizeAndTheOneNeeded() throws {
    let code = QRCode(try #require(ring))
    var canvas = Canvas(size: Size(rows: 9, columns: 40))
    code.draw(on: &canvas, in: Rect(row: 2, column: 0, rows: 4, columns: 40))
    #expect(
      canvas.plainText()[2...3].joined(separator: " ")
        == "This QR code needs a terminal of 40x11; this one has 40x9.")
    #expect(!code.fits(Size(rows: 6, columns: 10)) && code.fits(Size(rows: 6, columns: 11)))
  }

  @Test func onlyASquareIsACode() {
    #expect(QRMatrix([]) == nil)
    #expect(QRMatrix([true, false]) == nil)
    #expect(QRMatrix([true])?.size == 1)
  }

  @Test(arguments: Theme.all.map(\.name), ColourDepth.allCases)
  func theCodeIsDarkOnLightInEveryTheme(name: String, depth: ColourDepth) throws {
    let theme = try #require(Theme.named(name))
    for raised in [false, true] {
      let style = theme.style(for: .code, raised: raised).adapted(to: depth)
      if case (.palette(let ink), .palette(let paper)) = (style.ink, style.paper) {
        #expect(Palette.luminance(paper) - Palette.luminance(ink) > 0.8 && !style.isReversed)
      } else {
        #expect(style.isReversed)
      }
    }
  }
}
