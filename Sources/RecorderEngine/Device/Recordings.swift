/// A stretch of footage of one channel, without a gap.
public struct RecordedSpan: Equatable, Sendable, Codable {
  /// 1, 2, 3 …
  public let channel: Int
  public let start: Timestamp
  /// nil while it is still being recorded.
  public var end: Timestamp?
  /// What it was recorded for.
  public let trigger: RecordingTrigger
  /// How much of the disk it fills, in thousandths of what the profile says of a channel.
  public let weight: Int

  /// What footage weighs as the recorder comes from the factory.
  public static let plainWeight = 1_000

  public init(
    channel: Int, start: Timestamp, end: Timestamp?, trigger: RecordingTrigger = .always,
    weight: Int = RecordedSpan.plainWeight
  ) {
    self.weight = weight
    self.trigger = trigger
    self.channel = channel
    self.start = start
    self.end = end
  }

  /// The same footage between other moments.
  func cut(from start: Timestamp, to end: Timestamp?) -> RecordedSpan {
    RecordedSpan(channel: channel, start: start, end: end, trigger: trigger, weight: weight)
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
      return from < to ? span.cut(from: from, to: to) : nil
    }
  }

  /// The beginning of the oldest footage.
  public var oldest: Timestamp? { spans.map(\.start).min() }

  /// Whether a channel is being recorded at this moment.
  public func isRunning(channel: Int) -> Bool {
    spans.contains { $0.channel == channel && $0.end == nil }
  }

  /// The footage of a channel that is being recorded.
  func running(channel: Int) -> RecordedSpan? {
    spans.last { $0.channel == channel && $0.end == nil }
  }

  mutating func begin(
    channel: Int, at time: Timestamp, because trigger: RecordingTrigger, weight: Int
  ) {
    // What a motion keeps from before it does not overlap with what is there already.
    let end = spans.last { $0.channel == channel }?.end
    spans.append(
      RecordedSpan(
        channel: channel, start: max(time, end ?? time), end: nil, trigger: trigger,
        weight: weight))
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
