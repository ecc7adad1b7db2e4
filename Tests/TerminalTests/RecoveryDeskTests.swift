import Support
import Testing

extension RealTerminalTests {
  /// What goes wrong between the monitor and the support desk, by keys alone.
  @Suite(.serialized) struct RecoveryDeskTests {
    private static let dynamicTab = "Send these three to your distributor"
    private static let unlockTab = "Give these two to your dealer"

    /// Opens a recorder with the tabs Dynamic Password and Unlock code; its wizard is left out.
    private func openNewer() async throws -> ConsoleSession {
      let console = try await ConsoleSession(["practice", "--calm", "--recorder", "nvr-1-4-12"])
      try await console.see("Start-up wizard", "Device name")
      try console.press("Escape")
      try await console.answer("Skip the wizard?", "Skip")
      try await console.see("Live view")
      return console
    }

    /// Opens the recorder that begins at the live view.
    private func openClassic() async throws -> ConsoleSession {
      let console = try await ConsoleSession(["--calm"])
      try await console.waitForLiveView()
      return console
    }

    /// Cuts the power at the back panel and gives it back.
    private func switchOffAndOn(_ console: ConsoleSession) async throws {
      try console.press("F3")
      try await console.see("MAC ", "running")
      try console.press("o")
      try await console.answer("Cut the power?", "Power off")
      try await console.see("The power went: the code you may be waiting for is dead.")
      try console.press("o")
      try await skipStart(console)
    }

    /// Lets the time of a start pass at the monitor.
    private func skipStart(_ console: ConsoleSession) async throws {
      try console.press("F2")
      try await console.see("Don't wait")
      try console.press("Space")
      try await console.see("Live view", "CAM 1")
    }

    @Test func `dynamic password: the code dies with its screen, and five tries are all`()
      async throws
    {
      let console = try await openNewer()
      try await console.restore(by: Self.dynamicTab)
      var code = try await console.dynamicPassword()
      try console.press("F2", "PageDown")
      try await console.answer("Leave this tab?", "Leave it")
      try await console.see("You left the tab: a code for the old time is dead now.")
      try await console.turn(to: Self.dynamicTab)
      try await console.refuse(code: code, leaving: "4 tries left.")

      code = try await console.dynamicPassword()
      // A refresh within the second that is on the screen would change nothing.
      try console.press("F2", "F8")
      try await console.see("15 min later.")
      try await console.press(button: "Refresh")
      try await console.answer("Refresh?", "Refresh")
      try await console.see("The time is new: a code for the old one is dead now.")
      try await console.refuse(code: code, leaving: "3 tries left.")

      code = try await console.dynamicPassword()
      try console.press("F2", "Escape")
      try await console.answer("Close Restore Password?", "Close")
      try await console.see("Restore Password was closed: a code for its time is dead now.")
      try console.press("F8")
      try await console.see("15 min later.")
      try await console.restore(by: Self.dynamicTab)
      try await console.refuse(code: code, leaving: "2 tries left.")

      code = try await console.dynamicPassword()
      try await switchOffAndOn(console)
      try await console.restore(by: Self.dynamicTab)
      try await console.refuse(code: code, leaving: "1 try left.")

      code = try await console.dynamicPassword()
      try await console.enter(code: otherCase(code))
      // On this recorder the tries of all ways count together.
      for way in ["Dynamic Password ⊘  too many tries", "Unlock code ⊘  too many tries"] {
        try await console.see(way)
      }
      try await console.see("No way to restore the password can be used")
      try console.press("F8", "F8")
      try await console.see(Self.dynamicTab)
      try await console.enter(code: try await console.dynamicPassword())
      try await console.see("Identity confirmed")
    }

    private func otherCase(_ code: String) -> String {
      code.map { $0.isUppercase ? $0.lowercased() : $0.uppercased() }.joined()
    }

    @Test func `dynamic password: a power cut or another clock ends the code, and so does its use`()
      async throws
    {
      let console = try await openClassic()
      try await console.restore(by: Self.dynamicTab)
      var code = try await console.dynamicPassword()
      try await console.flip("No power from the wall")
      try await console.flip("No power from the wall")
      try await skipStart(console)
      try await console.restore(by: Self.dynamicTab)
      try await console.refuse(code: code, leaving: "4 tries left.")

      code = try await console.dynamicPassword()
      try console.press("F2")
      try await console.see(Self.dynamicTab)
      let time = try await console.value(of: "Current time")
      try await console.flip("The recorder's clock is 7 h slow")
      #expect(try await console.value(of: "Current time") < time)
      try await console.refuse(code: code, leaving: "3 tries left.")

      code = try await console.dynamicPassword()
      try await console.enter(code: code)
      try await console.leaveProof()
      try await console.restore(by: Self.dynamicTab)
      try await console.refuse(code: code, leaving: "4 tries left.")
    }

    @Test func `dynamic password: nobody there, no bill, and whatever is mistyped at the desk`()
      async throws
    {
      let console = try await openClassic()
      try await console.restore(by: Self.dynamicTab)
      try await console.flip("Nobody answers at the support desk")
      try await console.showPhoto()
      try await console.see("Nobody is here at the moment", "Nobody answers, and nobody says until")
      try await console.flip("Nobody answers at the support desk")
      try await console.flip("Nobody finds the proof of purchase")
      try await console.press(button: "Show the photo")
      try await console.see("“Without the proof of purchase I may not give you a code.")
      try await console.flip("Nobody finds the proof of purchase")
      try await console.focus("Proof of purchase")
      try console.press("Space")
      try await console.see("[ ]  sent with the request")
      try await console.press(button: "Show the photo")
      try await console.see("“Without the proof of purchase I may not give you a code.")
      try await console.focus("Proof of purchase")
      try console.press("Space")

      try console.press("F2")
      try await console.see(Self.dynamicTab)
      let model = try await console.value(of: "Device model")
      let mac = try await console.value(of: "MAC address")
      let time = try await console.value(of: "Current time")
      try await tell(
        console, [("Device model", "  "), ("MAC address", "oo:18"), ("Current time", "now")])
      try await console.see("“I can't read that.", "Which model is it?", "Twelve digits 0-9")
      try await console.see("Date and time to the second")

      let right = [("Device model", model), ("MAC address", mac), ("Current time", time)]
      for (place, left) in [(0, "4 tries left."), (1, "3 tries left."), (2, "2 tries left.")] {
        var told = right
        told[place].1 = slip(in: told[place].1)
        try await tell(console, told)
        try await console.see("“For \(told[0].1), \(told[1].1), \(told[2].1):”")
        try await console.refuse(code: try await console.code(length: 10), leaving: left)
      }
      try await tell(console, right)
      try await console.see("“For \(model), \(mac), \(time):”")
      try await console.enter(code: try await console.code(length: 10))
      try await console.see("Identity confirmed")
    }

    /// Another digit at the end, so that it is still what it looks like.
    private func slip(in text: String) -> String {
      text.dropLast() + (text.hasSuffix("1") ? "2" : "1")
    }

    /// Types into the form of the support desk and sends it.
    private func tell(_ console: ConsoleSession, _ texts: [(String, String)]) async throws {
      try console.press("F5")
      try await console.see("Support desk ·")
      for (field, text) in texts {
        try await console.focus(field)
        try console.press("C-u")
        try console.type(text)
      }
      try await console.press(button: "Send")
    }

    @Test func `dynamic password: on a Friday night the screen waits for Monday`() async throws {
      let console = try await ConsoleSession.lost(
        "classic-dvr-2018", more: #"support: { opens: "08:30", closes: "18:00" }"#, passing: "58 h")
      try await console.restore(by: Self.dynamicTab)
      try await console.showPhoto()
      try await console.see("“Our hours are from 08:30 to 18:00, Monday to Friday.”")
      try await console.see("Nobody answers. The desk opens 2026-11-23 08:30:00.")
      try console.press("F8")
      try await console.see("Mon 2026-11-23 09:0", "“Hello. Which recorder is it")
      try await console.enter(code: try await console.dynamicPassword())
      try await console.see("Identity confirmed")
    }

    @Test func `unlock code: another model, other digits and an answer that was used`()
      async throws
    {
      let console = try await openNewer()
      try await console.restore(by: Self.unlockTab)
      let model = try await console.value(of: "Device model")
      let digits = try await console.value(of: "Unlock code")
      try console.press("F5")
      try await console.see("Support desk ·")
      try await console.focus("What for")
      try console.press("Right")
      try await console.see("Unlock code  ")
      try await tell(console, [("Device model", model), ("Unlock code", "12-abc")])
      try await console.see("The digits of the tab Unlock code.")
      for (model, digits, left) in [
        (slip(in: model), digits, "4 tries left."), (model, slip(in: digits), "3 tries left."),
      ] {
        try await tell(console, [("Device model", model), ("Unlock code", digits)])
        try await console.see("“For \(model), unlock code \(digits):”")
        try await console.refuse(code: try await console.code(length: 10), leaving: left)
      }
      try await tell(console, [("Device model", model), ("Unlock code", digits)])
      try await console.see("“For \(model), unlock code \(digits):”")
      let code = try await console.code(length: 10)
      try await console.enter(code: code)
      try await console.leaveProof()
      try await console.restore(by: Self.unlockTab)
      #expect(try await console.value(of: "Unlock code") != digits)
      try await console.refuse(code: code, leaving: "4 tries left.")
    }
  }
}
