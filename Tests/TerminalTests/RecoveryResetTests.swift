import Support
import Testing

extension RealTerminalTests {
  /// The paperclip held wrongly, by keys alone.
  @Suite(.serialized) struct RecoveryResetTests {
    private static let own = "Corner-Shop7"

    /// Signs in with the default and gives admin a password of its own; nobody is signed in then.
    private func setOwnPassword(_ console: ConsoleSession, before: String) async throws {
      try await console.openAdmin(withDefault: before)
      try await console.changePassword(from: before, to: Self.own)
      try await console.leaveMenu()
      try await console.signOut()
    }

    /// Puts the paperclip in and waits for what the back panel says then.
    private func pressButton(_ console: ConsoleSession) async throws {
      try console.press("Space")
      try await console.see("Let go", "Holding …")
    }

    /// The password is lost: what opens with the default has been reset.
    @Test func `reset button: too short, too long or without power nothing happens`() async throws {
      // Minutes instead of seconds: a hold is as long as the practice clock is hurried.
      let assets = try ConsoleAssets()
      let profile = "Recorders/classic-dvr-2018.yaml"
      try assets.edit(
        profile, "  hold: { value: 10 s, from: reported }",
        """
          hold: { value: 1 min, from: reported }
          longestHold: { value: 3 min, from: assumed }
        """)
      try assets.edit(profile, "writeTime: { value: 3 s", "writeTime: { value: 1 min")
      let console = try await ConsoleSession.lost(
        "classic-dvr-2018", passing: "2 min", assets: assets)
      try console.press("F3")
      try await console.see("MAC ", "running")

      try await pressButton(console)
      try console.press("Space")
      try await console.see("too short. Nothing happened.")

      try await pressButton(console)
      try console.press("F8", "F8")
      try await console.see("let go now", "24")
      try console.press("Space")
      try await console.see("too long. Nothing happened.")

      try await pressButton(console)
      try await cutPower(console)
      try console.press("Space")
      try await console.see("The button does nothing now: the recorder is not running.")
      try await giveBackPower(console)

      try await holdLongEnough(console)
      try await cutPower(console)
      try await giveBackPower(console)
      try await tryDefault(console)
      try await console.see("Wrong user name or password.")

      try console.press("F3")
      try await console.see("MAC ", "running")
      try await holdLongEnough(console)
      try console.press("F8")
      try await console.see("The recorder runs.")
      try await tryDefault(console)
      try await console.see("Default password is insecure")
    }

    /// Holds the button as long as it wants; the recorder writes the reset then.
    private func holdLongEnough(_ console: ConsoleSession) async throws {
      try await pressButton(console)
      try console.press("F8")
      try await console.see("let go now")
      try console.press("Space")
      try await console.see("resetting: keep the power on")
    }

    private func tryDefault(_ console: ConsoleSession) async throws {
      try console.press("F2")
      try await console.see("Live view", "CAM 1")
      try await console.openSignIn()
      try console.type("12345")
      try console.press("Enter")
    }

    private func cutPower(_ console: ConsoleSession) async throws {
      try console.press("o")
      try await console.answer("Cut the power?", "Power off")
      try await console.see("Power on", "off")
    }

    private func giveBackPower(_ console: ConsoleSession) async throws {
      try console.press("o", "F8")
      try await console.see("The recorder runs.")
    }

    @Test func `without Restore Password only the button helps, and the footage outlives it`()
      async throws
    {
      let console = try await ConsoleSession(["practice", "--calm", "--recorder", "legacy-dvr"])
      try await setOwnPassword(console, before: "123456")
      try await console.openSignIn()
      try await console.press(button: "Restore Password")
      try await console.see("This recorder has no way to restore a password here;")
      try await console.see("only its reset button.")
      try await console.reset()
      try await console.skipStart()
      try await console.seeFortnight()
      try await console.openSignIn()
      try console.type(Self.own)
      try console.press("Enter")
      try await console.see("Wrong user name or password.")
      try console.type("123456")
      try console.press("Enter")
      try await console.see("Default password is insecure")
    }
  }
}

extension ConsoleSession {
  /// Sees that the recorder has all of its two weeks; at midnight another day begins.
  fileprivate func seeFortnight() async throws {
    let screen = try await see("days recorded")
    let isWhole = ["14 days recorded", "15 days recorded"].contains { days in
      screen.contains { $0.contains(days) }
    }
    #expect(isWhole, "\(screen.joined(separator: "\n"))")
  }
}
