import RecorderEngine

/// Where a playback is in its day, and how it goes on: a value that time alone moves.
package struct PlaybackHead: Equatable, Sendable {
  /// The speeds, slowest first, in thousandths.
  package static let speeds = [-2_000, -1_000, 1_000, 2_000, 4_000, 8_000, 16_000]
  /// How many seconds the day has.
  package var length = 86_400

  /// The second of the day that shows while it stands, or from which it plays.
  package private(set) var second = 12 * 3_600
  /// Since when it plays; nil while it stands.
  package private(set) var playsSince: Timestamp?
  package private(set) var speed = 2

  var isPlaying: Bool { playsSince != nil }

  /// `2x`, or `-1x` backwards.
  var speedText: String { "\(PlaybackHead.speeds[speed] / 1_000)x" }

  package mutating func stand(at second: Int) {
    self.second = min(max(0, second), length - 1)
    playsSince = nil
  }

  package mutating func playOrPause(at now: Timestamp, over spans: [ClosedRange<Int>]) {
    if isPlaying {
      stand(at: position(at: now, over: spans))
    } else {
      playsSince = now
    }
  }

  /// Faster or slower by one speed, from where it is.
  package mutating func change(speed step: Int, at now: Timestamp, over spans: [ClosedRange<Int>]) {
    second = position(at: now, over: spans)
    if isPlaying { playsSince = now }
    speed = min(max(0, speed + step), PlaybackHead.speeds.count - 1)
  }

  /// The second of the day that shows now: what is not recorded is passed over.
  package func position(at now: Timestamp, over spans: [ClosedRange<Int>]) -> Int {
    guard let playsSince else { return second }
    let passed = Int((now - playsSince).milliseconds) * abs(PlaybackHead.speeds[speed]) / 1_000_000
    return PlaybackHead.speeds[speed] > 0
      ? forward(passed, over: spans) : backward(passed, over: spans)
  }

  private func forward(_ passed: Int, over spans: [ClosedRange<Int>]) -> Int {
    var left = passed
    var place = second
    for span in spans where span.upperBound > place {
      place = max(place, span.lowerBound)
      let room = span.upperBound - place
      if left <= room { return place + left }
      left -= room
      place = span.upperBound
    }
    return place
  }

  private func backward(_ passed: Int, over spans: [ClosedRange<Int>]) -> Int {
    var left = passed
    var place = second
    for span in spans.reversed() where span.lowerBound < place {
      place = min(place, span.upperBound)
      let room = place - span.lowerBound
      if left <= room { return place - left }
      left -= room
      place = span.lowerBound
    }
    return place
  }

  /// When the picture changes next: once a second, and four times a second at most where it goes
  /// faster; nil while it stands.
  package func nextChange(at now: Timestamp) -> Timestamp? {
    guard isPlaying else { return nil }
    return now + .milliseconds(abs(PlaybackHead.speeds[speed]) > 1_000 ? 250 : 1_000)
  }
}
