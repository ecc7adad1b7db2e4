import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// Real letters by the built program.
  @Suite(.serialized, .withMailServer) struct MailTests {
    private let server: MailServerProcess

    init() throws { server = try #require(MailServerProcess.current) }

    private func options(_ kind: MailServerProcess.Kind) throws -> [String] {
      [
        "check-mail", "--smtp", try server.url(kind), "--smtp-from", "dvr@example.org",
        "--smtp-ca", server.certificate,
      ]
    }

    @Test func `a test letter is delivered, and one line says so`() throws {
      let told = try ConsoleCommand.run(options(.starttls) + ["--to", "one@example.org"])
      #expect(told.status == 0 && told.errors == "", "\(told.errors)")
      #expect(told.output == "The mail server has taken the letter. It is for one@example.org.\n")
      let letter = try server.letter(for: "one@example.org")
      #expect(letter.contains("\r\nSubject: SIMULATED: a test letter\r\n"))
      #expect(letter.hasPrefix("From: <dvr@example.org>\r\nTo: <one@example.org>\r\n"))
      #expect(try server.envelope(for: "one@example.org") == "dvr@example.org encrypted nobody")
    }

    @Test func `a refusal ends with 1 and the server's words`() throws {
      let told = try ConsoleCommand.run(options(.plain) + ["--to", "nobody@example.org"])
      #expect(told.status == 1 && told.output == "")
      #expect(
        told.errors == "recorder-console: The mail server refuses the recipient: "
          + "550 5.1.1 no such user here\n")
    }

    @Test func `without libcurl the letter is not sent, and what to install is told`() throws {
      let home = try ConsoleHome()
      for name in ["libcurl.so.4", "libcurl-gnutls.so.4"] {
        try Data().write(to: home.url.appendingPathComponent(name))
      }
      let told = try ConsoleCommand.run(
        options(.plain) + ["--to", "four@example.org"],
        variables: ["LD_LIBRARY_PATH": home.url.path])
      #expect(told.status == 1)
      #expect(told.errors.contains("apt-get install libcurl4"), "\(told.errors)")
    }

    @Test func `the secret may be in a file that only its owner reads`() throws {
      let home = try ConsoleHome()
      let file = try home.secretFile(MailServerProcess.secret + "\n")
      let told = try ConsoleCommand.run(
        options(.signin) + ["--to", "two@example.org", "--smtp-user", MailServerProcess.user]
          + ["--smtp-secret-file", file])
      #expect(told.status == 0, "\(told.errors)")
      #expect(try server.envelope(for: "two@example.org") == "dvr@example.org encrypted trainer")
    }

    @Test(arguments: [
      ("secret\n", 0o644, "can be read by others than its owner. Make it yours alone: chmod 600 "),
      ("secret\n", 0o640, "chmod 600 "), ("", 0o600, "is empty"), ("\n", 0o600, "is empty"),
      ("one\ntwo\n", 0o600, "in its one line, and is larger"),
      (String(repeating: "x", count: 2_000), 0o600, "and is larger"),
    ])
    func `a file that is no good is told why`(
      text: String, permissions: Int, complaint: String
    ) throws {
      let home = try ConsoleHome()
      let file = try home.secretFile(text, permissions: permissions)
      try expectRefusal(of: file, complaint)
    }

    @Test func `a file that is not there is told`() throws {
      let home = try ConsoleHome()
      try expectRefusal(of: home.url.path + "/none", "could not be read: No such file")
      try expectRefusal(of: home.url.path, "was expected to be a file")
    }

    private func expectRefusal(of file: String, _ complaint: String) throws {
      let told = try ConsoleCommand.run([
        "practice", "--smtp", "smtp://127.0.0.1:1", "--smtp-user", "a@b.c",
        "--smtp-secret-file", file,
      ])
      #expect(told.status == 1)
      #expect(told.errors.contains("--smtp-secret-file: \(file)"), "\(told.errors)")
      #expect(told.errors.contains(complaint), "\(told.errors)")
    }

    @Test(arguments: [
      ("none", "could not be read: No such file"), ("", "could not be read: it is a folder"),
      ("notes.txt", "was expected to hold certificates (PEM), and has none."),
    ])
    func `a file of certificates that is none is told`(name: String, complaint: String) throws {
      let home = try ConsoleHome()
      try "Not a certificate.".write(
        to: home.url.appendingPathComponent("notes.txt"), atomically: true, encoding: .utf8)
      let told = try ConsoleCommand.run([
        "practice", "--smtp", "smtp://127.0.0.1:1", "--smtp-from", "a@b.c", "--smtp-ca",
        home.url.appendingPathComponent(name).path,
      ])
      #expect(told.status == 1)
      #expect(told.errors.contains("--smtp-ca: "), "\(told.errors)")
      #expect(told.errors.contains(complaint), "\(told.errors)")
    }

    @Test func `a secret without a file is asked for, and never shown`() async throws {
      let signIn = ["--to", "three@example.org", "--smtp-user", MailServerProcess.user]
      let arguments = try options(.signin) + signIn
      let console = try await ConsoleSession(arguments, columns: 120)
      try await console.see("Secret of trainer at 127.0.0.1:")
      try console.type("wrong")
      try console.press("C-u")
      try console.type(MailServerProcess.secret + "x")
      try console.press("BSpace", "Enter")
      try await console.see("It is for three@example.org.")
      #expect(try !console.shows(MailServerProcess.secret))
      #expect(try await console.terminal.waitForExit() == 0)
      #expect(try console.terminal.terminalSettings().contains(" echo "))
    }

    @Test(arguments: ["C-c", "C-d", "Enter"])
    func `a secret that is not given leaves the terminal as it was`(key: String) async throws {
      let console = try await ConsoleSession([
        "practice", "--smtp", "smtp://127.0.0.1:1", "--smtp-user", "a@b.c",
      ])
      try await console.see("Secret of a@b.c at 127.0.0.1:")
      try console.press(key)
      try await console.see("no secret was given")
      #expect(try await console.terminal.waitForExit() == 1)
      #expect(try console.terminal.terminalSettings().contains(" echo "))
    }

    @Test(arguments: [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGABRT, SIGUSR1])
    func `a signal at the prompt gives the echo back, and no core is left`(
      signal: Int32
    ) async throws {
      let console = try await ConsoleSession([
        "practice", "--smtp", "smtp://127.0.0.1:1", "--smtp-user", "a@b.c",
      ])
      try await console.see("Secret of a@b.c at 127.0.0.1:")
      try console.type("half")
      try Self.expectNoCore(of: try #require(console.terminal.process))
      try console.terminal.kill(SIGTSTP)
      try console.terminal.kill(signal)
      try await console.terminal.waitForExit()
      #expect(try console.terminal.terminalSettings().contains(" echo "))
    }

    @Test func `with a secret in memory no core is left`() async throws {
      let home = try ConsoleHome()
      let file = try home.secretFile(MailServerProcess.secret + "\n")
      let console = try await ConsoleSession([
        "practice", "--calm", "--smtp", "smtp://127.0.0.1:1", "--smtp-user", "a@b.c",
        "--smtp-secret-file", file,
      ])
      try await console.waitForLiveView()
      try Self.expectNoCore(of: try #require(console.terminal.process))
    }

    /// The system's own list of what a process may do.
    private static func expectNoCore(of process: Int32) throws {
      let limits = try String(contentsOfFile: "/proc/\(process)/limits", encoding: .utf8)
      let line = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") }
      #expect(line?.split(whereSeparator: \.isWhitespace)[4...5] == ["0", "0"], "\(line ?? "")")
    }

    @Test func `without a terminal nobody can be asked`() throws {
      let told = try ConsoleCommand.run(
        options(.signin) + ["--to", "a@b.c", "--smtp-user", MailServerProcess.user])
      #expect(told.status == 1)
      #expect(told.errors.contains("stdin is none: name a file with --smtp-secret-file"))
    }

    @Test(arguments: [
      (["--smtp", "mail.example.org"], "--smtp expected smtp://HOST[:PORT]"),
      (["--smtp", "smtp://a"], "--smtp-from is missing"),
      (["--smtp", "smtp://a", "--smtp-from", "x"], "--smtp-from expected a mail address"),
      (["--smtp-user", "x"], "need --smtp URL"), ([], "--smtp is missing"),
      (["--smtp", "smtp://a", "--smtp-from", "a@b", "--smtp-secret-file", "f"], "-user NAME"),
      (["--smtp", "smtp://a", "--smtp-from", "a@b\nBcc: c@d"], "expected a mail address"),
    ])
    func `a wrong option ends with 64 and what was expected`(
      arguments: [String], complaint: String
    ) throws {
      let told = try ConsoleCommand.run(["check-mail", "--to", "a@b.c"] + arguments)
      #expect(told.status == 64)
      #expect(told.errors.contains(complaint), "\(told.errors)")
    }

    @Test func `no option takes the secret itself`() throws {
      for command in ["practice", "check-mail"] {
        let help = try ConsoleCommand.run([command, "--help"]).output
        let options = help.matches(of: #/--smtp[a-z-]*/#).map { String($0.output) }
        #expect(
          Set(options).isSubset(of: [
            "--smtp", "--smtp-user", "--smtp-secret-file", "--smtp-from", "--smtp-ca",
            "--smtp-require-tls",
          ]), "\(options)")
        #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(help)")
      }
    }
  }
}
