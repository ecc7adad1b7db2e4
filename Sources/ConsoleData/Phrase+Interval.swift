import RecorderEngine
import TextUI

extension Phrase.StringInterpolation {
  /// Takes a length of time: `1 day 2 h` has a word in it.
  package mutating func appendInterpolation(_ interval: Interval) {
    appendInterpolation(interval.phrase)
  }
}

extension Interval {
  fileprivate var phrase: Phrase {
    let days = milliseconds / 86_400_000
    guard days > 0 else { return .verbatim(description) }
    let whole: Phrase = days == 1 ? tr("1 day") : tr("\(days) days")
    let rest = description.split(separator: " ").dropFirst(2).joined(separator: " ")
    return rest.isEmpty ? whole : "\(whole) \(rest)"
  }
}
