import Foundation
import Support

/// What runs in a host of a class, and what it keeps, looked at from outside.
extension ClassHost {
  /// Runs the program in the host as one of its users, who may be root.
  func program(_ words: [String], as user: String = "root") -> [String] {
    command(["/usr/local/bin/recorder-console"] + words, as: user)
  }

  /// Runs any command in the host as one of its users.
  func command(_ words: [String], as user: String) -> [String] {
    inside(["setpriv", "--reuid", user, "--regid", user, "--init-groups", "--"] + words)
  }

  /// Makes a user of the host, who leads the class or does not.
  func addUser(_ name: String, isTrainer: Bool) throws {
    let groups = isTrainer ? ["--groups", "recorder-class"] : []
    let made = try outcome(["useradd", "--no-create-home"] + groups + [name])
    guard made.status == 0 else { throw Failure(said: made.errors) }
  }

  /// A path of the host, as it is reached from outside.
  func path(_ inside: String) -> String { "/proc/\(pid)/root\(inside)" }

  /// The folder in which somebody's practice is kept.
  func kept(_ name: String) -> String {
    path("/var/lib/recorder-class/trainees/\(name)/recorder-console")
  }

  /// The processes of this name in the host: others of tests have sessions as well.
  func processes(_ name: String) throws -> [Int32] {
    func place(_ pid: Int32) -> String? {
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(pid)/ns/mnt")
    }
    let here = place(pid)
    let all = try outcome(["pgrep", "-x", name]).output
    return all.split(separator: "\n").compactMap { Int32($0) }.filter { place($0) == here }
  }

  /// The processes of trainees' sessions.
  func sessions() throws -> [Int32] { try processes("recorder-class") }

  /// The sshd that listens.
  func master() throws -> Int32 {
    let text = try String(contentsOfFile: path("/run/recorder-class-sshd.pid"), encoding: .utf8)
    guard let pid = Int32(text.filter { !$0.isWhitespace }) else { throw Failure(said: text) }
    return pid
  }

  /// The process that has begun another.
  static func parent(of pid: Int32) throws -> Int32 {
    let text = try String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
    let fields = text.drop { $0 != ")" }.split(separator: " ")
    guard fields.count > 2, let parent = Int32(fields[2]) else { throw Failure(said: text) }
    return parent
  }

  /// Waits until something holds, by a count of looks.
  func wait(_ what: String, until holds: () throws -> Bool) async throws {
    for _ in 0..<1_500 {
      if try holds() { return }
      try await Task.sleep(for: .milliseconds(20))
    }
    throw Failure(said: "it did not come about: \(what)")
  }

  /// Waits until no session is left.
  func waitUntilEmpty() async throws {
    try await wait("all sessions end") { try sessions().isEmpty }
  }
}
