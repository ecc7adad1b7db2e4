import Support
import Testing

extension RealTerminalTests {
  /// Restore Password with codes that a real mail server carries.
  @Suite(.serialized, .withMailServer) struct RecoveryMailTests {
    private let server: MailServerProcess
    private let assets: ConsoleAssets

    init() throws {
      server = try #require(MailServerProcess.current)
      assets = try ConsoleAssets()
    }

    /// Opens a recorder whose recovery e-mail is `address`, and asks for a code.
    private func askForCode(
      to address: String, by url: String, in home: ConsoleHome
    ) async throws -> ConsoleSession {
      try assets.add(
        "Scenarios/by-mail.yaml",
        """
        scenario: by-mail
        title: By mail
        story: Nobody knows the password.
        recorder: nvr-1-4-2
        start: 2026-11-20 23:04
        situation: { adminPassword: lost, email: \(address) }
        steps: [{ id: back, say: Come back in., until: account-removed }]
        goals: [{ say: It runs, check: running }]
        """)
      let console = try await ConsoleSession(
        ["practice", "by-mail", "--calm", "--assets", assets.url.path, "--smtp", url]
          + ["--smtp-from", "dvr@example.org", "--smtp-ca", server.certificate], in: home)
      try await console.see("Nobody knows the password.")
      try console.press("Enter")
      try await console.see("Lesson 1/1")
      try await console.openSignIn()
      try await console.focus("Restore Password")
      try console.press("Enter")
      try await console.see("▸ E-mail")
      try console.type(address)
      try console.press("Enter")
      try await console.see("a code is on its way")
      return console
    }

    @Test func `the code in the letter leads back in`() async throws {
      let home = try ConsoleHome()
      let console = try await askForCode(
        to: "owner@example.org", by: try server.url(.starttls), in: home)
      try await console.see("✓ The mail server took the letter.")
      let letter = try await server.arrivedLetter(for: "owner@example.org")
      #expect(letter.contains("\r\nSubject: SIMULATED: Code for Restore Password\r\n"))
      #expect(try server.envelope(for: "owner@example.org").contains("encrypted"))
      let code = try #require(letter.firstMatch(of: /\r\n(\d{6})\r\n/)).output.1
      #expect(try !console.shows(String(code)))
      try console.type(String(code))
      try console.press("Enter")
      try await console.see("Identity confirmed")
      try console.type("Fresh-Pass1")
      try console.press("Tab")
      try console.type("Fresh-Pass1")
      try await console.focus("Set and log in")
      try console.press("Enter")
      try await console.seeNoMore("Identity confirmed")
      #expect(try await console.see("CAM 1 Driveway")[0].contains("admin"))
      let mention = try home.mention(of: code)
      #expect(mention == nil, "a file keeps the code")
    }

    @Test func `a refused recipient is said plainly`() async throws {
      let console = try await askForCode(
        to: "nobody@example.org", by: try server.url(.plain), in: try ConsoleHome())
      let screen = try await console.see("▲ The mail did not leave:", "such user here")
      let words = screen.joined().split { $0 == " " || $0 == "│" }.joined(separator: " ")
      #expect(words.contains("refuses the recipient: 550 5.1.1 no such user here"), "\(words)")
    }

    @Test func `a server that is down is told at once`() async throws {
      let console = try await askForCode(
        to: "owner2@example.org", by: "smtp://127.0.0.1:1", in: try ConsoleHome())
      try await console.see("▲ The mail did not leave:", "cannot be reached")
    }

    @Test func `a slow server holds up neither keys nor leaving`() async throws {
      let console = try await askForCode(
        to: "owner3@example.org", by: try server.url(.silent), in: try ConsoleHome())
      try await console.see("The mail server has it since")
      let start = ContinuousClock.now
      // The recorder itself answers: it refuses the code.
      try console.type("000000")
      try console.press("Enter")
      try await console.see("This code is not right", "The mail server has it since")
      // The courier would wait for eight seconds; whatever waited for it would wait as long.
      #expect(ContinuousClock.now - start < .seconds(7))
      let leaving = ContinuousClock.now
      try console.press("C-c", "C-c")
      _ = try await console.terminal.waitForExit()
      #expect(ContinuousClock.now - leaving < .seconds(7))
    }

    @Test func `a server that says nothing is given up within the limits`() async throws {
      let console = try await askForCode(
        to: "owner4@example.org", by: try server.url(.silent), in: try ConsoleHome())
      let start = ContinuousClock.now
      try await console.terminal.wait(for: "did not answer in time", within: .seconds(20))
      #expect(ContinuousClock.now - start < .seconds(17))
    }
  }
}
