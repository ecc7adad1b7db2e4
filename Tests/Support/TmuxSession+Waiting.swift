import Foundation

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
