import Foundation
import Support
import Testing

extension RealTerminalTests.ClassTests {
  /// Why units cannot be looked at here; nil: they can.
  static let noSystemd: String? =
    access("/usr/bin/systemd-analyze", X_OK) == 0
    ? nil : "Skipped: no systemd-analyze; sh Assets/Setup/debian.sh --tests installs it"

  @Test(.enabled(if: noSystemd == nil, "\(noSystemd ?? "")"))
  func `where systemd runs, units are written that it understands, started and stopped`() throws {
    let host = try ClassHost()
    // Nothing of this system's is started: what would be asked of systemd is noted down.
    let calls = try Self.pretendSystemd(in: host)
    let said = try host.admin(["init", "--word", ClassHost.word])
    #expect(said.contains("by systemd: recorder-class.socket"), "\(said)")
    #expect(
      try calls() == [
        "daemon-reload", "enable recorder-class.socket", "restart recorder-class.socket",
      ])
    let units = ["recorder-class.socket", "recorder-class@.service", "recorder-class.slice"]
      .map { "/etc/systemd/system/" + $0 }
    let verified = try host.outcome(["systemd-analyze", "verify", "--man=no"] + units)
    #expect(verified.status == 0 && verified.errors.isEmpty, "\(verified)")
    let temporary = try host.outcome([
      "systemd-tmpfiles", "--create", "/etc/tmpfiles.d/recorder-class.conf",
    ])
    #expect(temporary.status == 0 && temporary.errors.isEmpty, "\(temporary)")
    try host.admin(["end", "--seconds", "0"])
    #expect(try calls().last == "disable --now recorder-class.socket")
  }

  @Test(.enabled(if: noSystemd == nil, "\(noSystemd ?? "")"))
  func `a connection that systemd accepts leads to one's own recorder`() async throws {
    let host = try ClassHost()
    let key = try host.addKey("ann")
    let port = try ClassHost.freePort()
    // As the units say: an sshd for each connection.
    let listener = try BackgroundTool(
      host.inside([
        "systemd-socket-activate", "--accept", "--inetd", "--listen", "127.0.0.1:\(port)",
        "/usr/sbin/sshd", "-i", "-f", "/etc/recorder-class/sshd_config",
      ]), folder: host.folder, environment: ClassHost.systemPath)
    try await host.wait("it listens") { listener.said.contains("Listening") }
    let session = try await TmuxSession(host.ssh(key, port: port))
    try await session.wait(for: "Monitor · Live view")
    try session.send("F3")
    try await session.wait(for: "Back panel ·")
    try session.hangUp()
    try await host.waitUntilEmpty()
    let again = try await TmuxSession(host.ssh(key, port: port))
    try await again.wait(for: "Back panel ·")
  }

  /// Puts a script in the place of systemctl, in the host alone; returns what reads how it was called.
  private static func pretendSystemd(in host: ClassHost) throws -> () throws -> [String] {
    let script = host.folder.path + "/systemctl"
    try Data("#!/bin/sh\necho \"$*\" >>/run/systemd/calls\n".utf8).write(
      to: URL(fileURLWithPath: script))
    for words in [
      ["chmod", "755", script], ["mount", "--bind", script, "/usr/bin/systemctl"],
      ["mkdir", "-p", "/run/systemd/system"],
    ] {
      let made = try host.outcome(words)
      guard made.status == 0 else { throw ClassHost.Failure(said: made.errors) }
    }
    return {
      try String(contentsOfFile: host.path("/run/systemd/calls"), encoding: .utf8)
        .split(separator: "\n").map(String.init)
    }
  }
}
