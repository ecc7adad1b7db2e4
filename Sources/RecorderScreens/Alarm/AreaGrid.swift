import RecorderEngine
import ScreenKit
import TextUI

/// The grid of an area over a picture: cells that count are bright and have a dot, the others dim.
struct AreaGrid {
  /// A cell by row and column from the top left.
  struct Place: Equatable, Sendable {
    var row: Int
    var column: Int
  }

  let area: PictureArea
  let here: Place
  /// The corner of a rectangle that is being drawn out.
  let corner: Place?

  private static let legendColumns = 14

  /// How large a cell is on the screen: as large as fits, one row and two columns at least.
  private func cell(in screen: Rect) -> Size {
    let room = screen.columns - Self.legendColumns
    return Size(
      rows: max(1, (screen.rows - 1) / area.rows), columns: max(2, room / area.columns))
  }

  /// Where the grid lies, with as many rows of cells as there is room for, and the first of them.
  private func layout(in screen: Rect) -> (grid: Rect, cell: Size, first: Int) {
    let cell = cell(in: screen)
    let shown = min(area.rows, max(1, (screen.rows - 1) / cell.rows))
    let grid = Rect(
      row: screen.row + 1, column: screen.column,
      rows: min(screen.rows - 1, shown * cell.rows),
      columns: min(screen.columns, area.columns * cell.columns))
    // The place at hand stays in view, in the middle where it can.
    return (grid, cell, min(area.rows - shown, max(0, here.row - shown / 2)))
  }

  /// What is left beside the grid.
  func legend(in screen: Rect) -> Rect {
    let grid = layout(in: screen).grid
    return Rect(
      row: grid.row, column: grid.endColumn + 1, rows: grid.rows,
      columns: screen.endColumn - grid.endColumn - 1)
  }

  /// The cell at a point of the screen.
  func place(at point: Point, in screen: Rect) -> Place? {
    let (grid, cell, first) = layout(in: screen)
    guard grid.contains(point) else { return nil }
    let place = Place(
      row: first + (point.row - grid.row) / cell.rows,
      column: (point.column - grid.column) / cell.columns)
    return place.row < area.rows && place.column < area.columns ? place : nil
  }

  /// Whether a cell lies in the rectangle that is being drawn out.
  private func isMarked(_ row: Int, _ column: Int) -> Bool {
    guard let corner else { return false }
    return (min(corner.row, here.row)...max(corner.row, here.row)).contains(row)
      && (min(corner.column, here.column)...max(corner.column, here.column)).contains(column)
  }

  func draw(
    on canvas: inout Canvas, in screen: Rect, over painted: ((Int, Int) -> Picture)?
  ) {
    let (grid, cell, first) = layout(in: screen)
    let picture = painted?(area.rows * cell.rows * 2, area.columns * cell.columns)
    var shades = AreaShades()
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let place = Place(row: first + row / cell.rows, column: column / cell.columns)
        let inside = Place(row: row % cell.rows, column: column % cell.columns)
        guard place.row < area.rows, place.column < area.columns else { continue }
        let point = Point(row: grid.row + row, column: grid.column + column)
        guard let picture else {
          drawPlain(place, inside, cell, on: &canvas, at: point)
          continue
        }
        let pixels = (
          picture.upper(first * cell.rows + row, column),
          picture.lower(first * cell.rows + row, column)
        )
        draw(place, inside, cell, pixels, &shades, on: &canvas, at: point)
      }
    }
    drawCursor(on: &canvas, in: grid, cell, first)
  }

  /// The dot of a cell stands in its middle.
  private func hasDot(_ inside: Place, _ cell: Size) -> Bool {
    inside.row == (cell.rows - 1) / 2 && inside.column == (cell.columns - 1) / 2
  }

  private func draw(
    _ place: Place, _ inside: Place, _ cell: Size, _ pixels: (upper: UInt8, lower: UInt8),
    _ shades: inout AreaShades, on canvas: inout Canvas, at point: Point
  ) {
    let isOn = area[place.row, place.column]
    // The last column of a cell is the line to the next one, and so is the lowest pixel of a cell
    // that has more than one row.
    let isLine = inside.column == cell.columns - 1
    let isLowLine = isLine || cell.rows > 1 && inside.row == cell.rows - 1
    func shade(_ isLine: Bool) -> AreaShades.Shade {
      if isMarked(place.row, place.column) { return .marked }
      return isOn ? isLine ? .line : .bright : .dim
    }
    let upper = shades.of(pixels.upper, shade(isLine))
    let lower = shades.of(pixels.lower, shade(isLowLine))
    guard !hasDot(inside, cell) else {
      return canvas.put(
        isOn ? "•" : "·", row: point.row, column: point.column,
        ink: .picture(ink: isOn ? 231 : 244, paper: lower))
    }
    let half = PictureCell(upper: upper, lower: lower)
    canvas.putRun(row: point.row, column: point.column, count: 1) { _ in
      (half.glyph, .picture(ink: half.ink, paper: half.paper))
    }
  }

  /// Without many colours, or without a picture: blocks and dots.
  private func drawPlain(
    _ place: Place, _ inside: Place, _ cell: Size, on canvas: inout Canvas, at point: Point
  ) {
    let isOn = area[place.row, place.column]
    let isMarked = isMarked(place.row, place.column)
    let isLine = inside.column == cell.columns - 1
    let off: Character = isMarked ? "░" : hasDot(inside, cell) ? "·" : " "
    let glyph: Character = isLine ? " " : isOn ? isMarked ? "▒" : "█" : off
    canvas.put(
      glyph, row: point.row, column: point.column,
      isMarked ? .accent : isOn ? .gauge : .quiet)
  }

  /// The place at hand has brackets, so that it shows without colour as well.
  private func drawCursor(
    on canvas: inout Canvas, in grid: Rect, _ cell: Size, _ first: Int
  ) {
    let row = grid.row + (here.row - first) * cell.rows
    let column = grid.column + here.column * cell.columns
    for line in row..<min(grid.endRow, row + cell.rows) {
      canvas.put("[", row: line, column: column, .focus)
      canvas.put("]", row: line, column: column + cell.columns - 1, .focus)
    }
    canvas.cursor = Point(row: row + (cell.rows - 1) / 2, column: column)
  }
}

/// The colours of a picture as they are under the grid.
struct AreaShades {
  /// What a cell is.
  enum Shade: Int { case bright, line, dim, marked }

  // A picture has few colours: each is worked out once.
  private var known: [[UInt8: UInt8]] = [[:], [:], [:], [:]]

  mutating func of(_ pixel: UInt8, _ shade: Shade) -> UInt8 {
    let table = shade.rawValue
    if let shade = known[table][pixel] { return shade }
    let rgb = Palette.rgb(pixel)
    // Of a hundred: how much of the picture is left, and how much of the grid's own colour comes.
    let (left, own): (Int, (Int, Int, Int)) =
      switch shade {
      case .bright: (85, (20, 38, 28))
      case .line: (66, (12, 26, 18))
      case .dim: (35, (0, 0, 6))
      case .marked: (35, (150, 105, 20))
      }
    let mixed = Palette.RGB(
      red: min(255, rgb.red * left / 100 + own.0), green: min(255, rgb.green * left / 100 + own.1),
      blue: min(255, rgb.blue * left / 100 + own.2))
    let result = Palette.nearest(mixed)
    known[table][pixel] = result
    return result
  }
}
