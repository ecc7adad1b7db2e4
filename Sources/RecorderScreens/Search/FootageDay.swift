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
  private var parts: [Part] = [Part(place: 0, shown: 0..<86_400)]
  /// The seconds of the day that each span has.
  private var ranges: [ClosedRange<Int>] = []

  package init(day: Timestamp, spans: [RecordedSpan]) {
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
