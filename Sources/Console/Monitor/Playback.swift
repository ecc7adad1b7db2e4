import PracticeDesk
import RecorderEngine
import TextUI

/// Search recordings: a day, what is kept of it, and the picture of a moment.
struct Playback: Screen {
  private var day = 0
  private var channel = 0
  /// The moment looked at, in minutes of the day.
  private var minute = 12 * 60
  private var found: (day: Timestamp, spans: [RecordedSpan])?

  /// Whether it is a page of the menu, which says itself where it stands.
  private let isPage: Bool

  init(isPage: Bool = false) { self.isPage = isPage }

  let name = "playback"
  let help = [
    "What the recorder has kept, by day. Enter looks a day up; ← and → go through the day by half "
      + "an hour, Tab shows the next channel.",
    "A reset of the password leaves recordings alone: here is the proof.",
  ]

  enum Action: Hashable, Sendable { case day, search, seek, channel, back }
  static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .day, label: "Day", help: "Choose a day."),
    KeyBinding(
      keys: [.enter], action: .search, label: "Look up", help: "Looks up what is kept of it."),
    KeyBinding(
      keys: [.left, .right], action: .seek, label: "Seek",
      help: "Half an hour back, or on."),
    KeyBinding(
      keys: [.tab], action: .channel, label: "Channel", help: "The next channel's picture."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the live view."),
  ])

  func title(in context: ScreenContext) -> String? {
    isPage ? nil : tr("Search recordings")
  }
  func hints(in context: ScreenContext) -> [KeyHint] { Playback.map.hints() }

  /// The days from today back to the oldest recording, by the recorder's own clock.
  private func days(_ context: ScreenContext) -> [Timestamp] {
    let today = context.deviceTime.startOfDay
    let oldest = context.recorder.recordings.oldest?.startOfDay ?? today
    let count = max(0, min(366, (today - oldest).milliseconds / 86_400_000))
    return (0...count).map { today - .days($0) }
  }

  mutating func opened(in context: ScreenContext) -> Outcome {
    minute = max(0, context.deviceTime.secondOfDay / 60 / 30 * 30 - 30)
    return .recorder(.searchRecordings(day: context.deviceTime))
  }

  mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .recorder(.recordingsFound(let day, let spans)) = event else { return .ignored }
    found = (day, spans)
    return .stay
  }

  mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    let days = days(context)
    guard case .key(let key) = input, let action = Playback.map.action(for: key) else {
      return handleList(input, days, context)
    }
    switch action {
    case .day: return handleList(input, days, context)
    case .search:
      return .recorder(.searchRecordings(day: days[min(day, days.count - 1)]))
    case .seek: minute = min(1_439, max(0, minute + (key == .left ? -30 : 30)))
    case .channel: channel = (channel + 1) % max(1, context.profile.channels.count)
    case .back: return .pop
    }
    return .stay
  }

  private mutating func handleList(
    _ input: InputEvent, _ days: [Timestamp], _ context: ScreenContext
  ) -> Outcome {
    var list = list(days, context)
    let outcome = list.handle(input, in: layout(context.area).days)
    day = list.selected
    return outcome == .ignored ? .ignored : .stay
  }

  private func list(_ days: [Timestamp], _ context: ScreenContext) -> ListView {
    let format = context.clockFormat
    let rows = days.map { time in
      let date = CivilTime(time)
      return ListRow(["\(tr(words: date.weekday)) \(format.date(date))"], role: .text)
    }
    return ListView(columns: [ListColumn("Day")], rows: rows, selected: day)
  }

  private func layout(_ area: Rect) -> (days: Rect, head: Rect, lines: Rect, picture: Rect) {
    let inner = area.inset(by: 1)
    let right = inner.droppingLeft(21)
    let lines = min(8, max(4, right.rows / 3))
    return (
      inner.left(19), right.top(1), right.droppingTop(1).top(lines),
      right.droppingTop(lines + 2)
    )
  }

  func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    canvas.box(area, .border)
    let layout = layout(area)
    canvas.verticalRule(
      row: area.row + 1, column: layout.days.endColumn, rows: area.rows - 2)
    list(days(context), context).draw(on: &canvas, in: layout.days)
    guard let found else {
      canvas.write(
        "Enter looks the day up.", row: layout.head.row, column: layout.head.column, .quiet)
      return
    }
    let timeline = Timeline(
      day: found.day, spans: found.spans, channels: context.profile.channels.count,
      current: channel, minute: minute)
    timeline.drawHead(on: &canvas, in: layout.head)
    timeline.draw(on: &canvas, in: layout.lines)
    drawPicture(of: found.day, found.spans, on: &canvas, in: layout.picture, context)
  }

  private func drawPicture(
    of day: Timestamp, _ spans: [RecordedSpan], on canvas: inout Canvas, in area: Rect,
    _ context: ScreenContext
  ) {
    guard area.rows > 4, context.profile.channels.indices.contains(channel) else { return }
    let time = day + .minutes(Int64(minute))
    let isKept = spans.contains {
      $0.channel == channel + 1 && $0.start <= time && time < ($0.end ?? context.now)
    }
    let profile = context.profile.channels[channel]
    CameraTile(
      number: channel + 1,
      name: "\(profile.name) · \(CivilTime(time).clockText)",
      state: isKept ? .live : .noSignal,
      scene: isKept ? profile.scene.flatMap { context.assets.scenes[$0] } : nil,
      time: time, isRecording: false, isCalm: context.isCalm, depth: context.depth
    ).draw(on: &canvas, in: area)
  }
}
