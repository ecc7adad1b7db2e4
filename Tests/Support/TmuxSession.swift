import Foundation
import Glibc

/// A program in a real terminal: tmux draws it, this types into it and reads the screen.
///
/// Each session has a tmux server, a home and a state folder of its own in a folder that goes when
/// the session does. A small shell runs the program, as a person's shell would, and stays when the
/// program has gone: so what it left on the screen and in the terminal's settings can be looked at.
public final class TmuxSession {
  /// How long a wait lasts before it fails: long enough for a slow, busy machine.
  public static let patience = Duration.seconds(60)

  /// The folder that is HOME to the program, and holds its state.
  public let folder: URL

  private let tools: CommandLineTool
  private var isOpen = true

  /// Starts the command, its program found in PATH, in a terminal of the given size.
  ///
  /// The program sees TERM, a UTF-8 locale, PATH and a HOME of its own, and beyond that only what
  /// `variables` adds or replaces.
  public init(
    _ command: [String], columns: Int = 80, rows: Int = 24, terminal: String = "xterm-256color",
    variables: [String: String] = [:]
  ) async throws {
    // A short path: a socket's may have a hundred characters.
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("tmux-" + UUID().uuidString.prefix(8))
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    folder = place
    let path = ProcessInfo.processInfo.environment["PATH", default: "/usr/bin:/bin"]
    tools = CommandLineTool(folder: place, environment: ["PATH": path, "LC_ALL": "C.UTF-8"])
    let usual = [
      "TERM": terminal, "LANG": "C.UTF-8", "PATH": path, "HOME": place.path,
      "XDG_STATE_HOME": place.path + "/state",
    ]
    let seen = usual.merging(variables) { $1 }
    try tmux(
      ["start-server", ";", "set", "-g", "status", "off", ";", "set", "-sg", "escape-time", "0"]
        + [";", "set", "-g", "history-limit", "10000", ";"]
        + ["new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env", "-i"]
        + seen.map { "\($0.key)=\($0.value)" }
        + ["sh", "-c", Self.shell, place.path] + command)
    try await wait { self.number(in: "process") != nil }
  }

  // Notes the program's process id, then its exit status; `cat` holds the terminal afterwards.
  private static let shell = """
    sh -c 'echo $$ >"$0/process"; exec "$@"' "$0" "$@"
    echo $? >"$0/status.new"; mv "$0/status.new" "$0/status"
    exec cat
    """

  deinit { close() }

  /// Ends the program and its terminal, and removes the folder.
  public func close() {
    guard isOpen else { return }
    isOpen = false
    _ = try? tmux(["kill-server"])
    try? FileManager.default.removeItem(at: folder)
  }

  @discardableResult
  func tmux(_ words: [String]) throws -> String {
    try tools.run(["tmux", "-u", "-S", folder.path + "/tmux", "-f", "/dev/null"] + words)
  }

  private func number(in file: String) -> Int32? {
    let text = try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    guard let text, text.hasSuffix("\n") else { return nil }
    return Int32(text.dropLast())
  }
}

// MARK: - What a person does

extension TmuxSession {
  /// Presses keys by tmux's names for them: Up, Enter, Escape, Tab, BTab, F1, C-c, M-x, a.
  public func send(_ keys: String...) throws { try tmux(["send-keys", "--"] + keys) }

  /// Types the text as it stands.
  public func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Pastes the text, in brackets where the program has asked for them.
  public func paste(_ text: String) throws {
    let file = folder.appendingPathComponent("paste")
    try Data(text.utf8).write(to: file)
    try tmux(["load-buffer", file.path, ";", "paste-buffer", "-p", "-d"])
  }

  /// Gives the terminal another size.
  public func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// Sends a signal to the program itself.
  public func kill(_ signal: Int32) throws {
    guard let process, Glibc.kill(process, signal) == 0 else {
      throw Failure(what: "signal \(signal) could not be sent", screen: try screen())
    }
  }

  /// Closes the terminal while the program runs, as a lost connection does.
  public func hangUp() throws { try tmux(["kill-server"]) }
}

// MARK: - What a person sees

extension TmuxSession {
  /// The screen's lines, without the blanks at their ends.
  public func screen() throws -> [String] { lines(of: try tmux(["capture-pane", "-p"])) }

  /// The screen's lines with the escape sequences of their colours.
  public func screenWithColours() throws -> [String] {
    lines(of: try tmux(["capture-pane", "-p", "-e"]))
  }

  /// Where the cursor stands, counted from 0.
  public func cursor() throws -> (column: Int, row: Int) {
    let text = try tmux(["display-message", "-p", "#{cursor_x} #{cursor_y}"])
    let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
    guard numbers.count == 2 else {
      throw Failure(what: "tmux names no cursor: \(text)", screen: try screen())
    }
    return (numbers[0], numbers[1])
  }

  /// The terminal's settings, as `stty -a` tells them; still there when the program has gone.
  public func terminalSettings() throws -> String {
    let path = try tmux(["display-message", "-p", "#{pane_tty}"])
    return try tools.run(["stty", "-a", "-F", path.trimmingCharacters(in: .whitespacesAndNewlines)])
  }

  /// The program's process id.
  public var process: Int32? { number(in: "process") }

  /// Whether the program still runs; one that has ended and was not yet cleared away does not.
  public var isRunning: Bool {
    guard let process, Glibc.kill(process, 0) == 0 else { return false }
    let line = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    return line?.contains(") Z ") != true
  }

  /// The program's exit status once it has ended; 128 and the signal where one ended it.
  public var exitStatus: Int32? { number(in: "status") }

  private func lines(of text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}

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

extension TmuxSession {
  /// What did not come true in time, and the screen at that moment.
  public struct Failure: Error, CustomStringConvertible {
    let what: String
    let screen: [String]

    /// The sentence and the screen in a frame.
    public var description: String {
      let end = screen.lastIndex { !$0.isEmpty } ?? -1
      let rows = screen[..<(end + 1)].map { "  | " + $0 }
      return ([what + "; the screen:"] + rows).joined(separator: "\n")
    }
  }

  /// Waits until the text stands on one line of the screen, and returns the screen.
  @discardableResult
  public func wait(for text: String, within patience: Duration = patience) async throws -> [String]
  {
    try await settled("\"\(text)\" did not appear", patience) { screen in
      screen.contains { $0.contains(text) }
    }
  }

  /// Waits until the text stands nowhere on the screen, and returns the screen.
  @discardableResult
  public func waitUntilGone(
    _ text: String, within patience: Duration = patience
  ) async throws -> [String] {
    try await settled("\"\(text)\" did not go", patience) { screen in
      !screen.contains { $0.contains(text) }
    }
  }

  /// Waits until the program has ended, and returns its exit status.
  @discardableResult
  public func waitForExit(within patience: Duration = patience) async throws -> Int32 {
    try await wait("the program did not end", within: patience) { self.exitStatus != nil }
    return exitStatus ?? -1
  }

  /// Waits until the condition holds; looks again every few hundredths of a second.
  public func wait(
    _ what: String = "the condition did not come true", within patience: Duration = patience,
    until condition: () throws -> Bool
  ) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now + patience
    while try !condition() {
      guard clock.now < deadline else {
        throw Failure(what: what, screen: (try? screen()) ?? ["(no terminal)"])
      }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  private func settled(
    _ what: String, _ patience: Duration, until condition: ([String]) -> Bool
  ) async throws -> [String] {
    var last: [String] = []
    try await wait(what, within: patience) {
      last = try screen()
      return condition(last)
    }
    return last
  }
}
