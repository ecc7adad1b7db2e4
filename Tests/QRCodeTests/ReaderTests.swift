import QRCodes
import Support
import Testing
import TextUI

/// What stands on the screen, read by a real reader.
@Suite struct ReaderTests {
  static let texts = [
    "7", "SH-8100A5-8L 0018AE4C112F",
    "https://example.org/recorder?serial=SN0123456789&at=23:06:51", "señal número ñandú",
    "lower and UPPER, \"quoted\"\nsecond line",
  ]

  @Test(arguments: Theme.all.map(\.name))
  func theReaderFindsTheTextInEveryTheme(name: String) throws {
    let theme = try #require(Theme.named(name))
    let frames = try Self.texts.map { frame(try QRCodes.matrix(of: $0), .halfBlocks) }
    #expect(try CodeReader.read(frames.map { FrameImage($0, theme) }) == Self.texts.joined())
  }

  @Test(arguments: [QRCode.Material.halfBlocks, .blanks])
  func theReaderFindsItWithFewColoursAndWithout(material: QRCode.Material) throws {
    let frame = frame(try QRCodes.matrix(of: "few colours"), material)
    let images = Theme.all.flatMap { theme in
      ColourDepth.allCases.map { FrameImage(frame, theme, $0) }
    }
    let read = try CodeReader.read(images)
    #expect(read == String(repeating: "few colours", count: images.count))
  }

  @Test func whereThereIsOnlyASCIIItIsDrawnWithBlanks() throws {
    let frame = frame(try QRCodes.matrix(of: "only ASCII"), .blanks)
    #expect(frame.plainText().joined() == "")
  }

  @Test func theReaderFindsALongText() throws {
    let text = String(repeating: "A long story, as no recorder tells it. ", count: 20)
    let frame = frame(try QRCodes.matrix(of: text + "End"), .halfBlocks)
    #expect(try CodeReader.read([FrameImage(frame, .night)]) == text + "End")
  }

  /// A frame full of page, and the code in its middle.
  private func frame(_ matrix: QRMatrix, _ material: QRCode.Material) -> Canvas {
    let code = QRCode(matrix, material: material)
    let size = code.neededSize
    var canvas = Canvas(size: Size(rows: size.rows + 3, columns: size.columns + 10))
    canvas.fill(canvas.bounds, .text)
    code.draw(on: &canvas, in: canvas.bounds)
    return canvas
  }
}
