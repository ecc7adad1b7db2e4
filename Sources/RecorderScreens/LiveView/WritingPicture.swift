import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// What the monitor shows while the recorder writes something that must not be interrupted.
package struct WritingPicture: Widget, Outlined {
  /// 0 to 100.
  package let percent: Int64
  package let title: String
  package let text: String

  package func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, .text)
    let box = area.centred(rows: 7, columns: min(52, area.columns - 4))
    for (row, text, role) in lines {
      canvas.writeFitted(
        text, row: box.row + row, column: box.column, columns: box.columns, role, align: .centre)
    }
    bar.draw(on: &canvas, in: box.droppingTop(3).top(1))
    canvas.cursor = Point(row: box.row + 5, column: box.column)
  }

  private var lines: [(row: Int, text: String, role: Role)] {
    [(0, title, .accent), (1, text, .strong), (5, tr("Do not switch off the power."), .warning)]
  }

  private var bar: ProgressBar { ProgressBar(fraction: Double(percent) / 100) }

  package func outline() -> Outline {
    var outline = Outline(sentences: lines.map(\.text))
    outline.append(bar.outline())
    return outline
  }
}

extension ScreenContext {
  /// How much of the time between the two is over, from 0 to 100.
  package func percent(from start: Timestamp, to end: Timestamp) -> Int64 {
    (now - start).milliseconds * 100 / max(1, (end - start).milliseconds)
  }
}
