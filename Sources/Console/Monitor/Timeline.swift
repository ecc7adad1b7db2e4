import RecorderEngine
import TextUI

/// 24 hours of recordings, a line for each channel.
struct Timeline: Widget {
  let day: Timestamp
  let spans: [RecordedSpan]
  let channels: Int
  /// The channel looked at, from 0.
  let current: Int
  /// The moment looked at, in minutes of the day.
  let minute: Int

  private static let label = 7

  /// Draws the day and how much of it is kept.
  func drawHead(on canvas: inout Canvas, in row: Rect) {
    let date = CivilTime(day)
    let used = canvas.write(
      "\(date.weekday) \(date.dateText)", row: row.row, column: row.column, .strong)
    canvas.writeFitted(
      kept,
      row: row.row, column: row.column + used + 2, columns: row.columns - used - 3,
      spans.isEmpty ? .warning : .success, align: .right)
  }

  /// How much is kept: the fullest channel, and how many there are.
  private var kept: String {
    let channels = Set(spans.map(\.channel))
    let longest = channels.map { channel in
      spans.filter { $0.channel == channel }.reduce(Interval.zero) { sum, span in
        sum + ((span.end ?? span.start) - span.start)
      }
    }.max()
    guard let longest else { return "nothing is kept of this day" }
    return "kept: \(longest) on \(channels.count) channels"
  }

  func draw(on canvas: inout Canvas, in area: Rect) {
    let width = area.columns - Timeline.label - 1
    guard width > 10, area.rows > 1 else { return }
    let lines = min(channels, area.rows - 1)
    let first = max(0, min(current - lines + 1, channels - lines))
    for line in 0..<lines {
      drawLine(channel: first + line, row: area.row + line, area, width, on: &canvas)
    }
    let scale = area.row + lines
    for hour in stride(from: 0, through: 24, by: width > 70 ? 2 : 4) {
      let column = area.column + Timeline.label + hour * (width - 1) / 24
      canvas.write("\(hour)", row: scale, column: column, .quiet)
    }
  }

  private func drawLine(
    channel: Int, row: Int, _ area: Rect, _ width: Int, on canvas: inout Canvas
  ) {
    let isCurrent = channel == current
    canvas.write(
      (isCurrent ? "▸" : " ") + "CAM \(channel + 1)", row: row, column: area.column,
      isCurrent ? .accent : .quiet)
    let own = spans.filter { $0.channel == channel + 1 }
    for place in 0..<width {
      let time = day + .minutes(Int64(place * 1_440 / width))
      let isKept = own.contains { $0.start <= time && time < ($0.end ?? time) }
      canvas.put(
        isKept ? "█" : "░", row: row, column: area.column + Timeline.label + place,
        isKept ? .gauge : .gaugeTrack)
    }
    guard isCurrent else { return }
    let mark = area.column + Timeline.label + minute * (width - 1) / 1_439
    canvas.put("┃", row: row, column: mark, .warning)
    canvas.cursor = Point(row: row, column: mark)
    canvas.cursorIsVisible = false
  }
}
