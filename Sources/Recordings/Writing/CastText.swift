import TextUI

/// The lines of an asciicast, one for each thing that happens; each ends with a line feed.
public struct CastText: Sendable {
  /// What kind of thing happened.
  public enum Code: Character, Sendable {
    case output = "o"
    case input = "i"
    case marker = "m"
    case resize = "r"
    /// The end, with the exit status: version 3 only.
    case exit = "x"
  }

  private let form: CastForm
  /// The time of the event before, in milliseconds since the start: rounding never adds up.
  private var last = 0

  /// Makes the text of a cast in which nothing has happened yet.
  public init(_ form: CastForm) { self.form = form }

  /// The first line; `started` is in seconds since 1970.
  public func header(size: Size, started: Int, title: String) -> [UInt8] {
    let head =
      switch form {
      case .two: "{\"version\":2,\"width\":\(size.columns),\"height\":\(size.rows),"
      case .three:
        "{\"version\":3,\"term\":{\"cols\":\(size.columns),\"rows\":\(size.rows),"
          + "\"type\":\"xterm-256color\"},"
      }
    var line = Array("\(head)\"timestamp\":\(started),\"title\":".utf8)
    JSONText.append(quoted: Array(title.utf8), to: &line)
    return line + Array("}\n".utf8)
  }

  /// The line of an event; a time before that of the last one counts as that.
  public mutating func event(
    _ code: Code, _ data: [UInt8], at time: Duration
  ) -> [UInt8] {
    let (seconds, rest) = time.components
    let now = max(last, Int(seconds) * 1_000 + Int(rest / 1_000_000_000_000_000))
    let shown = form == .two ? now : now - last
    last = now
    let thousandths = String(shown % 1_000)
    let zeros = String(repeating: "0", count: 3 - thousandths.count)
    var line = Array("[\(shown / 1_000).\(zeros)\(thousandths),\"\(code.rawValue)\",".utf8)
    JSONText.append(quoted: data, to: &line)
    return line + Array("]\n".utf8)
  }
}
