import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// A lesson that is led, in a real terminal: only what its row says is pressed.
  @Suite(.serialized) struct GuidedLessonTests {
    @Test func `whoever presses what the row says passes the lesson`() async throws {
      let console = try await ConsoleSession(
        ["practice", "default-password", "--mode", "guided", "--no-save", "--calm", "--seed", "1"])
      try await console.see("▶ Next:  Enter  on “Begin”")
      try console.press("Tab", "Tab")
      var strayed = false
      for _ in 0..<400 {
        let screen = try console.terminal.screen()
        if screen.contains(where: { $0.contains("Verdict ·") }) { break }
        guard let row = screen.first(where: { $0.contains("▶ Next: ") }),
          let cap = Self.cap(in: row)
        else {
          // It waits, or looks for the way back.
          try await Self.waitForChange(of: screen, console)
          continue
        }
        if !strayed, screen.contains(where: { $0.contains("Lesson 2/") }) {
          strayed = true
          try console.press("F3")
        } else if row.contains("type it") || row.contains("type this") {
          try console.type(cap.replacing("␣", with: " "))
        } else {
          try console.press(Self.tmuxNames[cap] ?? cap)
        }
        try await Self.waitForChange(of: screen, console)
      }
      try await console.see("Verdict ·", "100")
      #expect(strayed)
    }

    /// Waits until another screen stands whole.
    private static func waitForChange(
      of screen: [String], _ console: ConsoleSession
    ) async throws {
      var last = screen
      try await console.terminal.wait("the screen did not change") {
        let now = try console.terminal.screen()
        defer { last = now }
        return now != screen && now == last
      }
    }

    /// The key that the row names, between the two blanks around it; nil: it names none.
    private static func cap(in row: String) -> String? {
      guard let lead = row.range(of: "▶ Next:  ") else { return nil }
      let rest = row[lead.upperBound...]
      return rest.range(of: "  ").map { String(rest[..<$0.lowerBound]) }
    }

    private static let tmuxNames = [
      "Esc": "Escape", "Shift-Tab": "BTab", "↑": "Up", "↓": "Down", "←": "Left", "→": "Right",
      "PgUp": "PPage", "PgDn": "NPage", "Backspace": "BSpace", "Ctrl-G": "C-g", "Ctrl-P": "C-p",
    ]
  }
}
