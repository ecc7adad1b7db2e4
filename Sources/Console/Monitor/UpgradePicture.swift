import RecorderEngine
import TextUI

/// What the monitor shows while a new firmware is written.
struct UpgradePicture: Widget {
  /// 0 to 100.
  let percent: Int64
  let version: FirmwareVersion
  let model: String

  func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, .text)
    let box = area.centred(rows: 7, columns: min(52, area.columns - 4))
    let lines: [(Int, String, Role)] = [
      (0, model, .accent),
      (1, tr("Upgrading to firmware \(version.description)"), .strong),
      (5, tr("Do not switch off the power."), .warning),
    ]
    for (row, text, role) in lines {
      canvas.writeFitted(
        text, row: box.row + row, column: box.column, columns: box.columns, role, align: .centre)
    }
    ProgressBar(fraction: Double(percent) / 100).draw(on: &canvas, in: box.droppingTop(3).top(1))
    canvas.cursor = Point(row: box.row + 5, column: box.column)
  }
}
