import ConsoleData
import TextUI

extension Replay {
  /// Draws the picture, what is to be known of the replay, and its keys.
  public func draw(on canvas: inout Canvas, theme: Theme, depth: ColourDepth) {
    guard canvas.size.rows > 2 else { return }
    canvas.fill(room, .backdrop)
    let origin = origin
    let screen = player.screen
    let picture = room.centred(
      rows: screen.size.rows - origin.row, columns: screen.size.columns - origin.column)
    canvas.fill(picture, .text)
    screen.draw(on: &canvas, in: picture, from: origin, theme: theme, depth: depth)
    drawStatus(on: &canvas, in: Rect(canvas.size).droppingTop(room.rows).top(1))
    KeyBar(hints).draw(on: &canvas, in: Rect(canvas.size).bottom(1))
    if showsHelp { drawHelp(on: &canvas) }
  }

  private func drawStatus(on canvas: inout Canvas, in row: Rect) {
    canvas.fill(row, .statusBar)
    var column = 1
    func add(_ text: String, _ role: Role, on canvas: inout Canvas) {
      column += canvas.write(text, row: row.row, column: column, role) + 2
    }
    let state: String = isAtEnd ? tr("End") : isPaused ? tr("Paused") : tr("Playing")
    add(state, isPaused ? .statusAlarm : .statusBar, on: &canvas)
    let (time, length) = (Self.clock(player.time), Self.clock(player.cast.length))
    add("\(time) / \(length)", .statusBar, on: &canvas)
    add(tr("speed \(Self.text(of: speed))"), .statusQuiet, on: &canvas)
    if player.cast.isCut { add(tr("the last line was cut off"), .statusAlarm, on: &canvas) }
    if isLarger { add(partText, .statusQuiet, on: &canvas) }
    guard let marker = player.marker, !marker.label.isEmpty else { return }
    canvas.writeFitted(
      marker.label, row: row.row, column: column, columns: row.columns - column - 1, .statusBar,
      align: .right)
  }

  /// Which part of the picture is shown, from 1.
  private var partText: String {
    let (origin, size) = (origin, player.screen.size)
    var parts: [String] = []
    if size.rows > room.rows {
      parts.append(
        tr("rows \(origin.row + 1)-\(origin.row + room.rows) of \(size.rows)"))
    }
    if size.columns > room.columns {
      parts.append(
        tr("columns \(origin.column + 1)-\(origin.column + room.columns) of \(size.columns)"))
    }
    return parts.joined(separator: ", ")
  }

  private func drawHelp(on canvas: inout Canvas) {
    let rows = hints.map { ($0.keyText, $0.help.spoken) }
    let width = rows.map { TextWidth.of($0.0) }.max() ?? 0
    let longest = rows.map { TextWidth.of($0.1) }.max() ?? 0
    let dialog = Dialog(
      title: tr("Keys of the replay"), rows: rows.count,
      columns: min(canvas.size.columns - 8, width + 2 + longest))
    let area = dialog.open(on: &canvas, in: room)
    for (place, row) in rows.prefix(area.rows).enumerated() {
      canvas.write(row.0, row: area.row + place, column: area.column, .dialogTitle)
      canvas.writeFitted(
        row.1, row: area.row + place, column: area.column + width + 2,
        columns: area.columns - width - 2, .dialog)
    }
  }

  /// A time as `1:02` or `1:00:03`.
  static func clock(_ time: Duration) -> String {
    let seconds = Int(time.components.seconds)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let rest = two(seconds % 60)
    return seconds < 3_600
      ? "\(seconds / 60):\(rest)" : "\(seconds / 3_600):\(two(seconds / 60 % 60)):\(rest)"
  }

  /// A speed as `2` or `0.25`.
  static func text(of speed: Double) -> String {
    speed == speed.rounded() ? "\(Int(speed))" : "\(speed)"
  }
}
