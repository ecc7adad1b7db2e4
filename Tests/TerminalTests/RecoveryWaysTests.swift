import Support
import Testing

extension RealTerminalTests {
  /// Every way back in from both ends, by keys alone.
  @Suite(.serialized) struct RecoveryWaysTests {
    private static let old = "Corner-Shop7"
    private static let new = "Fresh-Pass1"
    private static let email = "owner@example.com"

    private func setUp(_ recorder: String) async throws -> ConsoleSession {
      try await ConsoleSession.setUp(recorder, password: Self.old, email: Self.email)
    }

    @Test func `security questions: wrong answers are counted, right ones lead in`() async throws {
      let console = try await ConsoleSession(["--calm"])
      try await console.openAdmin(withDefault: "12345")
      try await console.changePassword(from: "12345", to: Self.old)
      try console.press("Tab")
      try await console.setQuestions(current: Self.old)
      try await console.leaveMenu()
      try await console.signOut()
      try await console.restore(by: "Answer all of them")
      for (answers, outcome) in [
        (["Rex", "Bath", "Hall"], "4 tries left"),
        ([" rex", "BATH", "hill "], "Identity confirmed"),
      ] {
        try await console.answerQuestions(answers)
        try await console.see(outcome)
      }
      try await console.setNewPassword(Self.new)
    }

    @Test func `e-mail: a wrong address gets nothing, the right one a code`() async throws {
      let console = try await setUp("nvr-1-4-2")
      try await console.signOut()
      try await console.restore(by: "ow•••@example.com")
      try console.type("thief@example.com")
      try await console.press(button: "Send a code")
      try await console.see("If the address is the registered one", "Time left")
      try console.press("F8")
      try await console.see("The time for the code is over")
      try await console.openPhone("Mail")
      try await console.see("No letters here")
      try console.press("F2")
      try await console.see("ow•••@example.com")
      try console.type(Self.email)
      try await console.press(button: "Send a code")
      try await console.see("If the address is the registered one")
      let code = try await letter(console)
      try await console.enter(code: "000000")
      try await console.see("4 tries left")
      try await console.enter(code: code)
      try await console.setNewPassword(Self.new)
    }

    /// The code in the newest letter on the phone, whose mail page is to be opened.
    private func letter(_ console: ConsoleSession) async throws -> String {
      try console.press("F4")
      if try await !console.terminal.wait(for: "practice phone").contains(where: {
        $0.contains("Inbox")
      }) {
        try await console.openPhone("Mail")
      }
      try await console.see("Inbox 1/")
      try console.press("Enter")
      return try await console.code(length: 6)
    }

    @Test func `client software: the laptop has the code sent`() async throws {
      let console = try await setUp("nvr-1-4-2")
      try await console.signOut()
      try await openClient(console)
      try await register(console, password: "not this one")
      try await console.see("Wrong user name or password", "5 tries left")
      try await register(console, password: Self.old)
      try await console.see("codes go to \(Self.email)")
      try await console.press(button: "Forgot password: send the e-mail")
      try await console.see("the code goes to the client's address")
      let code = try await letter(console)
      try console.press("F2")
      try await console.restore(by: "The client software on the laptop")
      try await console.press(button: "I have a code")
      try await console.see("the mail that the client asked for")
      try await console.enter(code: code)
      try await console.setNewPassword(Self.new)
    }

    private func openClient(_ console: ConsoleSession) async throws {
      try console.press("F6")
      try await console.see("IP Manager")
      try console.press("C-w")
      try await console.see("E-mail of the client")
    }

    private func register(_ console: ConsoleSession, password: String) async throws {
      try await console.focus("E-mail of the client")
      try console.press("C-u")
      try console.type(Self.email)
      try await console.focus("Password")
      try console.type(password)
      try await console.press(button: "Register")
    }

    @Test func `QR code: the app mails the code to the owner, and a new picture ends it`()
      async throws
    {
      let console = try await setUp("smart-nvr")
      try await console.signOut()
      try await console.restore(by: "Keep this screen open")
      try await console.openApp(account: "stranger")
      try console.press("Enter")
      try await console.see("The code is on its way")
      try console.press("Escape")
      try await console.see("Notifications")
      try await console.openPhone("Mail")
      try await console.see("Inbox 1/")
      try console.press("Enter")
      let code = try await console.code(length: 8)
      try await console.enter(code: code)
      try await console.setNewPassword(Self.new)
      try await console.signOut()
      try await console.restore(by: "Keep this screen open")
      try await console.enter(code: code)
      try await console.see("▲ This code is not right. 4 tries")
    }

    @Test func `app: bound at the menu it gives a code, which dies after ten minutes`()
      async throws
    {
      let console = try await setUp("nvr-1-4-12")
      try await console.bindApp(account: "owner")
      try await console.goDown(to: "Forgot the password")
      try console.press("Enter")
      let late = try await console.code(length: 6)
      try console.press("F8")
      try await console.seeNoMore("valid for")
      try console.press("Enter")
      let code = try await console.code(length: 6)
      #expect(code != late)
      try console.press("F2")
      // A quarter of an hour without a key: the recorder has signed admin out by itself.
      try await console.see("Live view")
      try await console.restore(by: "Open the app on the phone")
      try await console.enter(code: late)
      try await console.see("tries left")
      try await console.enter(code: code)
      try await console.setNewPassword(Self.new)
    }

    @Test func `unlock code: the desk and the command answer alike, and wrong digits do not open`()
      async throws
    {
      let console = try await setUp("nvr-1-4-12")
      try await console.signOut()
      try await console.restore(by: "Give these two to your dealer")
      let shown = try await console.see("Unlock code  ").joined()
      let digits = try #require(shown.firstMatch(of: /Unlock code +(\d{8})/)).output.1
      try console.press("C-p")
      try await console.see("Photo taken")
      try console.press("F5")
      try await console.press(button: "Show the photo")
      let code = try await console.code(length: 10)
      let asked = ["support-code", "--model", "NVR16-8400", "--unlock-code"]
      #expect(try ConsoleCommand.run(asked + ["\(digits)"]).output == code + "\n")
      let other = try ConsoleCommand.run(asked + ["00000000"]).output.dropLast()
      try await console.enter(code: String(other))
      try await console.see("4 tries left")
      try await console.enter(code: code)
      try await console.setNewPassword(Self.new)
    }

    @Test func `reset button: everything is as new, and the cameras keep their password`()
      async throws
    {
      let console = try await setUp("nvr-1-4-2")
      try console.press("F3")
      try await console.see("MAC ")
      try console.press("Space")
      try await console.see("Let go")
      try console.press("Space")
      try await console.see("too short")
      try await console.reset()
      try await console.skipStart()
      try await console.finishSetup(password: Self.new, email: Self.email)
      try await console.see("wrong user name or")
      try await console.openPage("Camera", "Channels", "Edit")
      try await console.see("refuse the recorder")
      try console.press("a")
      for (password, outcome) in [(Self.new, "Refused"), ("Cam-8200-Net", "Saved.")] {
        try await console.see("▸ Camera's password")
        try console.type(password)
        try await console.press(button: "Save")
        try await console.see(outcome)
      }
      try await console.leaveMenu()
      #expect(try !console.shows("wrong user name or"))
    }
  }
}
