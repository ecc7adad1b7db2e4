/// A stretch of footage of one channel, without a gap.
public struct RecordedSpan: Equatable, Sendable, Codable {
  /// 1, 2, 3 …
  public let channel: Int
  /// When it began, by the time around the recorder.
  public let start: Timestamp
  /// nil while it is still being recorded.
  public var end: Timestamp?
  /// What it was recorded for.
  public let trigger: RecordingTrigger
  /// How much of the disk it fills, in thousandths of what the profile says of a channel.
  public let weight: Int

  /// How far the recorder's clock was from the time around it. Footage keeps the time that the
  /// clock showed when it was made, whatever the clock shows later.
  public let clockOffset: Interval

  /// Where it was kept for motion alone, what was kept around each: there is no more of it than
  /// that. nil: all of it is there.
  public let margins: MotionMargins?

  /// Whether something was in front of the lens: all of it is black.
  public let isCovered: Bool

  /// What footage weighs as the recorder comes from the factory.
  public static let plainWeight = 1_000

  /// Makes a span; `end` is nil while it is still being recorded.
  public init(
    channel: Int, start: Timestamp, end: Timestamp?, trigger: RecordingTrigger = .always,
    weight: Int = RecordedSpan.plainWeight, clockOffset: Interval = .zero,
    margins: MotionMargins? = nil, isCovered: Bool = false
  ) {
    self.isCovered = isCovered
    self.margins = margins
    self.clockOffset = clockOffset
    self.weight = weight
    self.trigger = trigger
    self.channel = channel
    self.start = start
    self.end = end
  }

  /// What the recorder's clock showed when it began.
  public var shownStart: Timestamp { start + clockOffset }

  /// What the recorder's clock showed when it ended; `now` ends what is still running.
  public func shownEnd(at now: Timestamp) -> Timestamp { (end ?? now) + clockOffset }

  /// This footage between other moments.
  func cut(from start: Timestamp, to end: Timestamp?) -> RecordedSpan {
    RecordedSpan(
      channel: channel, start: start, end: end, trigger: trigger, weight: weight,
      clockOffset: clockOffset, margins: margins, isCovered: isCovered)
  }

  /// This footage made under a clock that was off by so much.
  func shown(with clockOffset: Interval) -> RecordedSpan {
    RecordedSpan(
      channel: channel, start: start, end: end, trigger: trigger, weight: weight,
      clockOffset: clockOffset, margins: margins, isCovered: isCovered)
  }

  /// This footage where all of it is there.
  var withoutMargins: RecordedSpan {
    RecordedSpan(
      channel: channel, start: start, end: end, trigger: trigger, weight: weight,
      clockOffset: clockOffset, isCovered: isCovered)
  }

  private enum CodingKeys: CodingKey {
    case channel, start, end, trigger, weight, clockOffset, margins, isCovered
  }

  /// Reads a span; one that was kept without a clock offset has none.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    channel = try container.decode(Int.self, forKey: .channel)
    start = try container.decode(Timestamp.self, forKey: .start)
    end = try container.decodeIfPresent(Timestamp.self, forKey: .end)
    trigger = try container.decode(RecordingTrigger.self, forKey: .trigger)
    weight = try container.decode(Int.self, forKey: .weight)
    clockOffset = try container.decodeIfPresent(Interval.self, forKey: .clockOffset) ?? .zero
    isCovered = try container.decodeIfPresent(Bool.self, forKey: .isCovered) ?? false
    margins = try container.decodeIfPresent(MotionMargins.self, forKey: .margins)
  }

  /// Writes the span; no clock offset is left out.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(channel, forKey: .channel)
    try container.encode(start, forKey: .start)
    try container.encodeIfPresent(end, forKey: .end)
    try container.encode(trigger, forKey: .trigger)
    try container.encode(weight, forKey: .weight)
    if clockOffset != .zero { try container.encode(clockOffset, forKey: .clockOffset) }
    try container.encodeIfPresent(margins, forKey: .margins)
    if isCovered { try container.encode(isCovered, forKey: .isCovered) }
  }
}

/// The footage on the disk, oldest first.
public struct Recordings: Equatable, Sendable, Codable {
  /// Every stretch of every channel, oldest first.
  public var spans: [RecordedSpan]
  /// The channels that somebody at the recorder has recorded by hand until they say otherwise or the
  /// power goes, in order.
  public internal(set) var byHand: [Int] = []
  /// What a recorder that is real has told of its recordings in all; nil: nothing.
  public internal(set) var told: ToldRecordings?

  /// Makes recordings of these spans.
  public init(spans: [RecordedSpan]) { self.spans = spans }

  private enum CodingKeys: CodingKey { case spans, byHand }

  /// Reads recordings; in those that were kept without it nothing goes on by hand.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    spans = try container.decode([RecordedSpan].self, forKey: .spans)
    byHand = try container.decodeIfPresent([Int].self, forKey: .byHand) ?? []
  }

  /// Writes the recordings.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(spans, forKey: .spans)
    if !byHand.isEmpty { try container.encode(byHand, forKey: .byHand) }
  }

  /// A disk with nothing on it.
  public static let none = Recordings(spans: [])

  /// What was made while the recorder's clock showed something between two times, each span cut to
  /// them; `now` ends what is still running.
  public func shown(
    from start: Timestamp, until end: Timestamp, now: Timestamp
  ) -> [RecordedSpan] {
    spans.compactMap { span in
      let from = max(span.shownStart, start) - span.clockOffset
      let to = min(span.shownEnd(at: now), end) - span.clockOffset
      return from < to ? span.cut(from: from, to: to) : nil
    }
  }

  /// The days that the recorder's clock showed while something was recorded, by their midnights.
  public func shownDays(now: Timestamp) -> Set<Timestamp> {
    var days: Set<Timestamp> = []
    for span in spans {
      let last = (span.shownEnd(at: now) - .milliseconds(1)).startOfDay
      var day = max(span.shownStart.startOfDay, last - .days(Recordings.mostDays))
      while day <= last {
        days.insert(day)
        day = day + .days(1)
      }
    }
    return days
  }

  /// No disk of a recorder holds more days of footage without a gap.
  private static let mostDays: Int64 = 1_000

  /// The beginning of the oldest footage.
  public var oldest: Timestamp? { spans.map(\.start).min() }

  /// The earliest time that the recorder's clock showed in any footage.
  public var oldestShown: Timestamp? { spans.map(\.shownStart).min() }

  /// Whether a channel is being recorded, if only when something moves.
  public func isRunning(channel: Int) -> Bool {
    spans.contains { $0.channel == channel && $0.end == nil }
  }

  /// The footage of a channel that is being recorded.
  func running(channel: Int) -> RecordedSpan? {
    spans.last { $0.channel == channel && $0.end == nil }
  }

  mutating func begin(
    channel: Int, at time: Timestamp, because trigger: RecordingTrigger, weight: Int,
    clockOffset: Interval, margins: MotionMargins? = nil, isCovered: Bool = false
  ) {
    spans.append(
      RecordedSpan(
        channel: channel, start: time, end: nil, trigger: trigger, weight: weight,
        clockOffset: clockOffset, margins: margins, isCovered: isCovered))
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
