/// A zone: `GMT+5:30` as the menu writes it, `UTC-5:30` as POSIX does, with the sign turned round.
public struct TimeZoneText: Equatable, Sendable {
  /// How far its standard time is ahead of UTC.
  public let offset: Interval

  /// Reads what the menu has; UTC where that is nothing else.
  public init(setting text: String) {
    offset = TimeZoneText.offset(text.drop { !"+-".contains($0) }) ?? .zero
  }

  /// Reads what POSIX has, without its rule for summer: `CET-1CEST`, `<+0530>-5:30`, `UTC0`; nil for
  /// anything else.
  public init?(posix text: String) {
    let name = text.hasPrefix("<") ? text.prefix { $0 != ">" }.count + 1 : nil
    let rest = text.dropFirst(name ?? text.prefix { $0.isLetter }.count)
    let digits = rest.prefix { "+-:0123456789".contains($0) }
    guard rest.startIndex != text.startIndex, let west = TimeZoneText.offset(digits) else {
      return nil
    }
    offset = .zero - west
  }

  /// The zone as POSIX writes it.
  public var posix: String {
    let minutes = offset.milliseconds / 60_000
    let sign = minutes > 0 ? "-" : "+"
    let rest = minutes.magnitude % 60
    let tail = rest == 0 ? "" : ":" + (rest < 10 ? "0" : "") + String(rest)
    return "UTC" + (minutes == 0 ? "0" : sign + String(minutes.magnitude / 60) + tail)
  }

  /// The zone as the menu writes it: `GMT`, `GMT+5:30`.
  public var setting: String {
    let minutes = offset.milliseconds / 60_000
    let rest = minutes.magnitude % 60
    let tail = rest == 0 ? "" : ":" + (rest < 10 ? "0" : "") + String(rest)
    return "GMT"
      + (minutes == 0 ? "" : (minutes > 0 ? "+" : "-") + String(minutes.magnitude / 60) + tail)
  }

  /// Another's text of POSIX with the standard time of this zone: its rule for summer stays, which is an hour
  /// ahead then.
  public func posix(keepingSummerOf text: String) -> String {
    let marks = "+-:0123456789"
    let name = text.hasPrefix("<") ? text.prefix { $0 != ">" }.count + 1 : nil
    let rest = text.dropFirst(name ?? text.prefix { $0.isLetter }.count)
    let summer = rest.drop { marks.contains($0) }
    guard TimeZoneText(posix: text) != nil, !summer.isEmpty, !summer.hasPrefix(",") else {
      return posix
    }
    let summerName =
      summer.hasPrefix("<")
      ? summer.prefix { $0 != ">" }.count + 1 : summer.prefix { $0.isLetter }.count
    let rule = summer.dropFirst(summerName).drop { marks.contains($0) }
    let standard = text.prefix(text.count - rest.count)
    return String(standard + posix.drop { $0.isLetter } + summer.prefix(summerName) + rule)
  }

  private static func offset(_ text: Substring) -> Interval? {
    let sign: Int64 = text.hasPrefix("-") ? -1 : 1
    let parts = text.drop { "+-".contains($0) }.split(
      separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let hours = Int64(parts[0]), (0...24).contains(hours),
      let minutes = parts.count > 1 ? Int64(parts[1]) : 0, (0...59).contains(minutes)
    else { return nil }
    return .minutes(sign * (hours * 60 + minutes))
  }
}
