import Foundation
import RecorderEngine

/// The clock on the wall, as the user's time zone shows it.
public enum WallClock {
  /// What it shows now.
  public static var now: Timestamp { shown(at: time(nil)) }

  /// How far it is from UTC now.
  public static var zone: Interval {
    var seconds = time(nil)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return .seconds(Int64(parts.tm_gmtoff))
  }

  /// What it showed at a moment of the system's clock.
  static func shown(at seconds: time_t) -> Timestamp {
    var seconds = seconds
    var parts = tm()
    localtime_r(&seconds, &parts)
    let civil = CivilTime(
      year: Int(parts.tm_year) + 1_900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday),
      hour: Int(parts.tm_hour), minute: Int(parts.tm_min), second: min(59, Int(parts.tm_sec)))
    return civil.timestamp ?? Timestamp(milliseconds: Int64(seconds) * 1_000)
  }
}
