import RecorderEngine

/// A day of footage as somebody looks through it: second by second of what the recorder's clock
/// showed. What the clock showed twice, because it was put back, is there twice, in order.
package struct FootageDay: Equatable, Sendable {
  /// What the clock showed without going back.
  private struct Part: Equatable {
    /// The part's first second among those of the whole day.
    let place: Int
    /// The seconds since midnight that the clock showed.
    var shown: Range<Int>
  }

  /// Midnight by the recorder's clock.
  package let day: Timestamp
  /// What is kept of it, each with its end.
  package let spans: [RecordedSpan]
  /// The seconds of the day in which motion was noticed, by channel, in order.
  private var motions: [Int: [ClosedRange<Int>]] = [:]
  private var parts: [Part] = [Part(place: 0, shown: 0..<86_400)]
  /// The seconds of the day that each span has.
  private var ranges: [ClosedRange<Int>] = []

  package init(day: Timestamp, spans: [RecordedSpan], motions: [Motion] = []) {
    self.day = day
    self.spans = spans.sorted { $0.start < $1.start }
    var reached = 0
    var offset = self.spans.first?.clockOffset
    for span in self.spans {
      let from = second(span.shownStart)
      let until = second(span.shownEnd(at: span.start))
      if span.clockOffset != offset, from < reached {
        beginPart(at: from, after: reached)
        reached = 0
      }
      offset = span.clockOffset
      reached = max(until, reached)
      let part = parts[parts.count - 1]
      let first = part.place + max(0, from - part.shown.lowerBound)
      ranges.append(first...max(first, part.place + until - part.shown.lowerBound))
    }
    let places = Dictionary(grouping: self.spans.indices) { self.spans[$0].channel }
    for motion in motions {
      guard let range = range(of: motion, in: places[motion.channel] ?? []) else { continue }
      self.motions[motion.channel, default: []].append(range)
    }
  }

  private func range(of motion: Motion, in places: [Int]) -> ClosedRange<Int>? {
    let place = places.first { place in
      let span = spans[place]
      return span.start <= motion.began && (span.end ?? motion.began + .seconds(1)) > motion.began
    }
    guard let place else { return nil }
    let range = ranges[place]
    let first = range.lowerBound + Int((motion.began - spans[place].start).milliseconds / 1_000)
    let length = Int(((motion.ended ?? motion.began) - motion.began).milliseconds / 1_000)
    guard first <= range.upperBound else { return nil }
    return first...min(range.upperBound, first + length)
  }

  private func second(_ time: Timestamp) -> Int {
    min(86_400, max(0, Int((time - day).milliseconds / 1_000)))
  }

  /// The clock went back: what it shows from now on is there a second time.
  private mutating func beginPart(at second: Int, after reached: Int) {
    var last = parts.removeLast()
    last.shown = last.shown.lowerBound..<max(reached, last.shown.lowerBound + 1)
    parts += [last, Part(place: last.place + last.shown.count, shown: second..<86_400)]
  }

  /// How many seconds there are: 86,400 where nothing is there twice.
  package var length: Int { parts.reduce(0) { $0 + $1.shown.count } }

  private func part(at place: Int) -> Part { parts.last { $0.place <= place } ?? parts[0] }

  /// What the clock showed, in seconds since midnight; the end of the day is 86,400.
  package func clock(at place: Int) -> Int {
    let part = part(at: place)
    return part.shown.lowerBound + place - part.place
  }

  /// The time that the clock showed.
  package func time(at place: Int) -> Timestamp { day + .seconds(Int64(clock(at: place))) }

  /// Where the last second is at which the clock showed this.
  package func place(ofClock second: Int) -> Int {
    let part = parts.last { $0.shown.contains(second) } ?? parts[0]
    return part.place + second - part.shown.lowerBound
  }

  /// Which of how many times it is that the clock showed this; nil where there is only one.
  package func turn(at place: Int) -> (number: Int, of: Int)? {
    let second = clock(at: place)
    let all = parts.filter { $0.shown.contains(second) }
    guard all.count > 1, let number = all.firstIndex(of: part(at: place)) else { return nil }
    return (number + 1, all.count)
  }

  /// The time around the recorder when a second of the day was made, by what was kept of a channel;
  /// nil where nothing was.
  func trueTime(at place: Int, channel: Int) -> Timestamp? {
    guard
      let found = spans.indices.last(where: {
        spans[$0].channel == channel && ranges[$0].contains(place)
      })
    else { return nil }
    let passed = Int64(place - ranges[found].lowerBound)
    return spans[found].start + .seconds(passed)
  }

  /// The motions that a channel's footage shows, in seconds of the day, in order.
  func motions(of channel: Int) -> [ClosedRange<Int>] { motions[channel] ?? [] }

  /// Whether something was in front of the lens at a second of the day.
  package func isCovered(at place: Int, channel: Int) -> Bool {
    spans.indices.contains {
      spans[$0].channel == channel && spans[$0].isCovered && ranges[$0].contains(place)
    }
  }

  /// What a channel has, in order, with what it was recorded for.
  func stretches(of channel: Int) -> [(range: ClosedRange<Int>, trigger: RecordingTrigger)] {
    zip(ranges, spans).filter { $1.channel == channel }.map { ($0, $1.trigger) }
  }

  /// The seconds that a channel has, in order; stretches that touch are one.
  package func seconds(of channel: Int) -> [ClosedRange<Int>] {
    stretches(of: channel).map(\.range).reduce(into: []) { joined, range in
      if let before = joined.last, before.upperBound >= range.lowerBound {
        joined[joined.count - 1] =
          before.lowerBound...max(before.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
  }
}
