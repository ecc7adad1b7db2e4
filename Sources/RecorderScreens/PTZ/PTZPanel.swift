import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// Where a camera that turns looks, how fast it goes, and its presets.
struct PTZPanel: Widget, Outlined {
  /// What the next digit does.
  enum Digit: Equatable, Sendable { case goTo, save, remove }

  /// nil: nobody knows how far it goes.
  let camera: PTZProfile?
  let view: CameraView
  let presets: [CameraPreset]
  let speed: CameraSpeed
  let digit: Digit
  /// Whether nothing answered the last time.
  let isSilent: Bool

  /// How wide the panel is, its border included.
  static func columns(in area: Rect) -> Int {
    min(area.columns, area.columns >= 120 ? 34 : area.columns >= 76 ? 25 : 21)
  }

  func draw(on canvas: inout Canvas, in area: Rect) {
    canvas.raise(area)
    canvas.box(area, .border, title: tr("PTZ"))
    var rest = area.inset(rows: 1, columns: 2)
    func next(_ rows: Int) -> Rect {
      defer { rest = rest.droppingTop(rows + 1) }
      return rest.top(min(rest.rows, rows))
    }
    // In the proportions of what it stands for, as far as the presets leave room.
    let below = 10
    let mapRows = min(rest.columns / 3, rest.rows - below)
    if mapRows >= 3 { drawMap(on: &canvas, in: next(mapRows)) }
    if rest.rows >= below + 3 { drawPad(on: &canvas, in: next(3)) }
    drawScales(on: &canvas, in: next(2))
    drawPresets(on: &canvas, in: next(3))
    let (text, role) = task
    canvas.writeWrapped(text, in: next(3), role)
  }

  private static var silence: String { tr("Nothing answers.") }

  /// How many times nearer than at home: `2.5x`.
  private var times: String { "\(view.zoom / 100).\(view.zoom / 10 % 10)x" }

  /// Zoom, speed, the presets, what is to be done; where it looks is a picture.
  func outline() -> Outline {
    var outline = Outline(title: tr("PTZ"))
    if isSilent { outline.say(PTZPanel.silence) }
    outline.add(OutlineItem(tr("Zoom"), .reading, value: .text(times)))
    outline.add(OutlineItem(tr("Speed"), .reading, value: .text(PTZPanel.name(of: speed))))
    outline.add(OutlineItem(tr("Presets"), .heading))
    for number in numbers {
      let preset = presets.first { $0.number == number }
      outline.add(
        OutlineItem(
          "\(number)", .reading,
          state: preset == nil ? .off : preset?.view == view ? .current : .on))
    }
    outline.say(task.0)
    return outline
  }

  // MARK: Where it looks

  private func drawMap(on canvas: inout Canvas, in area: Rect) {
    if isSilent {
      canvas.writeWrapped(PTZPanel.silence, in: area, .warning)
      canvas.cursor = Point(row: area.row, column: area.column)
      return
    }
    canvas.box(area, .border)
    let inner = area.inset(by: 1)
    guard let camera, !inner.isEmpty else { return }
    let across = stretch(
      view.pan, in: camera.pan, of: inner.columns)
    let down = stretch(view.tilt, in: camera.tilt, of: inner.rows)
    let home = Point(
      row: inner.row + middle(of: camera.tilt, in: inner.rows),
      column: inner.column + middle(of: camera.pan, in: inner.columns))
    canvas.put("+", row: home.row, column: home.column, .dialogQuiet)
    for row in down {
      for column in across {
        canvas.put("▒", row: inner.row + row, column: inner.column + column, .gauge)
      }
    }
    canvas.cursor = Point(
      row: inner.row + (down.lowerBound + down.upperBound - 1) / 2,
      column: inner.column + (across.lowerBound + across.upperBound - 1) / 2)
  }

  /// The cells that the view covers of those that stand for all that the camera can see.
  private func stretch(_ place: Int, in range: ClosedRange<Int>, of cells: Int) -> Range<Int> {
    let half = 500 * 100 / max(1, view.zoom)
    let whole = range.upperBound - range.lowerBound + 1_000
    let start = (place - half - range.lowerBound + 500) * cells / whole
    let end = (place + half - range.lowerBound + 500) * cells / whole
    let first = min(cells - 1, max(0, start))
    return first..<min(cells, max(first + 1, end))
  }

  private func middle(of range: ClosedRange<Int>, in cells: Int) -> Int {
    (500 - range.lowerBound) * cells / (range.upperBound - range.lowerBound + 1_000)
  }

  /// The arrows as they lie on a remote control; one that leads no further is dim.
  private func drawPad(on canvas: inout Canvas, in area: Rect) {
    let middle = Point(row: area.row + 1, column: area.column + area.columns / 2)
    let arrows: [(CameraMove, Character, Int, Int)] = [
      (.up, "▲", -1, 0), (.down, "▼", 1, 0), (.left, "◀", 0, -4), (.right, "▶", 0, 4),
      (.zoomIn, "+", -1, 8), (.zoomOut, "-", 1, 8),
    ]
    for (move, glyph, row, column) in arrows {
      let leads = camera.map { $0.view(after: move, speed, from: view) != view } ?? true
      canvas.put(
        glyph, row: middle.row + row, column: middle.column + column,
        leads ? .accent : .dialogQuiet)
    }
    canvas.put("h", row: middle.row, column: middle.column, .dialog)
  }

  // MARK: Zoom, speed, presets

  private func drawScales(on canvas: inout Canvas, in area: Rect) {
    guard area.rows == 2 else { return }
    let labels = [tr("Zoom"), tr("Speed")]
    let column = area.column + (labels.map { TextWidth.of($0) }.max() ?? 0) + 1
    for (place, label) in labels.enumerated() {
      canvas.write(label, row: area.row + place, column: area.column, .dialogQuiet)
    }
    let most = camera?.zoom ?? view.zoom
    let fraction = Double(view.zoom - 100) / Double(max(1, most - 100))
    let width = max(0, area.endColumn - column - TextWidth.of(times) - 1)
    ProgressBar(fraction: fraction).draw(
      on: &canvas, in: Rect(row: area.row, column: column, rows: 1, columns: width))
    canvas.write(times, row: area.row, column: area.endColumn - TextWidth.of(times), .dialog)
    let place = CameraSpeed.allCases.firstIndex(of: speed) ?? 0
    let dots = CameraSpeed.allCases.indices.map { $0 <= place ? "●" : "○" }.joined()
    canvas.write(
      "\(dots) \(PTZPanel.name(of: speed))", row: area.row + 1, column: column, .dialog)
  }

  private static func name(of speed: CameraSpeed) -> String {
    switch speed {
    case .slow: tr("slow")
    case .normal: tr("normal")
    case .fast: tr("fast")
    }
  }

  /// The digits with a mark below those that are saved.
  private func drawPresets(on canvas: inout Canvas, in area: Rect) {
    guard area.rows == 3 else { return }
    canvas.write(tr("Presets"), row: area.row, column: area.column, .heading)
    let step = area.columns >= 26 ? 3 : 2
    for number in numbers {
      let column = area.column + (number - 1) * step
      let preset = presets.first { $0.number == number }
      let isHere = preset?.view == view
      canvas.write(
        "\(number)", row: area.row + 1, column: column, preset == nil ? .dialogQuiet : .dialog)
      canvas.put(
        preset == nil ? "·" : isHere ? "◉" : "●", row: area.row + 2, column: column,
        preset == nil ? .dialogQuiet : isHere ? .accent : .ledOn)
    }
  }

  private var numbers: ClosedRange<Int> { 1...(camera?.presets ?? 9) }

  /// What is to be done.
  private var task: (String, Role) {
    switch digit {
    case .save: (tr("Save as: press a digit."), .accent)
    case .remove: (tr("Delete: press a digit."), .accent)
    case .goTo:
      presets.isEmpty
        ? (tr("s and a digit keeps this view."), .dialogQuiet) : ("", .dialogQuiet)
    }
  }
}
