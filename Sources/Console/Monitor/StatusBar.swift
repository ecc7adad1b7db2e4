import RecorderEngine
import TextUI

/// The lowest row of the live view: the Start button, lights, what recorder this is.
struct StatusBar: Widget {
  let context: ScreenContext

  func draw(on canvas: inout Canvas, in row: Rect) {
    canvas.fill(row, .statusBar)
    var column = row.column + 1
    column += canvas.write("◉ Start", row: row.row, column: column, .statusBar) + 3
    canvas.cursor = Point(row: row.row, column: row.column + 1)
    for light in ["PWR", "HDD", "NET"] {
      canvas.write("●", row: row.row, column: column, .ledOn)
      column += canvas.write(" " + light, row: row.row, column: column + 1, .statusBar) + 3
    }
    let room = row.endColumn - column
    // What doesn't fit goes from the left: the model stands on the back panel as well.
    let lines = (0...3).map { facts.dropFirst($0).joined(separator: " · ") + " " }
    canvas.writeFitted(
      lines.first { TextWidth.of($0) <= room } ?? "", row: row.row, column: column, columns: room,
      .statusQuiet, align: .right)
  }

  private var facts: [String] {
    let identity = context.profile.identity
    let name = context.recorder.settings[.deviceName] ?? identity.model
    let days = context.recorder.recordings.oldest.map {
      (context.now - $0).milliseconds / 86_400_000
    }
    let kept = days.map { "\($0) days recorded" } ?? "no recordings"
    return [identity.model, name, "fw \(context.recorder.firmware)", kept]
  }
}
