import Support
import Testing

extension RealTerminalTests {
  /// What goes wrong with codes that come by mail or from the app, and with answers; by keys alone.
  @Suite(.serialized) struct RecoveryFailuresTests {
    private static let old = "Corner-Shop7"
    private static let new = "Fresh-Pass1"
    private static let email = "owner@example.com"
    private static let mailTab = "ow•••@example.com"
    private static let dynamicTab = "Send these three to your distributor"
    private static let appTab = "Open the app on the phone"
    private static let qrTab = "Keep this screen open"

    private func setUp(_ recorder: String) async throws -> ConsoleSession {
      try await ConsoleSession.setUp(recorder, password: Self.old, email: Self.email)
    }

    // MARK: E-mail

    /// Asks for a mail on the tab E-mail, with the registered address.
    private func ask(_ console: ConsoleSession) async throws {
      try await console.see(Self.mailTab)
      try await console.focus("E-mail")
      try console.press("C-u")
      try console.type(Self.email)
      try await console.press(button: "Send a code")
    }

    /// Waits until the inbox holds so many letters, and reads the newest one.
    private func newestCode(_ console: ConsoleSession, of count: Int) async throws -> String {
      try await console.openMail()
      try await console.see("Inbox \(count)/")
      try console.press("Enter")
      try await console.see("Code for Restore Password")
      return try await console.code(length: 6)
    }

    @Test func `mail: late or in the spam folder it is still good, a third one a day is not sent`()
      async throws
    {
      let console = try await setUp("nvr-1-4-2")
      try await console.signOut()
      try await console.restore(by: Self.mailTab)
      try await console.flip("E-mail takes 40 min")
      try await ask(console)
      try await console.see("If the address is the registered one")
      try await console.openMail()
      try console.press("F8", "F8")
      try await console.see("15 min later.", "No letters here.")
      try console.press("F8")
      var code = try await newestCode(console, of: 1)
      try console.press("d")
      try await console.see("No letters here.")
      try console.press("F2")
      try await console.see("The time for the code is over. A code that came is still good.")
      try await console.press(button: "I have a code")
      try await console.see("Time left")
      try await console.enter(code: code)
      try await console.setNewPassword(Self.new)

      try await console.signOut()
      try await console.flip("E-mail takes 40 min")
      try await console.flip("E-mail goes to the spam folder")
      try await console.restore(by: Self.mailTab)
      try await ask(console)
      try await console.openMail()
      try await console.see("Inbox 0/12", "Spam 1")
      try console.press("Tab", "m")
      try await console.see("Inbox 1/12", "No letters here.")
      try console.press("Tab")
      code = try await newestCode(console, of: 1)
      try await console.enter(code: code)
      try await console.see("Identity confirmed")
      try await console.leaveProof()

      try await console.restore(by: Self.mailTab)
      try await ask(console)
      try await console.see("▲ At most 2 mails in 24 hours. The next one in 23:")
      try await console.press(button: "I have a code")
      try await console.see("Time left")
      try await console.refuse(code: code, leaving: "4 tries left.")
    }

    @Test func `mail: without the cable none leaves, and a full inbox loses it`() async throws {
      let console = try await setUp("nvr-1-4-2")
      try await console.signOut()
      try await console.restore(by: Self.mailTab)
      try console.press("F3")
      try await console.see("MAC ")
      try console.press("n")
      try await console.see("The cable is out.")
      try console.press("F2")
      try await ask(console)
      try await console.see("▲ The recorder has no network: look at its cable.")
      try console.press("F3")
      try await console.see("Network: no cable")
      try console.press("n")
      try await console.see("The network cable is in.")

      try console.press("F2")
      try await console.flip("The inbox is full: mail is lost")
      try await ask(console)
      try await console.see("If the address is the registered one")
      try await console.openMail()
      try console.press("F8")
      let full = try await console.see("15 min later.", "Inbox 12/12")
      #expect(!full.contains { $0.contains("Code for Restore") })
      try console.press("d")
      try await console.see("Inbox 11/12")
      try console.press("F2")
      try await console.see("The time for the code is over.")
      try await ask(console)
      try await console.see("If the address is the registered one")
      let code = try await newestCode(console, of: 12)
      try await console.enter(code: code)
      try await console.see("Identity confirmed")
    }

    @Test func `mail: only the newest code opens, for a day, and five wrong ones make it pause`()
      async throws
    {
      let console = try await ConsoleSession.lost(
        "nvr-1-4-2", more: "email: \(Self.email)", passing: "24 h")
      try await console.restore(by: Self.mailTab)
      try await ask(console)
      try await console.see("If the address is the registered one")
      try await console.press(button: "Another mail")
      try await ask(console)
      let second = try await newestCode(console, of: 2)
      try console.press("Escape")
      try await console.see("Inbox 2/")
      try console.press("Down", "Enter")
      let first = try await console.code(length: 6, after: second)
      try await console.refuse(code: first, leaving: "4 tries left.")

      try console.press("F8")
      try await console.see("Sat 2026-11-21 23:0", "The time for the code is over")
      try await console.press(button: "I have a code")
      try await console.see("Time left")
      try await console.refuse(code: second, leaving: "3 tries left.")
      for left in ["2 tries left.", "1 try left."] {
        try await console.refuse(code: "00000x", leaving: left)
      }
      try await console.enter(code: "00000x")
      // The next way that can be used is in front; it shows why this one cannot.
      try await console.see(Self.dynamicTab, "E-mail ⊘  too many tries: paused for")
      try console.press("F8")
      try await console.seeNoMore("E-mail ⊘")
      try await console.turn(to: Self.mailTab)
    }

    // MARK: Ways that were never prepared

    @Test func `greyed tabs: each says why, and neither phone nor laptop helps`() async throws {
      let console = try await ConsoleSession(["practice", "--calm", "--recorder", "nvr-1-4-12"])
      try await console.see("Start-up wizard", "Device name")
      try console.press("Escape")
      try await console.answer("Skip the wizard?", "Skip")
      try await console.see("Live view")
      try await console.restore(by: Self.dynamicTab)
      for reason in [
        "Security Questions ⊘  was never set up on this recorder",
        "E-mail ⊘  was never set up on this recorder",
        "App ⊘  no app account has this recorder",
        "Client ⊘  no client software has this recorder",
      ] {
        try await console.see(reason)
      }
      // Only the two that can be used come up, round and round.
      try await console.turn(to: "Give these two to your dealer")
      try console.press("PageDown")
      try await console.see(Self.dynamicTab)

      try await console.openApp(account: "owner")
      try await console.see("no recorder bound")
      try await console.goDown(to: "Forgot the password")
      try console.press("Enter")
      try await console.see("This account has no recorder: scan the QR code at its Network > App.")
      try await console.goDown(to: "Scan the QR code")
      try console.press("Enter")
      try await console.see("There is no QR code on the monitor.")

      try console.press("F3")
      try await console.see("MAC ")
      try console.press("n")
      try await console.see("The cable is out.")
      try console.press("F6")
      try await console.see("IP Manager")
      try console.press("C-w")
      try await console.see("not by this client", "○ does not answer")
      try await console.press(button: "Register")
      try await console.see("The recorder does not answer: look at its power and its cable.")
    }

    // MARK: The phone's app

    /// Binds the recorder to the app at Network > App; admin is signed in.
    private func bind(_ console: ConsoleSession) async throws {
      try await console.bindApp(account: "owner")
      try console.press("F2")
      try await console.leaveMenu()
      try await console.signOut()
    }

    /// Chooses an entry of the app on the phone, where somebody is signed in to it.
    private func useApp(_ console: ConsoleSession, _ entry: String) async throws {
      try console.press("F4")
      try await console.see("Account: owner")
      try await console.goDown(to: entry)
      try console.press("Enter")
    }

    @Test func `QR code: nobody signed in scans nothing, and a picture gives two codes`()
      async throws
    {
      let console = try await setUp("smart-nvr")
      try await console.openPhone("Recorder app")
      let door = try await console.see("Log in to the app")
      #expect(!door.contains { $0.contains("Scan the QR code") })
      try console.press("Escape")
      try await console.see("Notifications")
      try console.press("F2")
      try await console.see("Live view")
      try await bind(console)
      try await console.restore(by: Self.qrTab)
      try await useApp(console, "Scan the QR code")
      let first = try await console.code(length: 8)
      try console.press("Enter")
      let second = try await console.code(length: 8, after: first)
      try console.press("Enter")
      try await console.see("▲ This QR code has given all its codes:", "refresh it.")

      try console.press("F2")
      try await console.press(button: "Refresh")
      try await console.answer("Refresh?", "Refresh")
      try await console.refuse(code: first, leaving: "4 tries")
      try await console.refuse(code: second, leaving: "3 tries")
      try await useApp(console, "Scan the QR code")
      let third = try await console.code(length: 8, after: second)
      try await console.enter(code: third)
      try await console.leaveProof()
      try await console.restore(by: Self.qrTab)
      try await console.refuse(code: third, leaving: "4 tries")
    }

    @Test func `app: its code works once, needs the network, and a reset takes the binding`()
      async throws
    {
      let console = try await setUp("smart-nvr")
      try await bind(console)
      try await console.restore(by: Self.appTab)
      try await useApp(console, "Forgot the password")
      let code = try await console.code(length: 6)
      try await console.enter(code: code)
      try await console.leaveProof()
      try await console.restore(by: Self.appTab)
      try await console.refuse(code: code, leaving: "4 tries left.")

      try console.press("F3")
      try await console.see("MAC ")
      try console.press("n")
      try await console.see("The cable is out.")
      try await useApp(console, "Forgot the password")
      try await console.see("offline", "▲ The recorder has no network: look at its")

      try console.press("F3")
      try await console.see("Network: no cable")
      try console.press("n")
      try await console.reset()
      try console.press("F4")
      try await console.see("no recorder bound")
      try await console.skipStart()
      try await console.finishSetup(password: Self.new, email: Self.email)
      try await console.signOut()
      try await console.restore(by: Self.dynamicTab)
      try await console.see("App ⊘  no app account has this recorder")
    }

    // MARK: Security questions

    @Test func `security questions: after five wrong answers they pause for half an hour`()
      async throws
    {
      let console = try await ConsoleSession(["--calm"])
      try await console.openAdmin(withDefault: "12345")
      try await console.setQuestions(current: "12345")
      try await console.leaveMenu()
      try await console.signOut()
      try await console.restore(by: "Answer all of them")
      for left in ["4 tries left", "3 tries left", "2 tries left", "1 try left"] {
        try await console.answerQuestions(["Rex", "Bath", "Hall"])
        try await console.see("▲ Not all answers are right. \(left)")
      }
      try await console.answerQuestions(["Rex", "Bath", "Hall"])
      try await console.see(
        "Security Questions ⊘  too many tries: paused for", Self.dynamicTab)
      try console.press("F8", "F8")
      try await console.seeNoMore("Security Questions ⊘")
      try await console.turn(to: "Answer all of them")
      try await console.answerQuestions(["Rex", "Bath", "Hill"])
      try await console.see("Identity confirmed")
    }
  }
}
