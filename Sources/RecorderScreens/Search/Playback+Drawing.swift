import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// What a search of recordings shows, as a picture and in words.
extension Playback {
  func layout(
    _ area: Rect, channels: Int
  ) -> (days: Rect, head: Rect, lines: Rect, picture: Rect) {
    let inner = area.inset(by: 1)
    guard inner.columns >= 48 else {
      // A timeline beside the days would be too narrow to read: it stands below them, and a picture
      // has no room.
      let days = inner.top(min(4, inner.rows / 3))
      let rest = inner.droppingTop(days.rows + 1)
      let lines = rest.droppingTop(1)
      return (days, rest.top(1), lines.top(min(channels + 1, lines.rows)), lines.top(0))
    }
    let right = inner.droppingLeft(23)
    // The channels and the scale below them.
    let lines = min(channels + 1, 8, max(4, right.rows / 3))
    return (
      inner.left(21), right.top(1), right.droppingTop(1).top(lines),
      right.droppingTop(lines + 2)
    )
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    canvas.box(area, .border)
    let layout = layout(area, channels: context.profile.channels.count)
    if layout.head.column > layout.days.column {
      canvas.verticalRule(
        row: area.row + 1, column: layout.days.endColumn, rows: area.rows - 2)
    } else {
      canvas.rule(
        row: layout.days.endRow, column: layout.days.column, columns: layout.days.columns)
    }
    PlaybackDays(context).list(of: channel + 1, selected: day, context)
      .draw(on: &canvas, in: layout.days)
    guard let found else {
      canvas.write(
        Playback.invitation, row: layout.head.row, column: layout.head.column, .quiet)
      return
    }
    let timeline = timeline(of: found, context)
    timeline.drawHead(on: &canvas, in: layout.head)
    timeline.draw(on: &canvas, in: layout.lines)
    guard layout.picture.rows > 4 else { return }
    tile(of: found, context)?.draw(on: &canvas, in: layout.picture)
  }

  package func outline(in context: ScreenContext) -> Outline {
    var days = PlaybackDays(context).list(of: channel + 1, selected: day, context)
    guard let found else {
      var outline = days.outline()
      outline.say(Playback.invitation)
      return outline
    }
    days.isFocused = false
    var outline = days.outline()
    outline.append(timeline(of: found, context).outline())
    let picture = layout(context.area, channels: context.profile.channels.count).picture
    if picture.rows > 4, let tile = tile(of: found, context) { outline.add(tile.item) }
    return outline
  }

  private static var invitation: String { tr("Enter looks the day up.") }

  private func timeline(of footage: FootageDay, _ context: ScreenContext) -> Timeline {
    Timeline(
      footage: footage, channels: context.profile.channels.count,
      current: channel, second: position(context), zoom: zoom, marks: marks,
      format: context.clockFormat,
      speed: head.isPlaying ? head.speedText : nil, now: present(context))
  }

  private func state(of footage: FootageDay, at second: Int) -> ChannelState {
    guard kept.contains(where: { $0.contains(second) }) else { return .noSignal }
    return footage.isCovered(at: second, channel: channel + 1) ? .covered : .live
  }

  /// The picture of the moment.
  private func tile(of footage: FootageDay, _ context: ScreenContext) -> CameraTile? {
    guard context.profile.channels.indices.contains(channel) else { return nil }
    let second = position(context)
    let time = footage.time(at: second)
    let isKept = kept.contains { $0.contains(second) }
    let profile = context.profile.channels[channel]
    let trueTime = footage.trueTime(at: second, channel: channel + 1) ?? time
    let motion = context.recorder.motion(at: channel + 1, now: trueTime)
    return CameraTile(
      number: channel + 1,
      name: "\(profile.name) · \(clock(second, context))",
      state: state(of: footage, at: second), motion: motion,
      isNoticed: isKept && footage.motions(of: channel + 1).contains { $0.contains(second) },
      scene: isKept ? profile.scene.flatMap { context.assets.scenes[$0] } : nil,
      time: time, motionTime: trueTime, isRecording: false, grain: context.pictureGrain,
      settings: PictureSettings(context.recorder.settings, channel: channel + 1, at: time))
  }
}
