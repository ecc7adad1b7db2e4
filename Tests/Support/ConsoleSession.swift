import Foundation

/// The built console in a real terminal, and somebody at its keyboard.
public final class ConsoleSession {
  /// The terminal it runs in.
  public let terminal: TmuxSession

  // Its folder lasts as long as the program that reads it.
  private let assets: ConsoleAssets?

  /// Starts the console with the arguments; `without` names variables that are not to be set.
  public init(
    _ arguments: [String] = [], in home: ConsoleHome? = nil, assets: ConsoleAssets? = nil,
    columns: Int = 80, rows: Int = 24, terminal kind: String = "xterm-256color",
    variables: [String: String] = [:], without: [String] = []
  ) async throws {
    self.assets = assets
    let program =
      [try BuiltProgram.path(named: "recorder-console")] + arguments
      + (assets.map { ["--assets", $0.url.path] } ?? [])
    let command =
      without.isEmpty ? program : ["env"] + without.flatMap { ["-u", $0] } + program
    let kept = home.map { ["XDG_STATE_HOME": $0.url.path] } ?? [:]
    terminal = try await TmuxSession(
      command, columns: columns, rows: rows, terminal: kind,
      variables: kept.merging(variables) { $1 })
  }

  /// Sits down at a terminal in which a console runs already.
  public init(at terminal: TmuxSession) { (self.terminal, assets) = (terminal, nil) }

  /// Presses keys, by tmux's names for them.
  public func press(_ keys: String...) throws {
    for key in keys {
      let before = key == "Escape" ? try terminal.screen() : []
      try terminal.send(key)
      if key == "Escape" { try waitForEscape(after: before) }
    }
  }

  // Escape and a key behind it within 25 ms are Alt with that key: nobody's fingers are as quick as
  // a test. Where Escape changes nothing, half a second is long enough.
  private func waitForEscape(after before: [String]) throws {
    let deadline = ContinuousClock.now + .milliseconds(500)
    while try terminal.screen() == before, ContinuousClock.now < deadline {}
  }

  /// Types the text as it stands.
  public func type(_ text: String) throws { try terminal.type(text) }

  /// Waits until all the texts stand on the screen.
  @discardableResult
  public func see(_ texts: String...) async throws -> [String] {
    var lines: [String] = []
    for text in texts { lines = try await terminal.wait(for: text) }
    return lines
  }

  /// Waits until the text stands nowhere on the screen.
  public func seeNoMore(_ text: String) async throws { try await terminal.waitUntilGone(text) }

  /// Whether the text stands on one line of the screen.
  public func shows(_ text: String) throws -> Bool {
    try terminal.screen().contains { $0.contains(text) }
  }

  /// Moves the focus with Tab until it is on the field or button.
  public func focus(_ label: String) async throws {
    for _ in 0..<20 {
      if try isFocused(label) { return }
      let before = try terminal.cursor()
      try press("Tab")
      try await terminal.wait("Tab did not move the cursor") { try terminal.cursor() != before }
    }
    throw TmuxSession.Failure(
      what: "Tab never led to \"\(label)\"", screen: try terminal.screen())
  }

  private func isFocused(_ label: String) throws -> Bool {
    try terminal.screen().contains { line in
      ["▸", "▸ ", ">", "> "].contains { line.contains($0 + label) }
    }
  }

  /// Clicks on the first character of a text.
  public func click(_ text: String) async throws {
    let lines = try await see(text)
    for (row, line) in lines.enumerated() {
      guard let range = line.range(of: text) else { continue }
      let column = line.distance(from: line.startIndex, to: range.lowerBound)
      return try terminal.click(column: column, row: row)
    }
  }

  /// The words of the dialog with this title, in one line.
  public func dialog(_ title: String) async throws -> String {
    let lines = try await see(title).map(Array.init)
    let borders = Set("┌╭┏╔┐╮┓╗+")
    guard
      let top = lines.firstIndex(where: { String($0).contains(title) }),
      let titleStart = String(lines[top]).range(of: title).map({
        String(lines[top]).distance(from: String(lines[top]).startIndex, to: $0.lowerBound)
      }),
      let left = lines[top][..<titleStart].lastIndex(where: borders.contains),
      let right = lines[top][titleStart...].firstIndex(where: borders.contains)
    else { throw TmuxSession.Failure(what: "no dialog", screen: lines.map { String($0) }) }
    let inside = lines[(top + 1)...].prefix { $0.count > left && "│┃║|".contains($0[left]) }
    return inside.map { String($0[(left + 1)..<min(right, $0.count)]) }.joined(separator: " ")
      .split(separator: " ").joined(separator: " ")
  }

  /// The practice time in the title: `2026-11-20 23:04`, comparable as text.
  public func titleTime() throws -> String {
    let title = try terminal.screen().first ?? ""
    return title.firstMatch(of: /\d{4}-\d\d-\d\d \d\d:\d\d/).map { String($0.output) } ?? ""
  }

  /// The number of the step in the coach line; nil without a lesson.
  public func step() throws -> Int? {
    for line in try terminal.screen() {
      if let match = line.firstMatch(of: /Lesson (\d)\/\d/) { return Int(match.output.1) }
    }
    return nil
  }
}
