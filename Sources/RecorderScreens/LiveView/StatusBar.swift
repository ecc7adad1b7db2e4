import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// The lowest row of the live view: the Start button, lights, what recorder this is.
struct StatusBar: Widget {
  let context: ScreenContext

  func draw(on canvas: inout Canvas, in row: Rect) {
    canvas.fill(row, .statusBar)
    let button = StatusBar.button(context.profile.skin)
    let width = TextWidth.of(button)
    let isAtRight = context.profile.skin == .smart
    let start = isAtRight ? row.endColumn - width - 1 : row.column + 1
    canvas.write(button, row: row.row, column: start, .statusBar)
    canvas.cursor = Point(row: row.row, column: start)
    var column = row.column + 1 + (isAtRight ? 0 : width + 3)
    let lights = [
      ("PWR", true), ("HDD", context.recorder.disk.state == .recording),
      ("NET", context.recorder.hasNetworkLink),
    ]
    for (light, isOn) in lights where light != "HDD" || context.whyUnknown(.disk) == nil {
      canvas.write(isOn ? "●" : "○", row: row.row, column: column, isOn ? .ledOn : .ledOff)
      column += canvas.write(" " + light, row: row.row, column: column + 1, .statusBar) + 3
    }
    if context.whyUnknown(.alarms) == nil, let alarm = context.recorder.loudestAlarm {
      let text = "▲ " + Words.of(alarm.cause).spoken
      let room = (isAtRight ? start - 2 : row.endColumn - 1) - column
      canvas.writeFitted(text, row: row.row, column: column, columns: room, .statusAlarm)
      return
    }
    let room = (isAtRight ? start - 2 : row.endColumn) - column
    // What doesn't fit goes from the left: the model stands on the back panel as well.
    let facts = facts
    let lines = (0...facts.count).map { Array(facts.dropFirst($0)).joined(separator: " · ") + " " }
    canvas.writeFitted(
      lines.first { TextWidth.of($0) <= room } ?? "", row: row.row, column: column, columns: room,
      .statusQuiet, align: .right)
  }

  /// The Start button: a word at the left, or four squares at the right.
  static func button(_ skin: Skin) -> String {
    switch skin {
    case .classic: "◉ " + tr("Start")
    case .smart: "▚▞ " + tr("Menu")
    }
  }

  private var facts: [String] {
    let identity = context.profile.identity
    let name = context.recorder.settings[.deviceName] ?? identity.model
    let days = context.recorder.recordings.oldest.map {
      (context.now - $0).milliseconds / 86_400_000
    }
    let kept =
      days.map { $0 == 1 ? tr("1 day recorded") : tr("\($0) days recorded") }
      ?? tr("no recordings")
    // What the recorder does not tell is left out: a row of reasons would help nobody.
    return [identity.model, name]
      + (context.whyUnknown(.firmware) == nil ? ["fw \(context.recorder.firmware)"] : [])
      + (context.whyUnknown(.recordings) == nil ? [kept] : [])
  }
}
