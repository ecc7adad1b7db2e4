import Foundation
import Support
import Synchronization
import Testing

/// A host with a class: users, folders and an sshd of its own, on loopback.
final class ClassHost: Sendable {
  /// Why there can be none here; nil: there can.
  static let obstacle: String? =
    if geteuid() != 0 {
      "a class is set up by root"
    } else if access("/usr/sbin/sshd", X_OK) != 0 {
      "openssh-server is not installed"
    } else if access("/usr/bin/unshare", X_OK) != 0 {
      "util-linux is not installed"
    } else if !mayMount {
      "no mount namespace can be made here"
    } else {
      nil
    }

  private static var mayMount: Bool {
    let words = ["unshare", "--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    let attempt = try? BackgroundTool(
      words, folder: FileManager.default.temporaryDirectory, environment: systemPath)
    return attempt?.wait() == 0
  }

  struct Failure: Error { let said: String }

  let port: Int
  let folder: URL
  private let holder: BackgroundTool
  /// The host stands for as long as this is open.
  private let input: PrivatePipe
  /// The process that holds the host together.
  let pid: Int32
  static let word = "harbour-lantern-42"

  init(_ options: [String] = []) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("class-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(
      atPath: folder.path + "/host", withIntermediateDirectories: true)
    let input = try PrivatePipe(at: folder.path + "/input")
    let holder = try BackgroundTool(
      whenReady: [
        PackageRoot.url.appendingPathComponent("Tests/Scripts/class-host").path,
        folder.path + "/host", PackageRoot.url.appendingPathComponent("Assets").path,
        try BuiltProgram.path(named: "recorder-console"),
        try BuiltProgram.path(named: "try-in-sandbox"),
      ], input: input.path, folder: folder, environment: ClassHost.systemPath)
    pid = holder.process
    (self.folder, self.holder, self.input) = (folder, holder, input)
    guard holder.firstLine.hasPrefix("ready ") else {
      throw Failure(said: "no host: \(holder.said)")
    }
    port = try ClassHost.freePort()
    try admin(
      ["init", "--address", "127.0.0.1", "--port", "\(port)", "--word", ClassHost.word] + options)
  }

  deinit {
    input.shut()
    holder.wait()
    try? FileManager.default.removeItem(at: folder)
  }

  static let systemPath = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"]

  private static let nextPort = Mutex(Int.random(in: 20_000..<28_000))

  /// A port that nobody has: hosts stand side by side, and no connection of this system's takes one of these.
  static func freePort() throws -> Int {
    for _ in 0..<1_000 {
      let port = nextPort.withLock { port in
        port += 1
        return port
      }
      if isFree(port) { return port }
    }
    throw Failure(said: "no port is free")
  }

  private static func isFree(_ port: Int) -> Bool {
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(probe) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    address.sin_port = in_port_t(port).bigEndian
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(probe, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  /// Words that run a command in the host.
  func inside(_ words: [String]) -> [String] {
    ["nsenter", "--target", "\(pid)", "--mount", "--"] + words
  }

  /// Runs a command of root's in the host.
  func outcome(_ words: [String]) throws -> (status: Int32, output: String, errors: String) {
    let tool = CommandLineTool(folder: folder, environment: ClassHost.systemPath)
    return try tool.outcome(of: inside(words))
  }

  /// Runs a command of the class as root, which has to succeed.
  @discardableResult
  func admin(_ words: [String]) throws -> String {
    let (status, output, errors) = try outcome(
      ["/usr/local/bin/recorder-console", "class"] + words)
    guard status == 0 else { throw Failure(said: output + errors) }
    return output
  }

  /// Makes a key for a trainee and lets them take part with it; returns its file.
  func addKey(_ name: String) throws -> String {
    let file = "\(folder.path)/\(name)"
    let tool = CommandLineTool(folder: folder, environment: ["PATH": "/usr/bin:/bin"])
    _ = try tool.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file])
    try admin(["add", name, "--key", file + ".pub"])
    return file
  }

  /// Lets a trainee take part with a word; returns it.
  func addWord(_ name: String) throws -> String {
    try admin(["add", name]).split(whereSeparator: \.isWhitespace).last.map(String.init) ?? ""
  }

  /// The words by which a trainee with a key comes in; `options` are those of ssh.
  func ssh(_ key: String?, _ options: [String] = ["-tt"], port: Int? = nil) -> [String] {
    ["ssh", "-p", "\(port ?? self.port)"] + way(key) + options + ["class@127.0.0.1"]
  }

  /// The words by which a trainee with a key would copy a file to the class.
  func scp(_ key: String, _ options: [String], _ file: String) -> [String] {
    ["scp", "-P", "\(port)"] + way(key) + options + [file, "class@127.0.0.1:copied"]
  }

  private func way(_ key: String?) -> [String] {
    let proof =
      key.map { ["-i", $0, "-o", "PasswordAuthentication=no"] }
      ?? ["-o", "PubkeyAuthentication=no"]
    return ["-F", "none", "-o", "IdentitiesOnly=yes"] + proof
      + ["-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"]
      + ["-o", "LogLevel=ERROR", "-o", "SendEnv=LANG"]
  }

  /// A trainee with a key, in a terminal; nil: somebody who is asked for the word of the class.
  func session(
    _ key: String?, columns: Int = 80, rows: Int = 24, terminal: String = "xterm-256color",
    options: [String] = ["-tt"], variables: [String: String] = [:]
  ) async throws -> TmuxSession {
    try await TmuxSession(
      ssh(key, options), columns: columns, rows: rows, terminal: terminal, variables: variables)
  }

  /// Somebody who has come as far as the lobby, by the word of the class.
  func visitor() async throws -> TmuxSession {
    let session = try await session(nil)
    try await session.wait(for: "password:")
    try session.type(ClassHost.word)
    try session.send("Enter")
    try await session.wait(for: "Your own word")
    return session
  }

  /// Somebody without a terminal, who wants something of the host.
  func attempt(
    _ key: String?, _ options: [String], then words: [String] = []
  ) throws -> (status: Int32, output: String, errors: String) {
    try attempt(ssh(key, options) + words)
  }

  /// Runs a client to its end, outside of the host.
  func attempt(_ words: [String]) throws -> (status: Int32, output: String, errors: String) {
    let tool = CommandLineTool(folder: folder, environment: ["PATH": "/usr/bin:/bin"])
    return try tool.outcome(of: ["timeout", "60"] + words)
  }
}
