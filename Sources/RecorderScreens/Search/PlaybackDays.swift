import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// The days that can be looked up, newest first, and what each has of a channel.
struct PlaybackDays {
  /// The midnights of the recorder's own clock.
  let days: [Timestamp]
  /// The most days that are listed.
  private static let most = 366

  /// The days from today back to the oldest recording, by what the recorder's clock showed; with
  /// footage of a clock that was far off, only today and the days that have any.
  init(_ context: ScreenContext) {
    let today = context.deviceTime.startOfDay
    let kept = context.recorder.recordings.shownDays(now: context.now)
    let (oldest, newest) = (min(today, kept.min() ?? today), max(today, kept.max() ?? today))
    let count = (newest - oldest).milliseconds / 86_400_000
    days =
      count <= PlaybackDays.most
      ? (0...count).map { newest - .days($0) }
      : Array(kept.union([today]).sorted(by: >).prefix(PlaybackDays.most))
  }

  /// The list of the days, with what they have of channel 1, 2, 3 ….
  func list(of channel: Int, selected: Int, _ context: ScreenContext) -> ListView {
    let format = context.clockFormat
    let rows = zip(days, marks(of: channel, context)).map { time, mark in
      let date = CivilTime(time)
      return ListRow(
        ["\(tr(words: date.weekday)) \(format.date(date))", mark],
        role: mark == " " ? .quiet : .text)
    }
    return ListView(
      columns: [ListColumn(tr("Day"), width: .fixed(14)), ListColumn("", width: .fixed(1))],
      rows: rows, selected: selected)
  }

  /// What each day has of a channel: ● footage, ▲ of a motion as well.
  private func marks(of channel: Int, _ context: ScreenContext) -> [String] {
    guard context.recorder.allows(.playback, channel: channel) else {
      return days.map { _ in " " }
    }
    let own = context.recorder.recordings.spans.filter { $0.channel == channel }
    let plain = Recordings(spans: own).shownDays(now: context.now)
    return days.map { day in
      guard plain.contains(day) else { return " " }
      return context.recorder.hasMotion(at: channel, onShown: day, now: context.now) ? "▲" : "●"
    }
  }
}
