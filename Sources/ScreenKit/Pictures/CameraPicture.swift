import TextUI

/// What a real camera has shown: dots of red, green and blue, row by row.
public struct CameraPicture: Equatable, Sendable {
  /// Dots from left to right.
  public let width: Int
  /// Dots from top to bottom.
  public let height: Int
  private let dots: [UInt8]

  /// Makes a picture of its dots; nil where there are not three bytes for each of at least one.
  public init?(width: Int, height: Int, dots: [UInt8]) {
    guard width > 0, height > 0, dots.count == width * height * 3 else { return nil }
    self.width = width
    self.height = height
    self.dots = dots
  }

  /// The picture in so many pixels of the palette, each the mean of the dots under it; enlarged, the part
  /// that shows. What is seen keeps its shape: where the room has another one, the picture stands in its
  /// middle on black. `pixelShape` is how many times as high as wide a pixel is.
  package func painted(
    rows: Int, columns: Int, pixelShape: Double, zoom: PictureZoom = PictureZoom()
  ) -> Picture {
    var picture = Picture(rows: rows, columns: columns, filledWith: CameraPicture.black)
    guard rows > 0, columns > 0 else { return picture }
    let whole = (rows: rows * zoom.level, columns: columns * zoom.level)
    let corner = zoom.corner(rows: rows, columns: columns, of: whole)
    let scale = min(
      Double(whole.columns) / Double(width), Double(whole.rows) * pixelShape / Double(height))
    let wide = min(whole.columns, max(1, Int((Double(width) * scale).rounded())))
    let high = min(whole.rows, max(1, Int((Double(height) * scale / pixelShape).rounded())))
    let left = (whole.columns - wide) / 2 - corner.column
    let top = (whole.rows - high) / 2 - corner.row
    // Nothing of it, where the part that shows lies in the black beside it.
    let shown = (left..<left + wide).clamped(to: 0..<columns)
    let across = shown.map {
      CameraPicture.span(($0 - left) * width / wide, ($0 - left + 1) * width / wide)
    }
    // It is painted with each frame, whatever that is for: a key waits for it.
    dots.withUnsafeBufferPointer { dots in
      for row in (top..<top + high).clamped(to: 0..<rows) {
        let line = row - top
        let lines = CameraPicture.span(line * height / high, (line + 1) * height / high)
        let start = row * columns + shown.lowerBound
        for (column, places) in across.enumerated() {
          picture.pixels[start + column] = mean(of: dots, lines, places)
        }
      }
    }
    return picture
  }

  /// The colour of a screen that shows nothing there.
  private static let black: UInt8 = 16

  /// At least one dot, also where a pixel is smaller than that.
  private static func span(_ start: Int, _ end: Int) -> Range<Int> { start..<max(start + 1, end) }

  private func mean(
    of dots: UnsafeBufferPointer<UInt8>, _ lines: Range<Int>, _ places: Range<Int>
  ) -> UInt8 {
    var (red, green, blue) = (0, 0, 0)
    for line in lines {
      var place = (line * width + places.lowerBound) * 3
      for _ in places {
        red += Int(dots[place])
        green += Int(dots[place + 1])
        blue += Int(dots[place + 2])
        place += 3
      }
    }
    let count = lines.count * places.count
    return Palette.near(red: red / count, green: green / count, blue: blue / count)
  }
}
