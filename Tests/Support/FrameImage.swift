import Foundation
import TextUI

/// A frame as a terminal's window would show it, pixel by pixel: blocks and grounds, no letters.
public struct FrameImage {
  /// A cell's width and height in pixels.
  private static let cell = (width: 8, height: 16)
  /// What a dark terminal has where no colour is set.
  private static let standard = (
    ink: Palette.RGB(red: 204, green: 204, blue: 204), paper: Palette.RGB(red: 0, green: 0, blue: 0)
  )

  private let width: Int
  private let height: Int
  private var pixels: [UInt8] = []

  /// Paints a frame with a theme's colours, as far as the terminal has them.
  public init(_ canvas: Canvas, _ theme: Theme, _ depth: ColourDepth = .many) {
    width = canvas.size.columns * Self.cell.width
    height = canvas.size.rows * Self.cell.height
    pixels.reserveCapacity(width * height * 3)
    for row in 0..<canvas.size.rows {
      for isUpper in [true, false] {
        var line: [UInt8] = []
        for column in 0..<canvas.size.columns {
          let colour = Self.colour(of: canvas[row, column], isUpper: isUpper, theme, depth)
          for _ in 0..<Self.cell.width { line += colour }
        }
        for _ in 0..<Self.cell.height / 2 { pixels += line }
      }
    }
  }

  /// The picture as a PPM file.
  public var ppm: Data { Data("P6 \(width) \(height) 255\n".utf8) + Data(pixels) }

  /// The colour of a cell's upper or lower half.
  private static func colour(
    of cell: Cell, isUpper: Bool, _ theme: Theme, _ depth: ColourDepth
  ) -> [UInt8] {
    guard case .role(let role) = cell.ink else { return [0, 0, 0] }
    let style = theme.style(for: role, raised: cell.isRaised).adapted(to: depth)
    var (ink, paper) = (rgb(style.ink, standard.ink), rgb(style.paper, standard.paper))
    if style.isReversed { swap(&ink, &paper) }
    let isInk = cell.glyph == "█" || cell.glyph == (isUpper ? "▀" : "▄")
    let colour = isInk ? ink : paper
    return [UInt8(colour.red), UInt8(colour.green), UInt8(colour.blue)]
  }

  private static func rgb(_ colour: Colour, _ standard: Palette.RGB) -> Palette.RGB {
    if case .palette(let index) = colour { Palette.rgb(index) } else { standard }
  }
}
