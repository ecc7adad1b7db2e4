import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// One who practises and one who watches, each in a terminal.
  @Suite struct WatchTests {
    @Test func `who watches sees it, presses nothing, and may be handed the keyboard`() async throws
    {
      let home = try ConsoleHome()
      let runtime = ["XDG_RUNTIME_DIR": "/tmp/rc-\(UUID().uuidString.prefix(8))"]
      try FileManager.default.createDirectory(
        atPath: runtime["XDG_RUNTIME_DIR", default: ""], withIntermediateDirectories: false)
      defer { try? FileManager.default.removeItem(atPath: runtime["XDG_RUNTIME_DIR", default: ""]) }
      let own = try await ConsoleSession(["--share", "--no-save"], in: home, variables: runtime)
      try await own.see("Live view")
      let guest = try await ConsoleSession(["watch"], in: home, rows: 25, variables: runtime)
      try await guest.see("WATCHING", "Live view")
      try await own.see("1 watches")
      // Keys of who watches do nothing there; a secret is dots.
      try guest.press("Enter", "x", "5")
      try own.press("Enter")
      try await guest.see("User name")
      try own.type("secret")
      try own.press("C-r")
      try await own.see("secret")
      try await guest.see("[ ••••••")
      #expect(try !guest.shows("secret"))
      try own.press("Escape")
      try await own.see("Unsaved changes")
      try own.press("Left", "Enter")
      try await guest.seeNoMore("User name")

      try guest.press("k")
      try await own.see("asks for the keyboard")
      try own.press("C-x")
      try await own.see("Hand over the keyboard?")
      try own.press("Left", "Enter")
      try await guest.see("YOU HAVE THE KEYBOARD")
      try guest.press("F6")
      try await own.see("Laptop")
      try own.press("Down")
      try await own.see("The keyboard is yours again")
      try await guest.see("the keyboard was taken back")
      try guest.press("q")
      #expect(try await guest.terminal.waitForExit() == 0)
      try await own.seeNoMore("1 watches")
    }

    @Test func `where nothing is to be watched it is said, and several are named`() throws {
      let none = try ConsoleCommand.run(
        ["watch"], variables: ["XDG_RUNTIME_DIR": "/tmp/rc-nobody-\(getpid())"])
      #expect(none.status == 1 && none.errors.contains("practice --share"), "\(none)")
    }
  }
}
