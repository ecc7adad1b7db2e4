import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// The console at one end, a client of somebody else's at the other, and one recorder between them.
  @Suite(
    .serialized,
    .enabled(
      if: ForeignClient.isThere("onvif-zeep"),
      "Skipped: no .peers/onvif-zeep; sh Assets/Setup/debian.sh --tests makes it"))
  struct TwoEndsTests {
    private let home: ConsoleHome

    init() throws { home = try ConsoleHome() }

    /// What the client says of a password: that it is let in, or that it is not.
    private func client(_ port: Int, _ password: String, _ more: String...) throws -> String {
      try ForeignClient.run(
        "onvif-zeep", of: "onvif-zeep", ["\(port)", "admin", password] + more
      ).output
    }

    @Test func `a password changed over the line is the one that others come in with`() async throws
    {
      let serving = try Serving(["--onvif", "0"])
      let port = try serving.port
      let file = try home.secretFile("12345")
      let console = try await ConsoleSession(
        [
          "connect", "http://127.0.0.1:\(port)", "--user", "admin", "--secret-file", file,
          "--allow-changes", "--calm",
        ], columns: 100, rows: 30)
      try await console.see("LIVE DEVICE", "CAM 1 Driveway")
      try await console.openAdmin()
      for text in ["12345", "Fresh-Pass1", "Fresh-Pass1"] {
        try console.type(text)
        try console.press("Tab")
      }
      try await console.see("the same")
      try await console.focus("Save")
      try console.press("Enter")
      try await console.see("Change the real recorder?", "User admin: a new password")
      #expect(try client(port, "12345", "--users") == "let in: admin\n", "nothing is sent yet")
      try await console.focus("Change it")
      try console.press("Enter")
      try await console.seeNoMore("Change the real recorder?")
      try await console.terminal.wait("the new password did not open") {
        try client(port, "Fresh-Pass1", "--users") == "let in: admin\n"
      }
      #expect(try client(port, "12345", "--users").hasPrefix("refused"))
    }

    @Test func `a password set by a client is what the monitor shows, and its login stands there`()
      async throws
    {
      // A port that was free just now is free yet.
      let port = try Serving(["--onvif", "0"]).port
      let console = try await ConsoleSession(
        ["practice", "--calm", "--onvif", "\(port)"], in: home, columns: 100, rows: 30)
      try await console.waitForLiveView()
      #expect(try client(port, "12345", "--set", "Client-Pass1") == "set\n")
      #expect(try client(port, "12345", "--users").hasPrefix("refused"))
      #expect(try client(port, "Client-Pass1", "--users") == "let in: admin\n")
      try await console.signIn("Client-Pass1")
      try await console.openAdmin()
      try await console.see("strength: high")
      try console.press("Escape", "Escape")
      for page in ["Groups", "Security", "Block/allow", "User status"] {
        try console.press("Right")
        try await console.see("System > User > \(page)")
      }
      try await console.see("at the recorder", "127.0.0.1")
    }
  }
}
