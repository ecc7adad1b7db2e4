/// A stretch of footage of one channel, without a gap.
public struct RecordedSpan: Equatable, Sendable, Codable {
  /// 1, 2, 3 …
  public let channel: Int
  public let start: Timestamp
  /// nil while it is still being recorded.
  public var end: Timestamp?
  /// What it was recorded for.
  public let trigger: RecordingTrigger

  public init(
    channel: Int, start: Timestamp, end: Timestamp?, trigger: RecordingTrigger = .always
  ) {
    self.trigger = trigger
    self.channel = channel
    self.start = start
    self.end = end
  }
}

/// The footage on the disk, oldest first.
public struct Recordings: Equatable, Sendable, Codable {
  public var spans: [RecordedSpan]

  public init(spans: [RecordedSpan]) { self.spans = spans }

  public static let none = Recordings(spans: [])

  /// What is kept between two moments, each span cut to them; `now` ends what is still running.
  public func between(_ start: Timestamp, _ end: Timestamp, now: Timestamp) -> [RecordedSpan] {
    spans.compactMap { span in
      let from = max(span.start, start)
      let to = min(span.end ?? now, end)
      return from < to
        ? RecordedSpan(channel: span.channel, start: from, end: to, trigger: span.trigger)
        : nil
    }
  }

  /// The beginning of the oldest footage.
  public var oldest: Timestamp? { spans.map(\.start).min() }

  /// Whether a channel is being recorded at this moment.
  public func isRunning(channel: Int) -> Bool {
    spans.contains { $0.channel == channel && $0.end == nil }
  }

  mutating func begin(channels: [Int], at time: Timestamp) {
    spans += channels.map { RecordedSpan(channel: $0, start: time, end: nil) }
  }

  /// The footage of a channel that is being recorded.
  func running(channel: Int) -> RecordedSpan? {
    spans.last { $0.channel == channel && $0.end == nil }
  }

  mutating func begin(channel: Int, at time: Timestamp, because trigger: RecordingTrigger) {
    // What a motion keeps from before it does not overlap with what is there already.
    let end = spans.last { $0.channel == channel }?.end
    spans.append(
      RecordedSpan(
        channel: channel, start: max(time, end ?? time), end: nil, trigger: trigger))
  }

  mutating func end(channel: Int, at time: Timestamp) {
    for place in spans.indices where spans[place].channel == channel && spans[place].end == nil {
      spans[place].end = time
    }
  }

  mutating func endAll(at time: Timestamp) {
    for place in spans.indices where spans[place].end == nil { spans[place].end = time }
  }
}
