import Foundation
import Support
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
    let attempt = Process()
    attempt.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
    attempt.arguments = ["--mount", "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    guard (try? attempt.run()) != nil else { return false }
    attempt.waitUntilExit()
    return attempt.terminationStatus == 0
  }

  struct Failure: Error { let said: String }

  let port: Int
  private let folder: URL
  private let holder: Process
  private let input = Pipe()
  private let pid: Int32
  static let word = "harbour-lantern-42"

  init(_ options: [String] = []) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("class-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let holder = Process()
    holder.executableURL = PackageRoot.url.appendingPathComponent("Tests/Scripts/class-host")
    holder.arguments = [
      folder.path + "/host", try BuiltProgram.path(named: "recorder-console"),
      PackageRoot.url.appendingPathComponent("Assets").path,
    ]
    try FileManager.default.createDirectory(
      atPath: folder.path + "/host", withIntermediateDirectories: true)
    let said = Pipe()
    (holder.standardInput, holder.standardOutput) = (input, said)
    try holder.run()
    let line = said.firstLine()
    guard line.hasPrefix("ready "), let pid = Int32(line.dropFirst(6).dropLast()) else {
      throw Failure(said: "no host: \(line)")
    }
    (self.folder, self.holder, self.pid) = (folder, holder, pid)
    port = ClassHost.freePort()
    try admin(
      ["init", "--address", "127.0.0.1", "--port", "\(port)", "--word", ClassHost.word] + options)
  }

  deinit {
    try? input.fileHandleForWriting.close()
    holder.waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// A port that nobody has at the moment.
  private static func freePort() -> Int {
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(probe) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(probe, $0, size)
        _ = getsockname(probe, $0, &size)
      }
    }
    return Int(UInt16(bigEndian: address.sin_port))
  }

  /// Words that run a command in the host.
  func inside(_ words: [String]) -> [String] {
    ["nsenter", "--target", "\(pid)", "--mount", "--"] + words
  }

  /// Runs a command of root's in the host.
  func outcome(_ words: [String]) throws -> (status: Int32, output: String, errors: String) {
    let tool = CommandLineTool(
      folder: folder, environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"])
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
  func ssh(_ key: String?, _ options: [String] = ["-tt"]) -> [String] {
    let way =
      key.map { ["-i", $0, "-o", "PasswordAuthentication=no"] }
      ?? ["-o", "PubkeyAuthentication=no"]
    return ["ssh", "-p", "\(port)", "-F", "none", "-o", "IdentitiesOnly=yes"] + way
      + ["-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"]
      + ["-o", "LogLevel=ERROR", "-o", "SendEnv=LANG"] + options + ["class@127.0.0.1"]
  }

  /// A trainee with a key, in a terminal.
  func session(
    _ key: String?, columns: Int = 80, rows: Int = 24, terminal: String = "xterm-256color"
  ) async throws -> TmuxSession {
    try await TmuxSession(ssh(key), columns: columns, rows: rows, terminal: terminal)
  }

  /// Somebody without a terminal, who wants something of the host.
  func attempt(
    _ key: String?, _ options: [String], then words: [String] = []
  ) throws -> (status: Int32, output: String, errors: String) {
    let tool = CommandLineTool(folder: folder, environment: ["PATH": "/usr/bin:/bin"])
    return try tool.outcome(of: ["timeout", "60"] + ssh(key, options) + words)
  }

  /// The processes of trainees' sessions in the host.
  func sessions() throws -> [Int32] {
    let links = FileManager.default
    func place(_ pid: Int32) -> String? {
      try? links.destinationOfSymbolicLink(atPath: "/proc/\(pid)/ns/mnt")
    }
    // Other hosts of tests have sessions as well.
    let here = place(pid)
    let all = try outcome(["pgrep", "-x", "recorder-class"]).output
    return all.split(separator: "\n").compactMap { Int32($0) }.filter { place($0) == here }
  }
}
