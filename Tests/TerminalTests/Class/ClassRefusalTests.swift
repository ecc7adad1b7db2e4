import Foundation
import Support
import Testing

extension RealTerminalTests.ClassTests {
  @Test func `nothing but the console is to be had`() async throws {
    let host = try ClassHost()
    let key = try host.addKey("ann")
    let command = try host.attempt(key, ["-T"], then: ["cat /etc/passwd"])
    #expect(command.status == 64 && command.output.isEmpty, "\(command)")
    #expect(command.errors.contains("runs and copies nothing"))
    let enter = try host.attempt(key, ["-tt"], then: ["class enter bert"])
    #expect(enter.status == 64, "\(enter)")
    let bare = try host.attempt(key, ["-T"])
    #expect(bare.status == 64 && bare.errors.contains("needs a terminal"), "\(bare)")
    let sftp = try host.attempt(key, ["-s"], then: ["sftp"])
    #expect(sftp.status != 0 && sftp.errors.contains("subsystem request failed"), "\(sftp)")
    let remote = try host.attempt(
      key, ["-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:22"])
    #expect(remote.status == 255, "\(remote)")
    // A forward of ours is made at the client's end; its first byte is refused at the other.
    let direct = try host.attempt(key, ["-W", "127.0.0.1:\(host.port)"])
    #expect(direct.status == 255 && direct.output.isEmpty, "\(direct)")
    let stranger = try host.attempt(nil, ["-T", "-o", "BatchMode=yes"])
    #expect(stranger.status == 255, "\(stranger)")
  }

  @Test func `no file is copied, in the old way or the new`() throws {
    let host = try ClassHost()
    let key = try host.addKey("ann")
    let old = try host.attempt(host.scp(key, ["-O"], key + ".pub"))
    #expect(old.status != 0 && old.errors.contains("runs and copies nothing"), "\(old)")
    let new = try host.attempt(host.scp(key, ["-s"], key + ".pub"))
    #expect(new.status != 0 && new.errors.contains("subsystem request failed"), "\(new)")
    let found = try host.outcome(["find", "/var/lib/recorder-class", "-name", "copied*"])
    #expect(found.output.isEmpty)
  }

  // A key is restricted by itself as well: whoever has but the word is kept from it by sshd's settings alone.
  @Test(arguments: [true, false])
  func `beside a session no port, agent, display or variable is let in`(
    byKey: Bool
  ) async throws {
    let host = try ClassHost()
    let key = byKey ? try host.addKey("ann") : nil
    let (local, socks) = (try ClassHost.freePort(), try ClassHost.freePort())
    let names = [
      "LD_PRELOAD", "LD_LIBRARY_PATH", "BASH_ENV", "TERMINFO", "NO_COLOR", "LC_TIME",
      "RECORDER_CONSOLE_ASSETS", "XDG_STATE_HOME", "SSH_ORIGINAL_COMMAND",
    ]
    let options = [
      "-tt", "-A", "-Y", "-L", "\(local):127.0.0.1:\(host.port)", "-D", "127.0.0.1:\(socks)",
      "-o", "SetEnv=" + names.map { "\($0)=/tmp/own" }.joined(separator: " "),
    ]
    // With an agent and a display that could be lent.
    let session = try await TmuxSession(
      ["ssh-agent"] + host.ssh(key, options), variables: ["DISPLAY": "127.0.0.1:0"])
    if !byKey {
      try await session.wait(for: "password:")
      try session.type(ClassHost.word)
      try session.send("Enter")
    }
    try await session.wait(for: byKey ? "Live view" : "Your own word")
    let pid = try #require(try host.sessions().first)
    let seen = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(pid)/environ"))
      .split(separator: 0).map { String(decoding: $0.prefix { $0 != 0x3d }, as: UTF8.self) }
    let known: Set = [
      "LANG", "TERM", "USER", "LOGNAME", "HOME", "PATH", "SHELL", "MAIL", "SSH_CLIENT",
      "SSH_CONNECTION", "SSH_TTY", "SSH_USER_AUTH",
    ]
    #expect(Set(seen).subtracting(known).isEmpty && seen.contains("SSH_USER_AUTH"), "\(seen)")

    let forwarded = try Self.talk(to: local, [])
    #expect(!forwarded.contains("SSH-"), "\(forwarded)")
    let port = [UInt8(host.port >> 8), UInt8(host.port & 0xff)]
    let dynamic = try Self.talk(to: socks, [[5, 1, 0], [5, 1, 0, 1, 127, 0, 0, 1] + port])
    #expect(!dynamic.contains("SSH-"), "\(dynamic)")
    // The client listened, and what it asked for was refused: the session goes on.
    try session.send(byKey ? "F3" : "Escape")
    try await session.wait(for: byKey ? "Back panel ·" : "Nobody takes part in this class")
  }

  /// What a port of this computer says until it closes, as far as it is ASCII.
  private static func talk(to port: Int, _ sentences: [[UInt8]]) throws -> String {
    let line = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(line) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    address.sin_port = in_port_t(port).bigEndian
    let connected = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(line, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw ClassHost.Failure(said: "nobody listens at \(port)") }
    for sentence in sentences { send(line, sentence, sentence.count, Int32(MSG_NOSIGNAL)) }
    var (said, bytes) = ([UInt8](), [UInt8](repeating: 0, count: 512))
    while true {
      var waited = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
      guard poll(&waited, 1, 30_000) > 0 else {
        throw ClassHost.Failure(said: "port \(port) stays open after \(said)")
      }
      let count = recv(line, &bytes, bytes.count, 0)
      guard count > 0 else { return String(decoding: said, as: UTF8.self) }
      said += bytes[..<count]
    }
  }

  @Test(arguments: [
    ("no-such-terminal", "This system does not know TERM=no-such-terminal: xterm-256color stands"),
    ("dumb", "cannot place its cursor"),
  ])
  func `a terminal that the host does not know gets an answer`(
    kind: String, words: String
  ) async throws {
    let host = try ClassHost()
    let session = try await host.session(try host.addKey("ann"), terminal: kind)
    guard kind == "dumb" else {
      try await session.wait(for: "Monitor · Live view")
      try await session.wait(for: words)
      return
    }
    #expect(try await session.waitForExit() == 1)
    #expect(try session.screen().joined(separator: " ").contains(words))
    try await host.waitUntilEmpty()
  }
}
