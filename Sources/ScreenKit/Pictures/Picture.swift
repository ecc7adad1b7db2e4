/// A picture of palette pixels, two pixel rows to one row of terminal cells.
public struct Picture: Equatable, Sendable {
  /// Height in pixels.
  public let rows: Int
  /// Width in pixels, which is also its width in cells.
  public let columns: Int
  /// Numbers of the xterm palette, row by row.
  public internal(set) var pixels: [UInt8]

  /// Makes a picture of one colour.
  public init(rows: Int, columns: Int, filledWith color: UInt8 = 0) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
    pixels = Array(repeating: color, count: self.rows * self.columns)
  }

  /// The palette number of a pixel inside the picture.
  public subscript(row: Int, column: Int) -> UInt8 { pixels[row * columns + column] }

  /// Height in cells; an odd last pixel row has a cell row to itself.
  public var cellRows: Int { (rows + 1) / 2 }

  /// The picture as terminal cells, row by row.
  public var cells: [[PictureCell]] {
    (0..<cellRows).map { row in (0..<columns).map { cell(row, $0) } }
  }

  /// One of the picture's terminal cells.
  package func cell(_ row: Int, _ column: Int) -> PictureCell {
    PictureCell(upper: upper(row, column), lower: lower(row, column))
  }

  package func upper(_ cellRow: Int, _ column: Int) -> UInt8 { self[cellRow * 2, column] }

  package func lower(_ cellRow: Int, _ column: Int) -> UInt8 {
    self[min(cellRow * 2 + 1, rows - 1), column]
  }

  /// Colours a stretch of one row, cut to the picture.
  package mutating func fill(row: Int, from left: Int, to right: Int, with color: UInt8) {
    guard row >= 0, row < rows else { return }
    let start = max(0, left)
    let end = min(columns, right)
    guard start < end else { return }
    for index in (row * columns + start)..<(row * columns + end) { pixels[index] = color }
  }
}

/// One terminal cell of a picture.
public struct PictureCell: Equatable, Sendable {
  /// An upper half block, or a blank where both halves have one colour: the cheapest to send.
  public let glyph: Character
  /// The colour of the upper half; a blank has 0, whose escape sequence is half as long as others'.
  public let ink: UInt8
  /// The colour of the lower half.
  public let paper: UInt8

  /// Makes the cell that shows two pixels, one above the other.
  public init(upper: UInt8, lower: UInt8) {
    glyph = upper == lower ? " " : "▀"
    ink = upper == lower ? 0 : upper
    paper = lower
  }
}
