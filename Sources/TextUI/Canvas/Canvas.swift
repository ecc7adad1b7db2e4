/// A screenful of cells: the one place that writes them, and so the one that makes text safe.
///
/// Whatever is written, no cell ever holds a control, bidi or unseen character. Coordinates count
/// from the top left; what lies outside the canvas or the clip is left out, never an error.
public struct Canvas: Equatable, Sendable {
  /// Its height and width.
  public let size: Size
  /// Where the hardware cursor goes: on the focused item.
  public var cursor: Point?
  /// Whether the hardware cursor is shown there, as in a text field.
  public var cursorIsVisible = false
  var cells: [Cell]
  /// What may be drawn on at the moment.
  public internal(set) var clip: Rect

  /// Makes a blank canvas; negative extents count as none.
  public init(size: Size) {
    let whole = Rect(size)
    self.size = whole.size
    clip = whole
    cells = Array(repeating: .blank, count: whole.rows * whole.columns)
  }

  /// The whole canvas.
  public var bounds: Rect { Rect(size) }

  /// The cell there; a blank one outside.
  public subscript(row: Int, column: Int) -> Cell {
    guard bounds.contains(Point(row: row, column: column)) else { return .blank }
    return cells[row * size.columns + column]
  }

  /// Lets the body draw inside this rectangle only; coordinates stay those of the canvas.
  public mutating func clipped(to rect: Rect, _ body: (inout Canvas) -> Void) {
    let outer = clip
    clip = outer.intersection(rect)
    body(&self)
    clip = outer
  }

  /// Whether a row shows the same as that row of another canvas of the same size.
  public func isSame(row: Int, as other: Canvas) -> Bool {
    cells.withUnsafeBufferPointer { cells in
      other.cells.withUnsafeBufferPointer { others in
        for index in row * size.columns..<(row + 1) * size.columns
        where cells[index] != others[index] {
          return false
        }
        return true
      }
    }
  }
}

extension Canvas {
  /// Puts one glyph, safe and already measured, at a place inside the clip.
  mutating func store(_ glyph: Glyph, width: Int, row: Int, column: Int, ink: Ink) {
    let index = row * size.columns + column
    mend(row: row, columns: column..<column + width)
    set(index, glyph, ink, isCovered: false)
    if width == 2 { set(index + 1, .blank, ink, isCovered: true) }
  }

  /// Readies places for overwriting: what is left of a wide glyph at their edges becomes a blank.
  mutating func mend(row: Int, columns: Range<Int>) {
    let start = row * size.columns
    if cells[start + columns.lowerBound].isCovered { blank(start + columns.lowerBound - 1) }
    if columns.upperBound < size.columns, cells[start + columns.upperBound].isCovered {
      blank(start + columns.upperBound)
    }
  }

  /// Overwrites what a cell shows and keeps the ground that it stands on.
  mutating func set(_ index: Int, _ glyph: Glyph, _ ink: Ink, isCovered: Bool) {
    cells.withUnsafeMutableBufferPointer { cells in
      cells[index].show(glyph, ink, isCovered: isCovered)
    }
  }

  /// Half a wide glyph cannot be shown: what is left of it becomes a blank.
  private mutating func blank(_ index: Int) {
    cells[index].glyph = .blank
    cells[index].isCovered = false
  }
}
