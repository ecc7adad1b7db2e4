import Testing

/// A trace is understood, and what is none of a session's own is found in it.
@Suite struct SyscallTraceTests {
  private static let trace = SyscallTrace([
    7: """
    execve("/usr/local/bin/recorder-class", ["recorder-class"], 0x7ff /* 9 vars */) = 0
    openat(AT_FDCWD</>, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 3</etc/passwd>
    landlock_restrict_self(13<anon_inode:[landlock-ruleset]>, 0) = 0
    openat(AT_FDCWD</>, "/dev/urandom", O_RDONLY|O_CLOEXEC) = -1 EACCES (Permission denied)
    clone(child_stack=0x7f, flags=CLONE_VM|CLONE_THREAD, tls=0x7f) = 8
    --- SIGTERM {si_signo=SIGTERM, si_code=SI_USER} ---
    rename("/own/a.new", "/own/a")    = 0
    exit_group(0)                     = ?
    +++ exited with 0 +++
    """,
    8: """
    openat(13</assets>, "a.yaml", O_RDONLY) = 14</assets/a.yaml>
    openat(AT_FDCWD</>, "/own/x", O_RDWR|O_CREAT, 0660) = 15</own/x>
    unlink("/own/x" <unfinished ...>
    """,
    9: "openat(AT_FDCWD</>, \"/others/file\", O_RDONLY) = 3</others/file>\n",
  ])
  private static let files = TracedFiles(written: ["/own"], read: ["/assets"], own: [7, 8])

  @Test("What comes after the sandbox counts, of the process and its threads")
  func confined() throws {
    let confined = try #require(Self.trace.confined.first)
    #expect(Self.trace.confined.count == 1 && confined.process == 7 && confined.stages.count == 1)
    #expect(confined.threads == [7, 8])
    #expect(Self.trace.strange.isEmpty)
    let calls = confined.stages[0]
    #expect(calls.map(\.name).contains("unlink") && !calls.contains { $0.name == "execve" })
    #expect(calls.first { $0.file == "/assets/a.yaml" }?.paths == ["/assets/a.yaml"])
    #expect(calls.last { $0.name == "rename" }?.paths == ["/own/a.new", "/own/a"])
    #expect(Self.files.offences(in: calls).isEmpty)
  }

  @Test(
    "What is none of a session's own is found",
    arguments: [
      #"execve("/bin/sh", ["sh"], 0x7ff /* 1 var */) = -1 EPERM (Operation not permitted)"#,
      "vfork() = 12",
      "clone(child_stack=NULL, flags=CLONE_CHILD_SETTID|SIGCHLD) = 12",
      "socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 4<TCP:[1]>",
      #"openat(AT_FDCWD</>, "/own/way-out/file", O_RDONLY) = 4</others/file>"#,
      #"openat(AT_FDCWD</>, "/own/../others/file", O_RDONLY) = -1 EACCES (Permission denied)"#,
      #"openat(AT_FDCWD</>, "/assets/a.yaml", O_RDWR) = -1 EACCES (Permission denied)"#,
      #"openat(AT_FDCWD</>, "/dev/urandom", O_RDONLY) = 4</dev/urandom>"#,
      #"openat(AT_FDCWD</>, "/proc/1/environ", O_RDONLY) = -1 EACCES (Permission denied)"#,
      #"openat(AT_FDCWD</>, "/proc/9/stat", O_RDONLY) = 4</proc/9/stat>"#,
      #"openat(AT_FDCWD</>, "/owner/file", O_RDONLY) = -1 ENOENT (No such file or directory)"#,
      #"openat(5</others>, "file", O_RDONLY <unfinished ...>"#,
      #"rename("/own/a", "/others/a") = -1 EXDEV (Invalid cross-device link)"#,
      #"mkdir("/run/x", 0777) = 0"#,
    ])
  func offences(line: String) throws {
    let call = try #require(TracedCall(line))
    #expect(Self.files.offences(in: [call]) == [call])
  }

  @Test(
    "What belongs to a session is none",
    arguments: [
      "clone3({flags=CLONE_VM|CLONE_THREAD, exit_signal=0}, 88) = -1 ENOSYS (Not implemented)",
      "socket(AF_UNIX, SOCK_SEQPACKET|SOCK_CLOEXEC, 0) = 15<socket:[1]>",
      #"openat(AT_FDCWD</>, "/proc/self/smaps", O_RDONLY) = 19</proc/7/smaps>"#,
      #"openat(AT_FDCWD</>, "/proc/self/task/8/stat", O_RDONLY) = 19</proc/7/task/8/stat>"#,
      #"openat(AT_FDCWD</>, "/proc", O_RDONLY|O_CLOEXEC|O_PATH|O_DIRECTORY) = 14</proc>"#,
      #"openat(AT_FDCWD</>, "/own", O_RDONLY|O_CLOEXEC) = 19</own>"#,
      #"openat(AT_FDCWD</>, "/own/gone", O_RDWR) = 19</own/gone>(deleted)"#,
    ])
  func fine(line: String) throws {
    #expect(Self.files.offences(in: [try #require(TracedCall(line))]).isEmpty)
  }

  @Test("What is no call is no call")
  func strange() {
    #expect(TracedCall("strace: something went wrong") == nil)
    #expect(SyscallTrace([1: "<... openat resumed>) = 3"]).strange.count == 1)
  }
}
