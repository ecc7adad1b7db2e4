import ConsoleData
import PracticeDesk
import RecorderEngine
import ScreenKit
import TextUI

/// Search recordings: a day, what is kept of it, and the picture of a moment, standing or playing.
package struct Playback: Screen {
  private(set) var day = 0
  private(set) var channel = 0
  private(set) var head = PlaybackHead()
  private(set) var zoom = TimelineZoom.day
  private(set) var found: FootageDay?
  /// The marks of a stretch to be taken away, in seconds of the day.
  private(set) var marks: [Int] = []
  /// Whether it is a page of the menu, which says itself where it stands.
  private let isPage: Bool

  /// From when it plays at once; nil: it waits for somebody to choose.
  private var playsFrom: Timestamp?

  package init(isPage: Bool = false) { self.isPage = isPage }

  /// Plays a channel, 1, 2, 3 …, from a time of the recorder's own clock.
  package init(channel: Int, from time: Timestamp) {
    self.init()
    self.channel = channel - 1
    playsFrom = time
  }

  package let name = "playback"
  package let help = [
    "What the recorder has kept, by day. Enter looks a day up; ← and → go through it, Space plays "
      + "and pauses, + and - change the speed, backwards as well. What was not recorded is passed "
      + "over.",
    "Footage keeps the time that the recorder's clock showed when it was made: putting a wrong "
      + "clock right does not mend it. What the clock showed twice is there twice.",
    "m marks the beginning and the end of a stretch, b writes it to the USB stick: a file that "
      + "plays in a terminal (asciicast).",
    "A camera that turns is shown as it looks at home: footage does not keep where it looked.",
    "A reset of the password leaves recordings alone: here is the proof.",
  ]

  package enum Action: Hashable, Sendable {
    case number, day, search, seek, far, ends, play, speed, event, events, zoom, channel, mark,
      backup,
      back
  }
  package static let map = KeyMap<Action>([
    KeyBinding(keys: [.up, .down], action: .day, label: "Day", help: "Choose a day."),
    KeyBinding(
      keys: [.enter], action: .search, label: "Look up", help: "Looks up what is kept of it."),
    KeyBinding(
      keys: [.left, .right], action: .seek, label: "Seek",
      help: "A step back or on: half an hour, less where the timeline is stretched."),
    KeyBinding(
      keys: [.character(" ")], action: .play, label: "Play",
      help: "Plays from here; again: stands still."),
    KeyBinding(
      keys: [.character("+"), .character("-")], action: .speed, label: "Speed",
      help: "Faster or slower, backwards at the end.", isOnBar: false),
    KeyBinding(
      keys: [.pageUp, .pageDown], action: .far, label: "Far", help: "Ten steps back or on.",
      isOnBar: false),
    KeyBinding(
      keys: [.home, .end], action: .ends, label: "Ends",
      help: "The first or the last moment that is kept of the day.", isOnBar: false),
    KeyBinding(
      keys: [.character(","), .character(".")], action: .event, label: "Event",
      help: "The previous or the next motion, or beginning of a recording.", isOnBar: false),
    KeyBinding(
      keys: [.character("e")], action: .events, label: "Events",
      help: "The events of a day as a list with pictures.", isOnBar: false),
    KeyBinding(
      keys: [.character("z")], action: .zoom, label: "Zoom",
      help: "Stretches the timeline: 24 hours, 6 hours, 1 hour.", isOnBar: false),
    KeyBinding(
      keys: [.tab], action: .channel, label: "Channel", help: "The next channel's picture.",
      isOnBar: false),
    KeyBinding(
      keys: (1...9).map { .character(Character("\($0)")) }, action: .number, label: "Channel",
      help: "The picture of that channel.", isOnBar: false),
    KeyBinding(
      keys: [.character("m")], action: .mark, label: "Mark",
      help: "Marks where a backup begins, and then where it ends."),
    KeyBinding(
      keys: [.character("b")], action: .backup, label: "Backup",
      help: "Writes what lies between the marks to the USB stick."),
    KeyBinding(keys: [.escape], action: .back, label: "Back", help: "Back to the live view."),
  ])

  package func title(in context: ScreenContext) -> Phrase? {
    isPage ? nil : tr("Search recordings")
  }

  package func hints(in context: ScreenContext) -> [KeyHint] {
    Playback.map.hints { $0 == .backup ? whyNoBackup(context) : nil }
  }

  package func nextChange(in context: ScreenContext) -> Timestamp? {
    head.nextChange(at: context.now)
  }

  package mutating func opened(in context: ScreenContext) -> Outcome {
    let start = playsFrom ?? context.deviceTime
    day = PlaybackDays(context).days.firstIndex(of: start.startOfDay) ?? 0
    if playsFrom != nil {
      head.stand(at: start.secondOfDay)
      return .recorder(.searchRecordings(day: start))
    }
    head.stand(at: context.deviceTime.secondOfDay / 1_800 * 1_800 - 1_800)
    return .recorder(.searchRecordings(day: context.deviceTime))
  }

  package mutating func notice(_ event: DeskEvent, in context: ScreenContext) -> Outcome {
    guard case .recorder(.recordings(.found(let day, let spans, let motions))) = event
    else { return .ignored }
    let footage = FootageDay(day: day, spans: spans, motions: motions)
    if day != found?.day || footage.length != found?.length {
      marks = []
      let shown = found.map { $0.clock(at: head.second) } ?? head.second
      head.length = footage.length
      head.stand(at: footage.place(ofClock: shown))
    }
    found = footage
    if playsFrom != nil {
      playsFrom = nil
      zoom = .hour
      head.playOrPause(at: context.now, over: kept)
    }
    return .stay
  }

  /// The seconds of the day that the channel at hand has.
  var kept: [ClosedRange<Int>] {
    found?.seconds(of: channel + 1) ?? []
  }

  /// Where something begins in the channel at hand, in order: a recording, or a motion in it.
  private var events: [Int] {
    Set(kept.map(\.lowerBound) + (found?.motions(of: channel + 1).map(\.lowerBound) ?? []))
      .sorted()
  }

  func position(_ context: ScreenContext) -> Int {
    head.position(at: context.now, over: kept)
  }

  package mutating func handle(_ input: InputEvent, in context: ScreenContext) -> Outcome {
    let days = PlaybackDays(context)
    guard case .key(let key) = input, let action = Playback.map.action(for: key) else {
      return handleList(input, days, context)
    }
    switch action {
    case .day: return handleList(input, days, context)
    case .search:
      head.stand(at: position(context))
      return .recorder(.searchRecordings(day: days.days[min(day, days.days.count - 1)]))
    case .back: return .pop
    case .mark: return mark(context)
    case .backup: return backup(context)
    case .events: return .push(EventSearch())
    case .number:
      guard case .character(let digit) = key, let number = digit.wholeNumberValue,
        context.profile.channels.indices.contains(number - 1)
      else {
        let count = context.profile.channels.count
        return .say(
          .warning(
            count == 1
              ? tr("This recorder has 1 channel.") : tr("This recorder has \(count) channels.")))
      }
      channel = number - 1
    default: move(action, key, context)
    }
    return .stay
  }

  /// The present second of the day that is shown; nil where that day is over.
  func present(_ context: ScreenContext) -> Int? {
    guard let found, found.day == context.deviceTime.startOfDay else { return nil }
    return found.place(ofClock: context.deviceTime.secondOfDay)
  }

  private mutating func move(_ action: Action, _ key: Key, _ context: ScreenContext) {
    let now = position(context)
    // Nothing is there of what is to come.
    let latest = present(context) ?? Int.max
    switch action {
    case .seek: head.stand(at: min(latest, now + (key == .left ? -zoom.step : zoom.step)))
    case .far: head.stand(at: min(latest, now + 10 * (key == .pageUp ? -zoom.step : zoom.step)))
    case .ends:
      head.stand(at: key == .home ? kept.first?.lowerBound ?? 0 : kept.last?.upperBound ?? now)
    case .event:
      let starts = events
      let next =
        key == .character(".") ? starts.first { $0 > now } : starts.last { $0 < now }
      head.stand(at: next ?? now)
    case .play: head.playOrPause(at: context.now, over: kept)
    case .speed:
      head.change(speed: key == .character("+") ? 1 : -1, at: context.now, over: kept)
    case .zoom: zoom = zoom.next
    case .channel: channel = (channel + 1) % max(1, context.profile.channels.count)
    default: break
    }
  }

  private mutating func handleList(
    _ input: InputEvent, _ days: PlaybackDays, _ context: ScreenContext
  ) -> Outcome {
    var list = days.list(of: channel + 1, selected: day, context)
    let outcome = list.handle(
      input, in: layout(context.area, channels: context.profile.channels.count).days)
    day = list.selected
    return outcome == .ignored ? .ignored : .stay
  }

  // MARK: Backup

  private mutating func mark(_ context: ScreenContext) -> Outcome {
    if marks.count == 2 { marks = [] }
    marks.append(position(context))
    marks.sort()
    let marked: Phrase = tr("Marked: \(clock(marks[marks.count - 1], context)).")
    let next: Phrase = tr("b writes the stretch.")
    return .say(Notice(marks.count == 2 ? "\(marked) \(next)" : marked))
  }

  /// What the recorder's clock showed, and which time it was where it showed that more than once.
  func clock(_ place: Int, _ context: ScreenContext) -> String {
    guard let found else { return "" }
    let clock = context.clockFormat.clock(CivilTime(found.time(at: place)))
    return found.turn(at: place).map { "\(clock) (\($0.number)/\($0.of))" } ?? clock
  }

  private func whyNoBackup(_ context: ScreenContext) -> Phrase? {
    guard context.recorder.allows(.backup, channel: channel + 1) else {
      return Words.of(.notAllowed(.backup), at: context.now)
    }
    return marks.count < 2 ? tr("Mark the beginning and the end first: m.") : nil
  }

  private func backup(_ context: ScreenContext) -> Outcome {
    if let why = whyNoBackup(context) { return .say(.warning(why)) }
    guard let found else { return .stay }
    return FootageBackup(footage: found, channel: channel + 1, range: marks[0]...marks[1])
      .begin(in: context)
  }
}
