import Foundation
import Support
import Testing

extension RealTerminalTests.ClassTests {
  @Test func `a session gets no new rights, has its limits, and trainers may read what it keeps`()
    async throws
  {
    let host = try ClassHost()
    let key = try host.addKey("ann")
    let session = try await host.session(key)
    try await session.wait(for: "Live view")
    let pid = try #require(try host.sessions().first)
    let status = try String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)
    #expect(status.contains("NoNewPrivs:\t1") && status.contains("Seccomp:\t2"), "\(status)")
    let limits = try String(contentsOfFile: "/proc/\(pid)/limits", encoding: .utf8)
    #expect(limits.contains("536870912"), "Address space: \(limits)")
    let modes = try host.outcome([
      "find", "/var/lib/recorder-class/trainees/ann", "-printf", "%m %u %g %P\\n",
    ]).output
    #expect(modes.contains("2770 class recorder-class recorder-console\n"), "\(modes)")
    #expect(modes.contains("660 class recorder-class recorder-console/practice.sqlite\n"))
  }

  @Test func `from inside, another's folder and session are out of reach, and no program begins`()
    async throws
  {
    let host = try ClassHost()
    let (ann, bert) = (
      try await host.session(try host.addKey("ann")),
      try await host.session(try host.addKey("bert"))
    )
    for session in [ann, bert] { try await session.wait(for: "Live view") }
    try ann.hangUp()
    try await host.wait("ann leaves") { try host.sessions().count == 1 }
    let other = try #require(try host.sessions().first)
    let all = "/var/lib/recorder-class/trainees"
    let (own, others) = ("\(all)/ann", "\(all)/bert/recorder-console")
    let allowed = [
      "read=\(own)/recorder-console/practice.sqlite", "write=\(own)/new", "list=\(own)",
      "read=/usr/local/share/recorder-console/Class/words.txt",
    ]
    let closed = [
      "read=\(others)/practice.sqlite", "overwrite=\(others)/practice.sqlite", "list=\(others)",
      "write=\(others)/new", "list=\(all)", "read=/etc/recorder-class/trainees",
      "write=/usr/local/share/recorder-console/new",
    ]
    let refused = [
      "execve", "execveat", "posix_spawn", "fork", "kill=\(other)", "ptrace=\(other)",
      "process_vm_readv=\(other)", "socket-inet",
    ]
    func tried(_ options: [String], _ attempts: [String]) throws -> [String] {
      let run = try host.outcome(
        host.asClass(["/usr/local/bin/try-in-sandbox"] + options + attempts))
      guard run.status == 0 else { throw ClassHost.Failure(said: run.output + run.errors) }
      return run.output.split(separator: "\n").map(String.init)
    }
    let plan = [
      "--read", "/usr/local/share/recorder-console", "--run", "/run/recorder-class", "--learner",
      own,
    ]
    #expect(try tried(plan, allowed) == allowed.map { _ in "done" })
    let answers = try tried(plan, closed)
    #expect(answers == closed.map { _ in "EACCES" }, "\(answers)")
    #expect(try tried(plan, refused) == refused.map { _ in "EPERM" })
    // The user is the same: nothing but the sandbox is in the way.
    #expect(try tried(["--outside"], ["read=\(others)/practice.sqlite"]) == ["done"])
    try bert.send("F3")
    try await bert.wait(for: "Back panel ·")
  }
}

extension ClassHost {
  /// The words that run a command as the user that all sessions have, for `outcome`.
  fileprivate func asClass(_ words: [String]) -> [String] {
    ["setpriv", "--reuid", "class", "--regid", "class", "--init-groups", "--"] + words
  }
}
