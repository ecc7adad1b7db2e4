import TextUI

/// The first frame: it needs nothing that has to be read or opened.
struct Splash: Widget {
  private static let banner = [
    "█▀▄ █▀▀ █▀▀ █▀█ █▀▄ █▀▄ █▀▀ █▀▄",
    "█▀▄ █▀▀ █   █ █ █▀▄ █ █ █▀▀ █▀▄",
    "▀ ▀ ▀▀▀ ▀▀▀ ▀▀▀ ▀ ▀ ▀▀  ▀▀▀ ▀ ▀",
    "C   O   N   S   O   L   E",
  ]

  func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, .text)
    let box = area.centred(rows: 10, columns: 46)
    for (row, line) in Splash.banner.enumerated() {
      canvas.writeFitted(
        line, row: box.row + row + (row == 3 ? 1 : 0), column: box.column, columns: box.columns,
        row == 3 ? .quiet : .accent, align: .centre)
    }
    canvas.writeFitted(
      " SIMULATED ", row: box.row + 6, column: box.column, columns: box.columns, .badge,
      align: .centre)
    canvas.writeFitted(
      tr("practice recorder"), row: box.row + 8, column: box.column,
      columns: box.columns, .quiet, align: .centre)
    canvas.cursor = Point(row: box.row + 8, column: box.column)
  }
}
