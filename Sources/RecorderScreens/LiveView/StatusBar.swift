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
    // A chosen tile has the cursor; without tiles it rests on the button.
    if canvas.cursor == nil { canvas.cursor = Point(row: row.row, column: start) }
    var column = row.column + 1 + (isAtRight ? 0 : width + 3)
    for (light, isOn) in lights {
      canvas.write(isOn ? "●" : "○", row: row.row, column: column, isOn ? .ledOn : .ledOff)
      column += canvas.write(" " + light, row: row.row, column: column + 1, .statusBar) + 3
    }
    let end = isAtRight ? start - 2 : row.endColumn
    if let alarm {
      let text = TextWidth.fitted(alarm, columns: end - 1 - column)
      canvas.write(text, row: row.row, column: column, .statusAlarm)
      column += TextWidth.of(text) + 2
    }
    let room = max(0, end - column)
    canvas.writeFitted(
      facts(besideAlarm: alarm != nil).first { TextWidth.of($0) <= room } ?? "", row: row.row,
      column: column, columns: room, .statusQuiet, align: .right)
  }

  /// The lights that there are, and whether each is on.
  private var lights: [(name: String, isOn: Bool)] {
    let disk = [("HDD", context.recorder.disk.takesFootage)]
    return [("PWR", true)] + (context.whyUnknown(.disk) == nil ? disk : [])
      + [("NET", context.recorder.hasNetworkLink)]
  }

  /// The loudest alarm.
  private var alarm: String? {
    guard context.whyUnknown(.alarms) == nil else { return nil }
    return context.recorder.loudestAlarm.map { "▲ " + Words.of($0.cause).spoken }
  }

  /// The button, the lights, and all that could be said of the recorder.
  func outline(isFocused: Bool) -> Outline {
    var outline = Outline()
    outline.add(
      OutlineItem(StatusBar.word(context.profile.skin), .button), isFocused: isFocused)
    for (name, isOn) in lights {
      outline.add(
        OutlineItem(
          name, .reading, state: isOn ? .on : .off, value: .text(isOn ? tr("on") : tr("off"))))
    }
    outline.say(alarm ?? "")
    // A blank ends it, which keeps the window's edge free.
    outline.say(facts(besideAlarm: false).first.map { String($0.dropLast()) } ?? "")
    return outline
  }

  private static func word(_ skin: Skin) -> String {
    switch skin {
    case .classic: tr("Start")
    case .smart: tr("Menu")
    }
  }

  /// The Start button: a word at the left, or four squares at the right.
  static func button(_ skin: Skin) -> String {
    switch skin {
    case .classic: "◉ " + word(skin)
    case .smart: "▚▞ " + word(skin)
    }
  }

  /// What recorder this is, in fewer and fewer words: its name stays, beside an alarm model and
  /// firmware do.
  private func facts(besideAlarm isLoud: Bool) -> [String] {
    let identity = context.profile.identity
    let name = context.recorder.settings[.deviceName] ?? identity.model
    let days = context.recorder.recordings.oldest.map {
      (context.now - $0).milliseconds / 86_400_000
    }
    let kept =
      days.map { $0 == 1 ? tr("1 day recorded") : tr("\($0) days recorded") }
      ?? tr("no recordings")
    // What the recorder does not tell is left out: a row of reasons would help nobody.
    let firmware = context.whyUnknown(.firmware) == nil ? ["fw \(context.recorder.firmware)"] : []
    let recorded = context.whyUnknown(.recordings) == nil ? [kept] : []
    let model = [identity.model]
    let all = model + [name] + firmware + recorded
    return
      (isLoud
      ? [all, model + firmware + recorded, model + firmware, firmware, []]
      : [all] + [[name] + firmware + recorded, firmware + recorded, recorded, []]).map {
        $0.joined(separator: " · ") + " "
      }
  }
}
