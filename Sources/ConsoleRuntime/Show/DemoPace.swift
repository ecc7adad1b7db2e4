import RecorderEngine

/// The rhythm of a demo: that of a hand that knows its way, faster or slower by as much as is wanted.
struct DemoPace {
  /// How many times as fast as a hand; without end: nothing is waited for but the recorder.
  var speed = 1.0
  private var random: SeededRandom

  static let speeds = 0.25...16.0
  /// For how long the end of a demo stands before it begins anew.
  static let atEnd = Duration.seconds(5)

  init(speed: Double, seed: UInt64) {
    self.speed = speed
    random = SeededRandom(seed: seed)
  }

  /// Twice or half as fast, as far as that goes.
  mutating func change(faster: Bool) {
    guard speed.isFinite else {
      speed = faster ? speed : DemoPace.speeds.upperBound
      return
    }
    speed = min(
      max(speed * (faster ? 2 : 0.5), DemoPace.speeds.lowerBound), DemoPace.speeds.upperBound)
  }

  /// What comes before a key.
  enum Before {
    case letter
    case otherKey
    case otherScreen
    /// So many characters have to be read first.
    case caption(Int)
  }

  /// How long that takes.
  mutating func pause(before: Before) -> Duration {
    guard speed.isFinite else { return .zero }
    let milliseconds =
      switch before {
      case .letter: Int.random(in: 90...160, using: &random)
      case .otherKey: Int.random(in: 600...900, using: &random)
      case .otherScreen: 1_200
      case .caption(let count): max(1_500, 60 * count)
      }
    return .milliseconds(milliseconds) / speed
  }

  /// How long practice time takes to pass where it is hurried: a minute as long as six seconds, and
  /// whatever it is no longer than four.
  func passing(_ interval: Interval) -> Duration {
    guard speed.isFinite else { return .milliseconds(1) }
    let real = Double(interval.milliseconds) / 1_000
    return .seconds(min(max(0.6, real / 10), 4)) / speed
  }
}
