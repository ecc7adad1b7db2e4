import ConsoleData
import TextUI

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

  /// The picture at a larger size, each of its pixels as large as it takes.
  func enlarged(toRows newRows: Int, columns newColumns: Int) -> Picture {
    guard newRows != rows || newColumns != columns, !pixels.isEmpty else { return self }
    var result = Picture(rows: newRows, columns: newColumns)
    for row in 0..<newRows {
      for column in 0..<newColumns {
        result.pixels[row * newColumns + column] =
          self[row * rows / newRows, column * columns / newColumns]
      }
    }
    return result
  }

  /// A part of the picture; what lies outside is cut off.
  func part(row: Int, column: Int, rows newRows: Int, columns newColumns: Int) -> Picture {
    var result = Picture(
      rows: min(newRows, rows - row), columns: min(newColumns, columns - column))
    for line in 0..<result.rows {
      for place in 0..<result.columns {
        result.pixels[line * result.columns + place] = self[row + line, column + place]
      }
    }
    return result
  }

  /// One of the picture's terminal cells.
  package func cell(_ row: Int, _ column: Int) -> PictureCell {
    PictureCell(upper: upper(row, column), lower: lower(row, column))
  }

  /// One of the cells of a picture that has so many pixels to a cell.
  func cell(_ row: Int, _ column: Int, of cell: PictureGrain.Cell) -> PictureCell {
    guard cell.columns == 2 else { return self.cell(row, column) }
    let (left, right) = (column * 2, min(column * 2 + 1, columns - 1))
    let (top, last) = (row * cell.rows, rows - 1)
    guard cell.rows == 3 else {
      return PictureCell(
        upper(row, left), upper(row, right), lower(row, left), lower(row, right))
    }
    let (middle, bottom) = (min(top + 1, last), min(top + 2, last))
    return PictureCell(
      sextants: self[top, left], self[top, right], self[middle, left], self[middle, right],
      self[bottom, left], self[bottom, right])
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
  public let glyph: Glyph
  /// The colour of the upper half; a blank has 0, whose escape sequence is half as long as others'.
  public let ink: UInt8
  /// The colour of the lower half.
  public let paper: UInt8

  private static let upperHalf: Glyph = "▀"

  /// Makes the cell that shows two pixels, one above the other.
  public init(upper: UInt8, lower: UInt8) {
    glyph = upper == lower ? .blank : PictureCell.upperHalf
    ink = upper == lower ? 0 : upper
    paper = lower
  }

  /// The quarters of a cell by their bits: upper left, upper right, lower left, lower right.
  private static let quarters: [Glyph] = [
    .blank, "▗", "▖", "▄", "▝", "▐", "▞", "▟", "▘", "▚", "▌", "▙", "▀", "▜", "▛", "█",
  ]

  /// Makes the cell that shows four pixels, two above and two below them, in two colours: of more
  /// the two that there is most of, and the others as the nearer of them.
  public init(_ upperLeft: UInt8, _ upperRight: UInt8, _ lowerLeft: UInt8, _ lowerRight: UInt8) {
    guard upperLeft != upperRight || lowerLeft != lowerRight else {
      self.init(upper: upperLeft, lower: lowerLeft)
      return
    }
    self.init([upperLeft, upperRight, lowerLeft, lowerRight], glyphs: PictureCell.quarters)
  }

  /// Makes the cell that shows six pixels, three rows of two, in two colours.
  package init(
    sextants upperLeft: UInt8, _ upperRight: UInt8, _ left: UInt8, _ right: UInt8,
    _ lowerLeft: UInt8, _ lowerRight: UInt8
  ) {
    guard
      upperLeft != upperRight || left != right || lowerLeft != lowerRight || upperLeft != left
        || left != lowerLeft
    else {
      self.init(upper: upperLeft, lower: lowerLeft)
      return
    }
    self.init(
      [upperLeft, upperRight, left, right, lowerLeft, lowerRight], glyphs: Sextants.glyphs)
  }

  /// Makes the cell that shows pixels in the two colours that there is most of, and others as the nearer of
  /// them; `glyphs` by the pixels that are marks, the first as the highest bit.
  private init(_ pixels: [UInt8], glyphs: [Glyph]) {
    func count(_ color: UInt8) -> Int { pixels.reduce(0) { $0 + ($1 == color ? 1 : 0) } }
    func most(but other: UInt8?) -> UInt8 {
      var best: (color: UInt8, count: Int)?
      for color in pixels.reversed() where color != other && count(color) > best?.count ?? 0 {
        best = (color, count(color))
      }
      return best?.color ?? pixels[0]
    }
    let ground = most(but: nil)
    let mark = most(but: ground)
    let (dark, light) = (Palette.brightness(ground), Palette.brightness(mark))
    var bits = 0
    for pixel in pixels {
      let isMark =
        pixel == mark
        || pixel != ground
          && abs(Palette.brightness(pixel) - light) < abs(Palette.brightness(pixel) - dark)
      bits = bits << 1 | (isMark ? 1 : 0)
    }
    self.init(glyph: glyphs[bits], ink: mark, paper: ground)
  }

  private init(glyph: Glyph, ink: UInt8, paper: UInt8) {
    self.glyph = glyph
    self.ink = ink
    self.paper = paper
  }
}

/// How the colours of a scene become shades where the terminal has none.
public struct Tones: Equatable, Sendable {
  /// For each number of the palette, 0 for a blank to 1000 for the densest mark.
  let densities: [Int]
}

extension Tones {
  /// As bright as a colour is: for pictures that nobody has measured.
  package static let byLight = Tones(
    densities: (0..<256).map { Palette.brightness(UInt8($0)) * 1000 / 255 })

  /// Measures a scene by day or by night.
  ///
  /// It counts all colours that a mover has, in view or not, but areas of the scenery only: nothing
  /// changes its shade because a mover passes.
  public init(of scene: Scene, second: Int) {
    var still = scene
    still.movers = []
    let view = ScenePainter.picture(
      of: still, rows: 40, columns: 80, second: second, beat: 0, frame: nil)
    var areas = Array(repeating: 0, count: 256)
    for pixel in view.pixels { areas[Int(pixel)] += 1 }
    let isNight = ScenePainter.isNight(at: second)
    let passing = scene.movers.flatMap(\.layers).flatMap(\.bands)
      .map { Int(isNight ? $0.night : $0.day) }
    let used = Set((0..<256).filter { areas[$0] > 0 } + passing)
    let levels = used.map { Palette.brightness(UInt8($0)) }.sorted()
    let brightest = max(1, levels.last ?? 255)
    let darkest = min(levels.first ?? 0, brightest - 1)
    let brightness = (0..<256).map { number in
      let luminance = Palette.brightness(UInt8(number))
      let stretched = (luminance - darkest) * 1000 / (brightest - darkest)
      // Half by rank: colours that are near one another still part.
      let rank = levels.count { $0 < luminance } * 1000 / max(1, levels.count - 1)
      return min(1000, max(0, (stretched + rank) / 2))
    }
    // The larger part of the picture stays nearly blank, like paper.
    let inked = zip(areas, brightness).reduce(0) { $0 + $1.0 * $1.1 }
    let isMostlyBright = inked * 2 > view.pixels.count * 1000
    densities = isMostlyBright ? brightness.map { 1000 - $0 } : brightness
  }
}

extension Picture {
  /// A set of marks from the lightest to the densest, with marks for half a cell.
  public struct Shading: Equatable, Sendable {
    package let marks: [Character]
    package let upper: Character
    package let lower: Character

    /// Marks that every terminal has.
    public static let ascii = Shading(marks: Array(" .:-=+*%#@"), upper: "\"", lower: "_")
    /// Shade blocks for a terminal with UTF-8 and no colours.
    public static let blocks = Shading(marks: Array(" ░▒▓█"), upper: "▀", lower: "▄")
  }

  /// The picture as one mark per terminal cell, row by row.
  public func shades(_ tones: Tones, with shading: Shading = .ascii) -> [[Character]] {
    (0..<cellRows).map { row in
      (0..<columns).map { column in
        let above = tones.densities[Int(upper(row, column))]
        let below = tones.densities[Int(lower(row, column))]
        if above - below > 450 { return shading.upper }
        if below - above > 450 { return shading.lower }
        let top = shading.marks.count - 1
        return shading.marks[((above + below) / 2 * top + 500) / 1000]
      }
    }
  }
}
