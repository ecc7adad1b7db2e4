import ConsoleData
import RecorderEngine
import TextUI

/// One channel's picture under its head: name, what it records, what moves.
package struct CameraTile: Widget, Outlined {
  package let number: Int
  package let name: String
  package var state: ChannelState
  /// What moves in front of the camera; nil: nothing.
  package var motion: Motion?
  /// Whether the recorder has noticed it.
  package var isNoticed = false
  /// Whether whoever is signed in may see it.
  package var isAllowed = true
  package let scene: Scene?
  /// The recorder's own time.
  package let time: Timestamp
  /// The time around the recorder by which things move; a calm picture's stands for a minute.
  package let motionTime: Timestamp
  package let isRecording: Bool
  package let grain: PictureGrain
  package var settings = PictureSettings()
  /// How many pixels of the picture are one where it comes over a slow line.
  package var coarseness = 1
  /// What was fetched of a real camera; nil: it is a camera of practice.
  package var fetched: PictureStanding?
  /// Where the camera looks.
  package var view = CameraView.home
  /// The part of the picture that shows.
  package var zoom = PictureZoom()
  /// The time that is written into the picture, and the corner it stands in; nil: none.
  package var stamp: (text: String, corner: String)?

  /// Makes one of all that it holds.
  package init(
    number: Int, name: String, state: ChannelState, motion: Motion? = nil, isNoticed: Bool = false,
    isAllowed: Bool = true, scene: Scene?, time: Timestamp, motionTime: Timestamp,
    isRecording: Bool, grain: PictureGrain,
    settings: PictureSettings = PictureSettings(), stamp: (text: String, corner: String)? = nil
  ) {
    self.number = number
    self.name = name
    self.state = state
    self.motion = motion
    self.isNoticed = isNoticed
    self.isAllowed = isAllowed
    self.scene = scene
    self.time = time
    self.motionTime = motionTime
    self.isRecording = isRecording
    self.grain = grain
    self.settings = settings
    self.stamp = stamp
  }

  package func draw(on canvas: inout Canvas, in area: Rect) {
    let inner = area.droppingTop(1)
    guard isAllowed else {
      drawSign(sign ?? "", .warning, on: &canvas, in: inner)
      return drawHead(on: &canvas, in: area)
    }
    switch (state, scene) {
    case (.live, let scene?): drawPicture(of: scene, on: &canvas, in: inner)
    case (.live, nil) where fetched != nil: drawFetched(on: &canvas, in: inner)
    case (.live, nil): canvas.fill(inner, .quiet)
    case (.covered, _): drawCovered(on: &canvas, in: inner)
    case (.noSignal, _): drawNoSignal(on: &canvas, in: inner)
    case (.wrongPassword, _):
      drawSign(sign ?? "", .warning, on: &canvas, in: inner)
    }
    drawHead(on: &canvas, in: area)
    if state.hasPicture { drawStamp(on: &canvas, in: inner) }
  }

  /// What is written in the place of a picture; nil where there is one, or it is black.
  private var sign: String? {
    guard isAllowed else { return tr("no right to see this channel") }
    switch state {
    case .live:
      switch fetched {
      case .never: return tr("no picture is fetched")
      case .awaited: return tr("its picture is on the way …")
      case .failed: return tr("its picture did not come")
      case .shown, nil: return nil
      }
    case .covered: return nil
    case .noSignal: return tr("no signal")
    case .wrongPassword: return tr("wrong user name or password")
    }
  }

  private var head: String { "CAM \(number) \(name)" }

  package func outline() -> Outline { Outline(items: [item]) }

  /// Its head, what stands in the place of a picture, and what is written beside or into it.
  package var item: OutlineItem {
    let state = sign ?? (state == .covered ? tr("covered") : nil)
    let notes = [
      isRecording ? tr("● REC") : nil, isNoticed ? tr("▲ motion") : nil, ageNote,
      self.state.hasPicture && isAllowed ? stamp?.text : nil,
    ].compactMap(\.self)
    return OutlineItem(
      head, .reading, value: state.map { .text($0) },
      note: notes.isEmpty ? nil : notes.joined(separator: " "))
  }

  /// The recorder's time in its corner, where the tile has room for more than that.
  private func drawStamp(on canvas: inout Canvas, in area: Rect) {
    guard let stamp, area.columns >= 24, area.rows >= 4 else { return }
    let text = " \(stamp.text) "
    let row = stamp.corner.hasPrefix("bottom") ? area.endRow - 1 : area.row
    let column =
      stamp.corner.hasSuffix("right") ? area.endColumn - TextWidth.of(text) - 1 : area.column
    canvas.write(text, row: row, column: column, .text)
  }

  /// The plain blue of an input without video, its name in the middle.
  private func drawNoSignal(on canvas: inout Canvas, in area: Rect) {
    guard grain != .shades, !area.isEmpty else {
      return drawSign(sign ?? "", .quiet, on: &canvas, in: area)
    }
    let blue = Ink.picture(ink: 153, paper: 18)
    for row in area.row..<area.endRow {
      canvas.putRun(row: row, column: area.column, count: area.columns) { _ in (" ", blue) }
    }
    let text = "⊘ " + (sign ?? "")
    let column = area.column + max(0, area.columns - TextWidth.of(text)) / 2
    canvas.write(
      text, row: area.row + area.rows / 2, column: column, ink: blue, limit: area.columns)
  }

  /// The black of a lens with something in front of it: what is written into a picture is there.
  private func drawCovered(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, .quiet)
    guard grain != .shades else { return }
    let black = Ink.picture(ink: 0, paper: 16)
    for row in area.row..<area.endRow {
      canvas.putRun(row: row, column: area.column, count: area.columns) { _ in (" ", black) }
    }
  }

  private func drawSign(_ text: String, _ role: Role, on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area, .quiet)
    canvas.writeFitted(
      text, row: area.row + area.rows / 2, column: area.column, columns: area.columns, role,
      align: .centre)
  }

  private func drawHead(on canvas: inout Canvas, in area: Rect) {
    canvas.fill(area.top(1), .text)
    var room = area.columns - 1
    if area.columns > 30 {
      if isRecording {
        room -= 7
        canvas.write(tr("● REC"), row: area.row, column: area.endColumn - 6, .recording)
      }
      if isNoticed {
        room -= 9
        canvas.write(tr("▲ motion"), row: area.row, column: area.endColumn - 15, .motion)
      }
    }
    canvas.writeFitted(
      head, row: area.row, column: area.column + 1, columns: room - 1, .strong)
  }

  private func frame(of scene: Scene) -> Int? {
    motion.flatMap { ScenePainter.frame(of: scene, in: $0, at: motionTime) }
  }

  /// The width in cells from which a picture is painted by parts of a cell as fine as there are.
  private static let fineColumns = 48

  private func drawPicture(of scene: Scene, on canvas: inout Canvas, in area: Rect) {
    guard !area.isEmpty else { return }
    let light = settings.light(at: time.secondOfDay)
    // Quarters of a cell and the details that they bring cost bytes: four tiles at 80 columns would
    // be 7 KB instead of 3, and the first frame later. A picture that has the window gets them.
    let cell = area.columns >= CameraTile.fineColumns ? grain.finest : .half
    let (rows, columns) = (area.rows * cell.rows, area.columns * cell.columns)
    let whole = ScenePainter.picture(
      of: scene, rows: max(1, rows * zoom.level / coarseness),
      columns: max(1, columns * zoom.level / coarseness),
      second: light, beat: Int(motionTime.milliseconds / 1_000), frame: frame(of: scene),
      view: view, cellRows: cell.rows)
    let picture = zoom.part(
      of: settings.applied(to: whole).enlarged(
        toRows: rows * zoom.level, columns: columns * zoom.level),
      rows: rows, columns: columns)
    guard grain != .shades else { return drawShades(of: picture, scene, on: &canvas, in: area) }
    paint(picture, by: cell, on: &canvas, in: area)
  }

  /// The picture of a real camera, and how old it is where that is worth a word.
  private func drawFetched(on canvas: inout Canvas, in area: Rect) {
    guard case .shown(let shown, _) = fetched, !area.isEmpty else {
      return drawSign(sign ?? "", .quiet, on: &canvas, in: area)
    }
    let cell = grain.finest
    let picture = shown.painted(
      rows: area.rows * cell.rows, columns: area.columns * cell.columns,
      pixelShape: cell.pixelShape, zoom: zoom)
    if grain == .shades {
      write(picture.shades(.byLight), on: &canvas, in: area)
    } else {
      paint(picture, by: cell, on: &canvas, in: area)
    }
    guard let note = ageNote else { return }
    canvas.write(" \(note) ", row: area.endRow - 1, column: area.column, .warning)
  }

  /// How old the picture is that shows; nil: as new as pictures are here.
  private var ageNote: String? {
    guard case .shown(_, let age) = fetched, age >= PictureStanding.freshFor else { return nil }
    return tr("\(age.inWholeSeconds) ago")
  }

  private func paint(
    _ picture: Picture, by cell: PictureGrain.Cell, on canvas: inout Canvas, in area: Rect
  ) {
    for row in 0..<min(area.rows, (picture.rows + cell.rows - 1) / cell.rows) {
      canvas.putRun(row: area.row + row, column: area.column, count: area.columns) { column in
        let shown = picture.cell(row, column, of: cell)
        return (shown.glyph, .picture(ink: shown.ink, paper: shown.paper))
      }
    }
  }

  private func write(_ shades: [[Character]], on canvas: inout Canvas, in area: Rect) {
    for (row, marks) in shades.enumerated() where row < area.rows {
      canvas.write(String(marks), row: area.row + row, column: area.column, .text)
    }
  }

  /// Without 256 colours a picture is shades: what it shows stays readable.
  private func drawShades(
    of picture: Picture, _ scene: Scene, on canvas: inout Canvas, in area: Rect
  ) {
    let tones = Tones(of: scene, second: settings.light(at: time.secondOfDay))
    write(picture.shades(tones), on: &canvas, in: area)
  }
}
