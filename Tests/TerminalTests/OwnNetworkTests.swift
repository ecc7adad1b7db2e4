import Foundation
import Support
import Testing

extension RealTerminalTests {
  /// The laptop's IP Manager over a network with real devices: the built program serves them, in a network of
  /// its own.
  @Suite(
    .serialized,
    .enabled(
      if: ServeTests.hasNamespaces, "Skipped: making network namespaces needs root and iproute2"))
  struct OwnNetworkTests {
    private let home: ConsoleHome

    init() throws { home = try ConsoleHome() }

    private func connected(_ more: String...) async throws -> TmuxSession {
      let script = PackageRoot.url.appendingPathComponent("Tests/Scripts/own-network").path
      let terminal = try await TmuxSession(
        [
          "unshare", "--net", "--", script, try BuiltProgram.path(named: "recorder-console"),
          home.url.path,
        ] + more,
        columns: 100, rows: 30)
      try await terminal.wait(for: "LIVE DEVICE")
      try await terminal.wait(for: "Driveway")
      try terminal.send("F6")
      try await terminal.wait(for: "Search finished: 3 devices.")
      return terminal
    }

    private func focus(_ label: String, in terminal: TmuxSession) async throws {
      for _ in 0..<20 {
        if try terminal.screen().contains(where: { $0.contains("▸ " + label) }) { return }
        let before = try terminal.cursor()
        try terminal.send("Tab")
        try await terminal.wait("Tab moves") { try terminal.cursor() != before }
      }
      Issue.record("Tab never led to \(label)")
    }

    @Test func `only named devices are restarted, after a dry run and their number`() async throws {
      let laptop = try await connected("--allow-changes")
      try laptop.send("a")
      try await laptop.wait(for: "3 marked")
      try laptop.send("m")
      try await laptop.wait(for: "For 3 devices")
      try laptop.send("r")
      try await laptop.wait(for: "each by the list of credentials")
      try await focus("Devices at a time", in: laptop)
      for button in ["Stop", "Dry run"] {
        let before = try laptop.cursor()
        try laptop.send("Down")
        try await laptop.wait("Down leads to \(button)") { try laptop.cursor() != before }
      }
      try laptop.send("Enter")
      try await laptop.wait(for: "2 of 3 devices will accept this.")
      try await laptop.wait(for: "not in the list of credentials")
      try await laptop.wait(for: "no password was tried")
      try laptop.send("Enter")
      try await laptop.wait(for: "Type the number of devices to go on: 2")
      try laptop.type("3")
      try laptop.send("Tab")
      try laptop.send("Enter")
      try await laptop.wait(for: "That is not their number. Nothing was sent.")
      try laptop.send("BSpace")
      try laptop.type("2")
      try laptop.send("Tab")
      try laptop.send("Enter")
      try await laptop.wait(for: "2 devices: 2 done, 0 failed")
      let done = try laptop.screen().filter { $0.contains("✓ done") }
      #expect(done.count == 2 && !done.contains { $0.contains(":8083") }, "\(done)")
      try laptop.send("C-c")
      try await laptop.wait(for: "The recorder stays as it is now.")
      try laptop.send("C-c")
      #expect(try await laptop.waitForExit() == 0)
    }

    @Test func `without leave to change nothing is offered that changes something`() async throws {
      let laptop = try await connected()
      try laptop.send("a")
      try await laptop.wait(for: "3 marked")
      try laptop.send("m")
      try await laptop.wait(for: "For 3 devices")
      let restart = try laptop.screen().first { $0.contains("Restart") }
      #expect(restart?.contains("⊘") == true, "\(restart ?? "")")
      try laptop.send("r")
      try await laptop.wait(for: "--allow-changes")
    }
  }
}
