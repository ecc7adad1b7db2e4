import ConsoleData
import RecorderEngine
import ScreenKit
import TextUI

/// How much of a day the timeline shows.
enum TimelineZoom: CaseIterable, Sendable {
  case day, quarter, hour

  /// The seconds in view.
  var length: Int {
    switch self {
    case .day: 86_400
    case .quarter: 21_600
    case .hour: 3_600
    }
  }

  /// The seconds that one step goes.
  var step: Int {
    switch self {
    case .day: 1_800
    case .quarter: 300
    case .hour: 30
    }
  }

  var next: TimelineZoom {
    switch self {
    case .day: .quarter
    case .quarter: .hour
    case .hour: .day
    }
  }
}

/// A day of recordings or a part of it, a line for each channel.
struct Timeline: Widget {
  let footage: FootageDay
  let channels: Int
  /// The channel looked at, from 0.
  let current: Int
  /// The moment looked at, in seconds of the day.
  let second: Int
  let zoom: TimelineZoom
  /// The marks of a backup, in seconds of the day.
  let marks: [Int]
  let format: ClockFormat
  /// How fast it plays; nil while it stands.
  let speed: String?
  /// The present second of the day, an edge; nil on a day that is over.
  var now: Int?

  private static let label = 7

  /// The day, and how fast it plays.
  private var day: String {
    let date = CivilTime(footage.day)
    let text = "\(tr(words: date.weekday) as String) \(format.date(date))"
    return speed.map { "\(text)  ▶ \($0)" } ?? text
  }

  /// The day, how much of it is kept, and how much of each channel; the one looked at with its
  /// moment has the keyboard.
  func outline() -> Outline {
    var outline = Outline(sentences: [day, kept])
    for channel in 0..<channels {
      let spans = footage.spans.filter { $0.channel == channel + 1 }
      let length = Timeline.sum(of: spans)
      let isCurrent = channel == current
      var item = OutlineItem(
        "CAM \(channel + 1)", .row, place: channel, state: isCurrent ? .current : .plain,
        value: .text("\(length)"))
      if isCurrent {
        item.note = ([second] + marks).map(clock).joined(separator: ", ")
      }
      outline.add(item, isFocused: isCurrent)
    }
    return outline
  }

  private func clock(_ place: Int) -> String { format.clock(CivilTime(footage.time(at: place))) }

  private static func sum(of spans: [RecordedSpan]) -> Interval {
    spans.reduce(Interval.zero) { sum, span in sum + ((span.end ?? span.start) - span.start) }
  }

  /// Draws the day and how much of it is kept.
  func drawHead(on canvas: inout Canvas, in row: Rect) {
    let used = canvas.write(day, row: row.row, column: row.column, .strong)
    canvas.writeFitted(
      kept,
      row: row.row, column: row.column + used + 2, columns: row.columns - used - 3,
      footage.spans.isEmpty ? .warning : .success, align: .right)
  }

  /// How much is kept: the fullest channel, and how many there are.
  private var kept: String {
    let spans = footage.spans
    let channels = Set(spans.map(\.channel))
    let most = channels.map { channel in
      Timeline.sum(of: spans.filter { $0.channel == channel })
    }.max()
    guard let most else { return tr("nothing is kept of this day") }
    // Nobody looks for a part of a second.
    let longest = Interval.seconds(most.milliseconds / 1_000)
    return channels.count == 1
      ? tr("kept: \(longest) on 1 channel")
      : tr("kept: \(longest) on \(channels.count) channels")
  }

  /// The first second in view: the moment looked at is always in it.
  private var first: Int { second / length * length }

  /// The seconds in view: a whole day may have more than others.
  private var length: Int { zoom == .day ? footage.length : zoom.length }

  func draw(on canvas: inout Canvas, in area: Rect) {
    let width = area.columns - Timeline.label - 1
    guard width > 10, area.rows > 1 else { return }
    let lines = min(channels, area.rows - 1)
    let top = max(0, min(current - lines + 1, channels - lines))
    for line in 0..<lines {
      drawLine(channel: top + line, row: area.row + line, area, width, on: &canvas)
    }
    drawScale(row: area.row + lines, area, width, on: &canvas)
  }

  private func drawScale(row: Int, _ area: Rect, _ width: Int, on canvas: inout Canvas) {
    // Hours and minutes need seven columns each.
    let parts = zoom == .day ? (width > 70 ? 12 : 6) : width >= 44 ? 6 : 3
    for part in 0...parts {
      let time = footage.clock(at: first + length * part / parts)
      let minutes = time / 60 % 60
      let text =
        zoom == .day
        ? "\(time / 3_600)" : "\(time / 3_600):" + (minutes < 10 ? "0" : "") + "\(minutes)"
      let column = area.column + Timeline.label + part * (width - 1) / parts
      canvas.write(text, row: row, column: min(column, area.endColumn - text.count), .quiet)
    }
  }

  private func drawLine(
    channel: Int, row: Int, _ area: Rect, _ width: Int, on canvas: inout Canvas
  ) {
    let isCurrent = channel == current
    canvas.write(
      (isCurrent ? "▸" : " ") + "CAM \(channel + 1)", row: row, column: area.column,
      isCurrent ? .accent : .quiet)
    let own = footage.stretches(of: channel + 1)
    let motions = footage.motions(of: channel + 1)
    var before: RecordingTrigger?
    for place in 0..<width {
      let from = first + place * length / width
      let until = first + (place + 1) * length / width
      let column = area.column + Timeline.label + place
      if let now, from >= now {
        // Nobody knows yet what comes.
        if from < now + length / width {
          canvas.put("▏", row: row, column: column, .accent)
        }
        continue
      }
      // A motion shorter than a cell of the line shows all the same.
      let span = own.last { $0.range.lowerBound < until && $0.range.upperBound > from }
      let isMotion =
        span != nil && motions.contains { $0.lowerBound < until && $0.upperBound > from }
      let kind = isMotion ? .motion : span?.trigger
      var (glyph, role) = Timeline.look(of: kind)
      // What it is stands as a letter where it begins.
      if let letter = Timeline.letter(of: kind), kind != before { glyph = letter }
      before = kind
      canvas.put(glyph, row: row, column: column, role)
    }
    guard isCurrent else { return }
    for mark in marks where (first..<first + length).contains(mark) {
      canvas.put("╻", row: row, column: column(of: mark, area, width), .accent)
    }
    let place = column(of: second, area, width)
    canvas.put("┃", row: row, column: place, .warning)
    canvas.cursor = Point(row: row, column: place)
    canvas.cursorIsVisible = false
  }

  private func column(of second: Int, _ area: Rect, _ width: Int) -> Int {
    area.column + Timeline.label + (second - first) * (width - 1) / max(1, length - 1)
  }

  /// How a recording looks by what it was made for: the glyph says it as well as the colour.
  private static func look(of trigger: RecordingTrigger?) -> (Character, Role) {
    switch trigger {
    // None is as high as its row: the channels stand apart.
    case .always: ("▅", .accent)
    case .schedule: ("▄", .success)
    case .motion: ("▇", .motion)
    case .manual: ("▆", .warning)
    case nil: ("·", .quiet)
    }
  }

  /// What continuous recording is left without: it is what there usually is.
  private static func letter(of trigger: RecordingTrigger?) -> Character? {
    switch trigger {
    case .schedule: "S"
    case .motion: "M"
    case .manual: "H"
    case .always, nil: nil
    }
  }
}
