import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Search events: a day's motions and alarms as a list, with the pictures of the next ones beside it.
package struct EventSearch: Screen {
  /// How many days before today.
  private var daysAgo: Int64 = 0
  /// 0 stands for every channel.
  private var channel = 0
  private var filter = EventFilter.all
  private var footage: FootageDay?
  private var events: [FootageEvent] = []
  private var selected = 0
  /// How many seconds before an event it is played from.
  private static let lead = 5

  package init() {}

  package let name = "event-search"
  package let help = [
    "What moved or went wrong in front of the cameras on a day, newest first, with the pictures of "
      + "what is chosen and what comes after it. Enter plays it, from five seconds before.",
    "← and → choose the day, Tab the channel, k the kind of event.",
  ]

  package enum Action: Hashable, Sendable { case choose, day, channel, kind, play, back }
  package static let map = KeyMap<Action>([
    KeyBinding(
      keys: [.up, .down, .pageUp, .pageDown, .home, .end], action: .choose, label: "Choose",
      help: "Choose an event."),
    KeyBinding(keys: [.enter], action: .play, label: "Play", help: "Plays from just before it."),
    KeyBinding(
      keys: [.left, .right], action: .day, label: "Day", help: "The day before, the day after."),
    KeyBinding(
      keys: [.tab], action: .channel, label: "Channel", help: "All channels, or one after another."),
    KeyBinding(
      keys: [.character("k")], action: .kind, label: "Kind",
      help: "All events, motion, alarms, or what was recorded by hand."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to where you were."),
  ])

  package func title(in context: ScreenContext) -> Phrase? { tr("Search events") }
  package func hints(in context: ScreenContext) -> [KeyHint] {
    EventSearch.map.hints { $0 == .play && shown.isEmpty ? tr("There is no event to play.") : nil }
  }

  private func day(_ context: ScreenContext) -> Timestamp {
    context.deviceTime.startOfDay - .days(daysAgo)
  }

  package mutating func opened(in context: ScreenContext) -> Outcome {
    .recorder(.searchRecordings(day: day(context)))
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .recorder(.recordings(.found(let day, let spans, let motions))) = event,
      day == self.day(context)
    else { return .ignored }
    let found = FootageDay(day: day, spans: spans, motions: motions)
    footage = found
    let log = LogBook(of: context.recorder, now: context.now).log
    events = found.events(channels: context.profile.channels.count, alarms: log.entries)
      .filter { context.recorder.allows(.playback, channel: $0.channel) }.reversed()
    selected = 0
    return .stay
  }

  /// The events that are listed, newest first.
  private var shown: [FootageEvent] {
    events.filter { (channel == 0 || $0.channel == channel) && filter.takes($0.kind) }
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    if case .key(let key) = input {
      switch EventSearch.map.action(for: key) {
      case .back: return .pop
      case .play: return play(context)
      case .day: return go(to: daysAgo + (key == .left ? 1 : -1), context)
      case .channel:
        channel = (channel + 1) % (context.profile.channels.count + 1)
        selected = 0
        return .stay
      case .kind:
        filter = filter.next
        selected = 0
        return .stay
      case .choose, nil: break
      }
    }
    var list = list(context)
    let outcome = list.handle(input, in: layout(context.area).list)
    selected = list.selected
    if case .activated = outcome { return play(context) }
    return outcome == .ignored ? .ignored : .stay
  }

  private mutating func go(to days: Int64, _ context: ScreenContext) -> Outcome {
    guard days >= 0 else { return .say(Notice(tr("This is today: nothing is kept of tomorrow."))) }
    let oldest = context.recorder.recordings.oldestShown ?? context.deviceTime
    guard context.deviceTime.startOfDay - .days(days) >= oldest.startOfDay else {
      return .say(Notice(tr("Nothing older is kept.")))
    }
    daysAgo = days
    events = []
    footage = nil
    return .recorder(.searchRecordings(day: day(context)))
  }

  private func play(_ context: ScreenContext) -> Outcome {
    guard let footage, shown.indices.contains(selected) else {
      return .say(.warning(tr("There is no event to play.")))
    }
    let event = shown[selected]
    let from = footage.time(at: max(0, event.second - EventSearch.lead))
    return .push(Playback(channel: event.channel, from: from))
  }

  // MARK: Drawing

  package func searchedList(in context: ScreenContext) -> ListView? { list(context) }

  private func list(_ context: ScreenContext) -> ListView {
    let format = context.clockFormat
    let width = TextWidth.of(format.clock(CivilTime(context.deviceTime)))
    let rows = shown.map { event in
      ListRow(
        [
          footage.map { format.clock(CivilTime($0.time(at: event.second))) } ?? "",
          "\(event.channel)", event.kind.title.spoken, event.length.map { "\($0) s" } ?? "",
        ], role: event.kind.role)
    }
    var list = ListView(
      columns: [
        ListColumn(tr("Time"), width: .fixed(width)), ListColumn("CAM", width: .fixed(3)),
        ListColumn(tr("Event")), ListColumn("", width: .fixed(6), align: .right),
      ], rows: rows, selected: min(selected, max(0, rows.count - 1)),
      emptyText: footage == nil ? tr("Looking …") : tr("Nothing of this kind on this day."))
    list.isFocused = context.hasFocus
    return list
  }

  private func layout(_ area: Rect) -> (head: Rect, list: Rect, pictures: Rect) {
    let inner = area.inset(by: 1)
    let below = inner.droppingTop(2)
    let width = min(40, max(34, inner.columns / 2 - 2))
    return (inner.top(1), below.left(width), below.droppingLeft(width + 2))
  }

  package func draw(on canvas: inout Canvas, in area: Rect, context: ScreenContext) {
    canvas.fill(area, .text)
    canvas.box(area, .border)
    let layout = layout(area)
    drawHead(on: &canvas, in: layout.head, context)
    list(context).draw(on: &canvas, in: layout.list)
    drawPictures(on: &canvas, in: layout.pictures, context)
  }

  private func heads(_ context: ScreenContext) -> (day: String, shown: String) {
    let date = CivilTime(day(context))
    let name = channel == 0 ? tr("all channels") : "CAM \(channel) \(context.channelName(channel))"
    return (
      "◂ \(tr(words: date.weekday) as String) \(context.clockFormat.date(date)) ▸",
      "\(name) · \(filter.title.spoken) · \(shown.count)"
    )
  }

  private func drawHead(on canvas: inout Canvas, in row: Rect, _ context: ScreenContext) {
    let heads = heads(context)
    let used = canvas.write(heads.day, row: row.row, column: row.column, .strong)
    canvas.writeFitted(
      heads.shown, row: row.row, column: row.column + used + 2, columns: row.columns - used - 2,
      .quiet, align: .right)
  }

  package func outline(in context: ScreenContext) -> Outline {
    let heads = heads(context)
    var outline = Outline(sentences: [heads.day, heads.shown])
    outline.append(list(context).outline())
    for (tile, _) in pictures(in: layout(context.area).pictures, context) {
      outline.add(tile.item)
    }
    return outline
  }

  private func drawPictures(on canvas: inout Canvas, in area: Rect, _ context: ScreenContext) {
    for (place, picture) in pictures(in: area, context).enumerated() {
      let spot = picture.spot
      picture.tile.draw(on: &canvas, in: spot)
      if place == 0 { canvas.put("▸", row: spot.row, column: spot.column, .accent) }
    }
  }

  /// As many pictures as there is room for, the chosen event's first; each as wide as it can be read.
  private func pictures(
    in area: Rect, _ context: ScreenContext
  ) -> [(tile: CameraTile, spot: Rect)] {
    guard let footage, area.columns >= 16, area.rows >= 5 else { return [] }
    let across = max(1, area.columns / 26)
    let down = max(1, area.rows / 8)
    let width = (area.columns - across + 1) / across
    let height = area.rows / down
    return shown.dropFirst(selected).prefix(across * down).enumerated().map { place, event in
      let spot = Rect(
        row: area.row + place / across * height, column: area.column + place % across * (width + 1),
        rows: height - (down > 1 ? 1 : 0), columns: width)
      return (tile(event, footage, context), spot)
    }
  }

  /// The middle of a motion says more than its beginning.
  private func tile(
    _ event: FootageEvent, _ footage: FootageDay, _ context: ScreenContext
  ) -> CameraTile {
    let second = event.second + (event.length ?? 0) / 2
    let profile = context.profile.channels[event.channel - 1]
    let time = footage.time(at: second)
    let trueTime = footage.trueTime(at: second, channel: event.channel)
    let state: ChannelState =
      trueTime == nil
      ? .noSignal : footage.isCovered(at: second, channel: event.channel) ? .covered : .live
    return CameraTile(
      number: event.channel,
      name: context.clockFormat.clock(CivilTime(footage.time(at: event.second))), state: state,
      motion: trueTime.flatMap { context.recorder.motion(at: event.channel, now: $0) },
      scene: profile.scene.flatMap { context.assets.scenes[$0] }, time: time,
      motionTime: trueTime ?? time, isRecording: false, grain: context.pictureGrain,
      settings: PictureSettings(context.recorder.settings, channel: event.channel, at: time))
  }
}
