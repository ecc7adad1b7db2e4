import Support
import Testing

extension RealTerminalTests {
  /// Text that nobody could have typed.
  @Suite(.serialized) struct PasteTests {
    private static let long = String(repeating: "0123456789", count: 1_000)

    @Test func `a long paste into a field is refused with its limit, and typing goes on`()
      async throws
    {
      let console = try await ConsoleSession(["--calm"])
      try await console.waitForLiveView()
      try await console.openSignIn()
      for _ in 0..<2 {
        try console.terminal.paste(Self.long)
        try await console.see("At most 64 characters fit")
        try console.type("x")
        try await console.seeNoMore("At most 64 characters fit")
        try console.press("BTab")
      }
      try console.press("Escape")
      try await console.see("Unsaved changes")
      try console.press("Left", "Enter")
      try await console.seeNoMore("User name")
      try console.press("F5")
      try await console.see("Nothing sent yet")
      try console.terminal.paste(Self.long)
      try await console.see("At most 40 characters fit")
      try console.type("typed")
      try await console.see("typed")
    }

    @Test func `a long paste into the notebook and the code is answered`()
      async throws
    {
      let console = try await ConsoleSession(["--calm"])
      try await console.waitForLiveView()
      try console.press("C-n")
      try await console.see("Notebook")
      try console.terminal.paste(Self.long)
      try await console.see("At most 4000 characters fit")
      try console.terminal.paste("line one\nline two")
      try await console.see("line two")
      try console.press("Escape")
      try await console.openSignIn()
      try await console.focus("Restore Password")
      try console.press("Enter")
      try await console.see("▸ Dynamic password")
      try console.terminal.paste(Self.long)
      try await console.see("At most 24 characters fit")
    }

    @Test func `a long paste into a search is refused with its limit, and the search goes on`()
      async throws
    {
      let console = try await ConsoleSession(["--calm"])
      try await console.waitForLiveView()
      try console.press("F1", "/")
      try await console.see("search")
      try console.terminal.paste(Self.long)
      try await console.see("At most 40 characters fit")
      try console.type("theme")
      try await console.see("1 found")
      try console.press("Escape", "Escape")
      try await console.holdPaperclip(hurried: true)
      try await console.signInWithDefault()
      try console.press("Escape")
      try await console.choose("Main menu")
      try await console.see("Camera", "Network")
      try console.press("Down", "Down", "Down", "Down", "Down", "Enter")
      // Maintenance is the third group of System, and the log its third tab.
      try console.press("Down", "Down", "Enter", "Right", "Right", "Enter", "/")
      try await console.see("System > Maintenance > Log", "search")
      try console.terminal.paste(Self.long)
      try await console.see("At most 40 characters fit")
    }

    @Test(arguments: [
      "a\u{7}b", "a\u{9b}31mb", "a\u{202e}b", "a\u{2066}b", "a\u{200b}b", "a\tb", "a\u{1b}[31mb",
    ])
    func `unseen characters in a paste never reach the screen`(text: String) async throws {
      let console = try await ConsoleSession(["--calm"])
      try await console.waitForLiveView()
      try console.press("F5")
      try await console.see("Nothing sent yet")
      try console.type("\u{1b}[200~\(text)\u{1b}[201~")
      try await console.see("holds something unseen")
      let screen = try console.terminal.screenWithColours().joined()
      for unseen in ["\u{7}", "\u{9b}", "\u{202e}", "\u{2066}", "\u{200b}", "\t"] {
        #expect(!screen.unicodeScalars.contains(unseen.unicodeScalars[unseen.startIndex]))
      }
      try console.type("next")
      try await console.see("next")
    }

    @Test func `a paste that never ends gives the keyboard back`() async throws {
      let console = try await ConsoleSession(["--calm"])
      try await console.waitForLiveView()
      try console.press("F5")
      try await console.see("Nothing sent yet")
      try console.type("\u{1b}[200~SH-1")
      try await console.see("SH-1")
      try console.type("23")
      try await console.see("SH-123")
      try console.press("F2")
      try await console.waitForLiveView()
    }
  }
}
