import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What the live view shows, as a picture and in words.
extension LiveView {
  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    if case .running = context.recorder.power {
      if context.hidesPreview {
        drawSentence(on: &canvas, in: area.droppingBottom(1))
      } else {
        drawTiles(on: &canvas, in: area.droppingBottom(1), context)
      }
      return StatusBar(context: context).draw(on: &canvas, in: area.bottom(1))
    }
    if let picture = startPicture(context) { return picture.draw(on: &canvas, in: area, context) }
    if let picture = writingPicture(context) { return picture.draw(on: &canvas, in: area) }
    drawSentence(LiveView.off, on: &canvas, in: area)
    canvas.cursor = Point(row: area.row, column: area.column)
  }

  package func outline(in context: ScreenContext) -> Outline {
    if case .running = context.recorder.power { return runningOutline(context) }
    return startPicture(context)?.outline(context) ?? writingPicture(context)?.outline()
      ?? Outline(sentences: [LiveView.off])
  }

  private func runningOutline(_ context: ScreenContext) -> Outline {
    var outline = Outline()
    if context.hidesPreview {
      outline.say(LiveView.hidden)
    } else {
      for (place, shown) in tiles(context).enumerated() {
        var item = shown.tile.item
        item.place = place
        item.kind = .row
        item.state = shown.isChosen ? .current : .plain
        outline.add(item, isFocused: shown.isChosen)
      }
    }
    outline.append(StatusBar(context: context).outline(isFocused: outline.focus == nil))
    return outline
  }

  private func startPicture(_ context: ScreenContext) -> StartPicture? {
    guard case .starting(let since, let until) = context.recorder.power else { return nil }
    return StartPicture(percent: context.percent(from: since, to: until))
  }

  private func writingPicture(_ context: ScreenContext) -> WritingPicture? {
    let title = context.profile.identity.model
    switch context.recorder.power {
    case .upgrading(let since, let until, let version):
      return WritingPicture(
        percent: context.percent(from: since, to: until), title: title,
        text: tr("Upgrading to firmware \(version.description)"))
    case .resetting(let since, let until):
      return WritingPicture(
        percent: context.percent(from: since, to: until), title: title,
        text: tr("Resetting to factory state"))
    case .off, .starting, .running: return nil
    }
  }

  private static var off: String {
    tr("The recorder is off. Its power switch is at the back: F3.")
  }

  private static var hidden: String {
    tr("This recorder shows no picture before somebody logs in: Enter.")
  }

  private func drawSentence(
    _ text: String = LiveView.hidden, on canvas: inout Canvas, in area: Rect
  ) {
    canvas.fill(area, .backdrop)
    canvas.writeFitted(
      text, row: area.row + area.rows / 2, column: area.column, columns: area.columns, .quiet,
      align: .centre)
  }

  /// The channels in view; of several, one may be chosen.
  private func tiles(_ context: ScreenContext) -> [(tile: CameraTile, isChosen: Bool)] {
    let layout = effective(context)
    let shown = layout.shown(
      context.profile.channels.count, at: context.now, each: sequenceTime(context))
    return shown.map { channel in
      var tile = CameraTile(live: channel + 1, context)
      if layout.isFull { tile.zoom = layout.zoom }
      return (tile, channel == layout.chosen && !layout.isFull)
    }
  }

  /// The pictures that show, and the one that is chosen or has the screen.
  func wantedPictures(in context: ScreenContext) -> WantedPictures? {
    guard case .running = context.recorder.power, !context.hidesPreview else { return nil }
    let layout = effective(context)
    let shown = layout.shown(
      context.profile.channels.count, at: context.now, each: sequenceTime(context))
    let front = shown.count == 1 ? shown.first : shown.first { $0 == layout.chosen }
    return WantedPictures(channels: shown.map { $0 + 1 }, front: front.map { $0 + 1 })
  }

  private func drawTiles(on canvas: inout Canvas, in area: Rect, _ context: ScreenContext) {
    canvas.fill(area, .text)
    let count = effective(context).count(context.profile.channels.count)
    for (place, shown) in tiles(context).enumerated() {
      let spot = LiveLayout.spot(place, of: count, in: area)
      shown.tile.draw(on: &canvas, in: spot)
      guard shown.isChosen else { continue }
      // The mark before the name tells the chosen one without colour as well.
      canvas.put("▸", row: spot.row, column: spot.column, .accent)
      canvas.cursor = Point(row: spot.row, column: spot.column)
    }
  }
}
