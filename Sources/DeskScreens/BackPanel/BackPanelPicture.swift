import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// The drawing of the recorder's back, to be recognised by whoever has seen one.
struct BackPanelPicture {
  let area: Rect
  let context: ScreenContext

  private static let art = [
    "                                                                      ",
    "  ◎1  ◎2  ◎3  ◎4    ╔═══════╗           ┌─────┐   ▄▄▄▄   ○  ○   ┌───┐ ",
    "  ◎5  ◎6  ◎7  ◎8    ║ ::::: ║     ◦     │ ▒▒▒ │   HDMI  AUDIO   │USB│ ",
    "    VIDEO IN        ║  VGA  ║   RESET   │ LAN │                 └───┘ ",
    "                    ╚═══════╝           └─────┘                       ",
  ]
  /// Where the pinhole is, within the art.
  private static let hole = Point(row: 2, column: 34)

  /// The case's outline.
  private var frame: Rect {
    Rect(
      row: area.row + max(1, (area.rows - 18) / 3), column: area.column + (area.columns - 76) / 2,
      rows: 9, columns: min(76, area.columns))
  }

  private var corner: Point { Point(row: frame.row + 1, column: frame.column + 2) }
  private var holePoint: Point {
    Point(
      row: corner.row + BackPanelPicture.hole.row,
      column: corner.column + BackPanelPicture.hole.column)
  }

  /// Where a click means the pinhole.
  var holePlace: Rect {
    Rect(row: holePoint.row, column: holePoint.column - 3, rows: 2, columns: 7)
  }

  /// Where a click means the power switch.
  var switchPlace: Rect {
    Rect(row: frame.row + 6, column: frame.endColumn - 18, rows: 2, columns: 16)
  }

  /// Where a click means the cable of the network.
  var networkPlace: Rect {
    Rect(row: corner.row + 1, column: corner.column + 40, rows: 4, columns: 7)
  }

  private var below: Rect {
    Rect(
      row: frame.endRow + 3, column: frame.column + 2, rows: max(0, area.endRow - frame.endRow - 3),
      columns: frame.columns - 4)
  }

  /// Where the bar of the hold goes: three rows.
  var holdPlace: Rect { below.top(3) }
  var lightsPlace: Rect { below.droppingTop(4).top(1) }
  var networkTextPlace: Rect { below.droppingTop(5).top(1) }
  var newsPlace: Rect { below.droppingTop(6) }

  func draw(on canvas: inout Canvas) {
    canvas.box(frame, style: .rounded, .border)
    for (row, line) in BackPanelPicture.art.enumerated() {
      canvas.write(line, row: corner.row + row, column: corner.column, .text)
    }
    hideMissingInputs(on: &canvas)
    drawCameraCables(on: &canvas)
    drawCable(on: &canvas)
    drawSwitch(on: &canvas)
    drawClip(on: &canvas)
    drawPlate(on: &canvas)
  }

  /// A recorder of four channels has four sockets.
  private func hideMissingInputs(on canvas: inout Canvas) {
    guard context.profile.channels.count <= 4 else { return }
    canvas.fill(
      Rect(row: corner.row + 2, column: corner.column, rows: 1, columns: 18), .text)
  }

  /// A socket without its cable is empty.
  private func drawCameraCables(on canvas: inout Canvas) {
    for camera in context.recorder.cameras.unplugged where camera.channel <= 8 {
      let place = camera.channel - 1
      canvas.write(
        "○\(camera.channel)", row: corner.row + 1 + place / 4,
        column: corner.column + 2 + place % 4 * 4, .warning)
    }
  }

  /// The link's light shines while the cable is in and the recorder has power.
  private func drawCable(on canvas: inout Canvas) {
    let isIn = context.recorder.hasNetworkLink
    let isLit = isIn && context.recorder.power != .off
    let place = networkPlace
    canvas.write(
      isIn ? "▒█▒" : "▒▒▒", row: place.row + 1, column: place.column + 2, isIn ? .strong : .quiet)
    canvas.write(
      isLit ? "●" : "○", row: place.row, column: place.column + 3, isLit ? .ledOn : .ledOff)
  }

  private func drawPlate(on canvas: inout Canvas) {
    let identity = context.profile.identity
    canvas.writeFitted(
      "\(identity.model)   MAC \(identity.macAddress)   S/N \(identity.serialNumber)",
      row: frame.endRow - 2, column: frame.column + 3, columns: frame.columns - 6, .quiet)
  }

  private func drawSwitch(on canvas: inout Canvas) {
    let isOn = context.recorder.power != .off
    let row = switchPlace.row
    let column = switchPlace.column
    canvas.write("12V ◎", row: row, column: column, .text)
    canvas.write(
      isOn ? " I " : "   ", row: row, column: column + 7, isOn ? .buttonFocused : .button)
    canvas.write(isOn ? "   " : " O ", row: row, column: column + 10, .button)
    canvas.write(
      isOn ? tr("on") : tr("off"), row: row, column: column + 14, isOn ? .ledOn : .ledAlarm)
  }

  private func drawClip(on canvas: inout Canvas) {
    canvas.cursor = holePoint
    canvas.cursorIsVisible = false
    guard context.recorder.resetButton != .released else {
      canvas.put("◦", row: holePoint.row, column: holePoint.column, .strong)
      canvas.write(
        "╶─╴ " + tr("paperclip"), row: frame.endRow + 1, column: holePoint.column - 1, .quiet)
      return
    }
    canvas.put("●", row: holePoint.row, column: holePoint.column, .accent)
    for row in holePoint.row + 2..<frame.endRow + 2 {
      canvas.put("┆", row: row, column: holePoint.column, .accent)
    }
    canvas.write(tr("paperclip"), row: frame.endRow + 1, column: holePoint.column + 2, .accent)
  }
}
