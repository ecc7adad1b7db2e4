/// How long a session may last: idle time is measured by keys. All times are since its beginning.
public struct TimeLimits: Equatable, Sendable {
  /// Why a session ends.
  public enum Reason: Equatable, Sendable {
    /// Nobody has pressed a key for so long.
    case idle
    /// It has lasted as long as it may.
    case whole
    /// Whoever leads the class ends it.
    case ended
  }

  /// How a session stands.
  public enum Standing: Equatable, Sendable {
    /// Nothing is said until then.
    case free(until: Duration)
    /// It ends in so many seconds.
    case ending(Reason, seconds: Int)
    case over(Reason)
  }

  private let idle: Duration
  private var lastKey = Duration.zero
  private var end: Duration
  /// When whoever leads the class ends it; nil: they do not.
  private var ordered: Duration?

  /// For how long it is said before: of idleness, and of the whole time.
  private static let warning = (idle: Duration.seconds(60), whole: Duration.seconds(300))

  /// None: it lasts as long as somebody likes.
  public static let none = TimeLimits(idle: .seconds(1 << 40), whole: .seconds(1 << 40))

  /// Limits of a session that begins now.
  public init(idle: Duration, whole: Duration) { (self.idle, end) = (idle, whole) }

  /// Somebody has pressed a key.
  public mutating func noteKey(at now: Duration) { lastKey = max(lastKey, now) }
  /// It may last longer by so much; an end that was ordered is none any more.
  public mutating func extend(by time: Duration) { (end, ordered) = (end + time, nil) }
  /// It ends soon, whatever is pressed.
  public mutating func endSoon(at time: Duration) { ordered = min(ordered ?? time, time) }

  /// How it stands.
  public func standing(at now: Duration) -> Standing {
    let ends: [(Reason, at: Duration, warning: Duration)] =
      [
        (.idle, lastKey + idle, min(TimeLimits.warning.idle, idle / 2)),
        (.whole, end, min(TimeLimits.warning.whole, end / 2)),
      ] + (ordered.map { [(.ended, $0, .seconds(3_600))] } ?? [])
    let first = ends.min { $0.at < $1.at } ?? ends[0]
    if now >= first.at { return .over(first.0) }
    guard let said = ends.filter({ now >= $0.at - $0.warning }).min(by: { $0.at < $1.at }) else {
      return .free(until: ends.map { $0.at - $0.warning }.min() ?? now)
    }
    let left = said.at - now
    let whole = Int(left.components.seconds) + (left.components.attoseconds > 0 ? 1 : 0)
    return .ending(said.0, seconds: whole)
  }
}
