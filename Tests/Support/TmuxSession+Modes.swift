import Foundation

extension TmuxSession {
  /// What a program has switched on in its terminal.
  public struct Modes: Equatable, Sendable {
    public var isOnSecondScreen: Bool
    public var showsCursor: Bool
    public var reportsMouse: Bool
    public var hasApplicationKeys: Bool

    /// As a shell leaves it.
    public static let plain = Modes(
      isOnSecondScreen: false, showsCursor: true, reportsMouse: false, hasApplicationKeys: false)
  }

  /// The terminal's modes at the moment.
  public func modes() throws -> Modes {
    let names = [
      "alternate_on", "cursor_flag", "mouse_any_flag", "keypad_cursor_flag", "keypad_flag",
    ]
    let format = names.map { "#{\($0)}" }.joined(separator: " ")
    let flags = try tmux(["display-message", "-p", format]).split(whereSeparator: \.isWhitespace)
      .map { $0 == "1" }
    guard flags.count == names.count else {
      throw Failure(what: "tmux names \(flags.count) modes", screen: try screen())
    }
    return Modes(
      isOnSecondScreen: flags[0], showsCursor: flags[1], reportsMouse: flags[2],
      hasApplicationKeys: flags[3] || flags[4])
  }

  /// Presses a key many times in one go.
  public func send(_ key: String, times: Int) throws {
    try tmux(["send-keys", "-N", "\(times)", key])
  }

  /// Clicks the left button at a place, counted from 0, as a terminal with a mouse tells it.
  public func click(column: Int, row: Int) throws {
    let place = "\(column + 1);\(row + 1)"
    try type("\u{1b}[<0;\(place)M\u{1b}[<0;\(place)m")
  }

  /// The processes that the program has started and that still run.
  public func children(of parent: Int32) -> [Int32] {
    let path = "/proc/\(parent)/task/\(parent)/children"
    let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    return text.split(whereSeparator: \.isWhitespace).compactMap { Int32($0) }
  }
}
