import TextUI

/// Frames as runs of cells, and back.
enum FrameRuns {
  /// Unchanged cells between two that have changed go with them, up to so many: a run costs as much.
  private static let bridged = 3

  /// What of a frame differs from one before it, or all of it; in packets' worth.
  static func pieces(of frame: Canvas, since before: Canvas?) -> [[CellRun]] {
    let before = before?.size == frame.size ? before : nil
    var pieces: [[CellRun]] = [[]]
    var bytes = 0
    for row in 0..<frame.size.rows {
      if let before, frame.isSame(row: row, as: before) { continue }
      for run in runs(of: row, frame, before) {
        let size = run.glyphs.reduce(9) { $0 + 1 + $1.utf8.count }
        if bytes + size > Packet.mostBytes - 64 {
          pieces.append([])
          bytes = 0
        }
        pieces[pieces.count - 1].append(run)
        bytes += size
      }
    }
    return pieces
  }

  private static func runs(of row: Int, _ frame: Canvas, _ before: Canvas?) -> [CellRun] {
    let columns = frame.size.columns
    var wanted = (0..<columns).map { before == nil || before?[row, $0] != frame[row, $0] }
    if before != nil {
      // Halves of a wide one go together.
      for column in 1..<max(1, columns) where frame[row, column].isCovered {
        let either = wanted[column - 1] || wanted[column]
        (wanted[column - 1], wanted[column]) = (either, either)
      }
    }
    var runs: [CellRun] = []
    var column = 0
    while column < columns {
      guard wanted[column] else {
        column += 1
        continue
      }
      let first = frame[row, column]
      var glyphs: [String] = []
      var end = column
      while end < columns, frame[row, end].ink == first.ink,
        frame[row, end].isRaised == first.isRaised,
        wanted[end...].prefix(bridged).contains(true)
      {
        glyphs.append(frame[row, end].isCovered ? "" : String(frame[row, end].glyph.character))
        end += 1
      }
      runs.append(
        CellRun(
          row: row, column: column, ink: first.ink, isRaised: first.isRaised, glyphs: glyphs))
      column = end
    }
    return runs
  }

  /// Puts runs into a frame; what lies outside is left out.
  static func apply(_ runs: [CellRun], to frame: inout Canvas) {
    for run in runs {
      for (place, glyph) in run.glyphs.enumerated() {
        frame.restore(
          glyph.first, ink: run.ink, isRaised: run.isRaised, row: run.row,
          column: run.column + place)
      }
    }
  }
}
